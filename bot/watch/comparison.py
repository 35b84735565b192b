"""A repository now against what was seen of it last, or against what the pack says of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts.model import Component, Event, EventKind, Model, Pack
from bot.watch.files import LICENSE, notable
from bot.watch.findings import AccessChanged, Change, FilesAdded, LicenseChanged, Renamed
from bot.watch.repository import Place, Repository, Snapshot
from bot.watch.tags import licence_of, same

_WEIGHTS = frozenset({Component.PARAMETERS_FINAL, Component.PARAMETERS_INTERMEDIATE})


def standing(model: Model, repository: Repository) -> tuple[Event, ...]:
    """What the pack says was published there: the newest event of each component with an address there.

    Where no event has, and it is a repository of weights: every publication of the model's weights.
    """
    published = [event for event in model.events if event.kind is EventKind.PUBLISH]
    there = {event.component: event for event in published if _under(event.url, repository.url)}
    if there or repository.place is not Place.HUGGING_FACE:
        return tuple(there.values())
    return tuple(event for event in published if event.component in _WEIGHTS)


def compare(repository: Repository, before: Snapshot | None, now: Snapshot, pack: Pack) -> Iterator[Change]:
    """What is different. At the first sight of a repository that is what the pack does not say."""
    models = [pack.model(id) for id in repository.models]
    if before is None:
        said = [event for model in models for event in standing(model, repository)]
        yield from _against_pack(repository, now, said, pack)
    else:
        yield from _against_before(repository, before, now, models)
    known_as = before.name if before is not None else repository.name
    if now.name.lower() not in (known_as.lower(), repository.name.lower()):
        yield Renamed(repository, now)


def _against_pack(repository: Repository, now: Snapshot, said: list[Event], pack: Pack) -> Iterator[Change]:
    id = licence_of(now.license, pack.licenses)
    licenses = [event.license for event in said if event.license is not None]
    if id is not None and licenses and not any(same(each, id) for each in licenses):
        yield LicenseChanged(repository, licenses[-1], now)
    accesses = [event.access for event in said if event.access is not None]
    if now.access is not None and accesses and now.access not in accesses:
        yield AccessChanged(repository, accesses[-1], now)


def _against_before(
    repository: Repository, before: Snapshot, now: Snapshot, models: list[Model]
) -> Iterator[Change]:
    if before.license.lower() != now.license.lower():
        yield LicenseChanged(repository, before.license, now)
    if before.access is not None and now.access is not None and before.access is not now.access:
        yield AccessChanged(repository, before.access, now)
    events = [event for model in models for event in model.events if event.kind is EventKind.PUBLISH]
    known = {component for event in events for component in event.components}
    added: dict[str, list[str]] = {}
    for path in now.files:
        meaning = notable(path)
        if path not in before.files and meaning is not None and meaning not in known:
            added.setdefault(meaning, []).append(path)
    for meaning, files in added.items():
        component = None if meaning == LICENSE else Component(meaning)
        yield FilesAdded(repository, component, tuple(files), now)


def _under(url: str | None, repository: str) -> bool:
    root = repository.rstrip("/").lower()
    return url is not None and (url.lower().rstrip("/") == root or url.lower().startswith(f"{root}/"))
