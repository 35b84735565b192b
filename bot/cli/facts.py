"""`openness facts`: the pack read aloud, built into facts.db, and written back."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot.cli import editing, exporting
from bot.cli.importing import import_
from bot.cli.start import loaded, settings_or_exit
from bot.facts import check as rules
from bot.facts import pack
from bot.facts import stats as statistics
from bot.facts.model import Pack
from bot.facts.record import RecordKind
from bot.store import database
from bot.store.database import StoreError

app = typer.Typer(no_args_is_help=True, help="The facts: check, build, export and edit them.")
editing.add_to(app)
app.command("import")(import_)

Config = Annotated[Path, typer.Option(help="The folder of facts/ and licenses.yaml.")]


def read_pack(config: Path) -> pack.Reading:
    """Read the pack of a configuration folder. Raises ``PackError``, or ``OSError`` with the file's name."""
    paths = [*sorted((config / "facts").glob("*.yaml")), config / pack.LICENSES]
    return pack.read({path.name: path.read_text(encoding="utf-8") for path in paths})


@app.command()
def check(config: Config = Path("config")) -> None:
    """Read the pack aloud: every error with its file, line, model and what to do."""
    try:
        reading = read_pack(config)
        problems: tuple[pack.Problem, ...] = tuple(rules.check(reading, date.today()))  # noqa: DTZ011
    except pack.PackError as error:
        problems = error.problems
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} to mend.", file=sys.stderr)
        raise typer.Exit(1)
    models = reading.pack.models
    events = sum(len(model.events) for model in models)
    print(
        f"{len(reading.pack.organizations)} organizations, {len(models)} models, {events} events: all well."
    )


@app.command()
def build(
    into: Annotated[Path, typer.Argument(help="The database to make.")] = Path("facts.db"),
    config: Config = Path("config"),
) -> None:
    """Make facts.db from the pack: the same content in the same order from the same facts."""
    with told():
        database.build(into, read_pack(config).pack)


@app.command()
def current(
    shipped: Annotated[Path, typer.Argument(help="The database to compare.")] = Path("facts.db"),
    config: Config = Path("config"),
) -> None:
    """Check that facts.db holds what the pack says, by content."""
    with told(), TemporaryDirectory() as folder:
        fresh = Path(folder) / "facts.db"
        database.build(fresh, read_pack(config).pack)
        if database.content(fresh) != database.content(shipped):
            print(f"{shipped} is not what {config} says: run openness facts build.", file=sys.stderr)
            raise typer.Exit(1)


@app.command()
def export(
    into: Annotated[Path, typer.Argument(help="The folder to write to.")] = Path("config"),
    config: Config = Path("config"),
    database_file: Annotated[
        Path | None, typer.Option("--database", help="A facts.db to write back instead of the pack.")
    ] = None,
    with_edits: Annotated[
        bool, typer.Option("--edits/--no-edits", help="With what editors changed in this deployment.")
    ] = True,
) -> None:
    """Write the YAML in its one canonical form, with this deployment's edits: ready for a pull request."""
    with told(), loaded():
        if database_file is not None:
            _write(database.read(database_file), into)
            return
        written = read_pack(config).pack if (config / "facts").is_dir() or not with_edits else None
        settings = settings_or_exit()
        if written is not None and (not with_edits or settings.state.untouched):
            _write(written, into)
            return
        found, merged = asyncio.run(exporting.edits(written, settings))
        _write(found, into)
    for each in merged.made:
        print(exporting.line(each))
        if each.record.kind is RecordKind.ORGANIZATION and each.after is None:
            (into / "facts" / f"{each.record.id}.yaml").unlink(missing_ok=True)
    for each in merged.proposed:
        print(f"left as it is written, though edited too: {exporting.line(each)}", file=sys.stderr)
    if merged.proposed:
        raise typer.Exit(1)


def _write(found: Pack, into: Path) -> None:
    (into / "facts").mkdir(parents=True, exist_ok=True)
    for name, text in pack.write(found).items():
        path = into / name if name == pack.LICENSES else into / "facts" / name
        path.write_text(text, encoding="utf-8")


@app.command()
def stats(config: Config = Path("config")) -> None:
    """How good the record is: counts, the share with a primary source read, the oldest check."""
    with told():
        found = statistics.stats(read_pack(config).pack)
    print(f"{found.organizations} organizations, {found.reviewed} of them reviewed as a whole")
    print(f"{found.models} models")
    print(f"{found.events} events, {found.share(found.exact)} % dated to the day")
    print(f"{found.share(found.read)} % of events with a source read")
    print(f"{found.share(found.primary_read)} % of events with a primary source read")
    print(f"{found.share(found.translated)} % of summaries in Japanese too")
    print(f"oldest check: {found.oldest_check or 'none'}")


@app.command()
def links(
    limit: Annotated[
        int | None, typer.Option(min=1, help="So many pages at most, longest unseen first.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Only the pages of this host.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what was found; propose and remember nothing.")
    ] = False,
) -> None:
    """Visit the cited pages; propose copies of dead ones and where others have moved: exit status 1 then."""
    from bot.cli import links as visits  # noqa: PLC0415  # its libraries take a moment to load

    visits.links(limit, host, dry_run)


@contextmanager
def told() -> Iterator[None]:
    """Turn a pack or a store that cannot be used into sentences and an exit status."""
    try:
        yield
    except (pack.PackError, StoreError, OSError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
