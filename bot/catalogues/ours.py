"""Our own YAML: files of organizations and licenses.yaml, as they stand in ``config``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.catalogues.entry import CatalogueError, Unread, Wanted
from bot.facts import pack as yaml_pack
from bot.facts.change import Change
from bot.facts.model import Pack
from bot.facts.pack import LICENSES, PackError
from bot.facts.record import Record, RecordKind, records


def read(files: Mapping[str, str], pack: Pack, replace: bool = False) -> Wanted:
    """What the files change in the pack. What isn't in them stays.

    ``replace``: they are all there is of their organizations, or of the licences: the rest is taken away.
    Raises :class:`CatalogueError`.
    """
    named: dict[str, str] = {}
    for path, text in files.items():
        name = path.rpartition("/")[2]
        if name in named:
            raise CatalogueError([Unread(path, f"there is another {name}: give one of them.")])
        named[name] = text
    try:
        given = dict(records(yaml_pack.read(named).pack))
    except PackError as error:
        problems = [Unread(f"{each.file}:{each.line}", _said(each)) for each in error.problems]
        raise CatalogueError(problems) from error
    old = dict(records(pack))
    changes = [Change(each, old.get(each), data) for each, data in given.items() if old.get(each) != data]
    same = len(given) - len(changes)
    if replace:
        gone = (each for each in _covered(pack, given, LICENSES in named) if each not in given)
        changes += (Change(each, old[each], None) for each in gone)
    return Wanted(tuple(changes), same)


def _said(problem: yaml_pack.Problem) -> str:
    return f"{problem.subject}: {problem.message}." if problem.subject else f"{problem.message}."


def _covered(pack: Pack, given: Mapping[Record, object], licenses: bool) -> Iterator[Record]:
    """The records that belong to what the files are about."""
    for each in pack.organizations:
        if Record(RecordKind.ORGANIZATION, each.id) in given:
            yield from (record for record, _ in records(Pack((each,), ())))
    if licenses:
        yield from (Record(RecordKind.LICENSE, each.id) for each in pack.licenses)
