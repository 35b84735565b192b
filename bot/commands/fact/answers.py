"""What comes of an edit, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.open_ import OpenAnswer
from bot.facts.edit import Entry, Proposal
from bot.facts.refusals import Objection


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """More has to be filled in: these arguments of the command, beside what is given already."""

    command: str
    given: Mapping[str, str]
    ask: tuple[str, ...]
    values: Mapping[str, str]  # what the fields hold at first


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """A proposal or a draft: what it changes, what speaks against it, the model's answer before and after."""

    proposal: Proposal
    objections: tuple[Objection, ...] = ()
    before: OpenAnswer | None = None
    after: OpenAnswer | None = None
    decides: bool = False  # whether the asker may decide


@dataclass(frozen=True, slots=True)
class PublishedAnswer:
    """Changes that are made now."""

    entries: tuple[Entry, ...]
    after: OpenAnswer | None = None


@dataclass(frozen=True, slots=True)
class QueueAnswer:
    """What waits for an editor, oldest first; ``count`` where not all are shown."""

    proposals: tuple[Proposal, ...]
    count: int


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    """What was changed in the record, newest first, with the proposals that led to it."""

    asked: str
    entries: tuple[Entry, ...]
    proposals: Mapping[int, Proposal]
    undone: Mapping[int, Entry]  # what took a batch back, by the batch
