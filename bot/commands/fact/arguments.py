"""The arguments that several editing commands take, each described once."""

from __future__ import annotations

from typing import Annotated

from bot.commands.components import COMPONENTS
from bot.commands.declaration import About, Kind
from bot.facts import model

Of = Annotated[str, About("The model or organization it is about", Kind.SUBJECT)]
EventKind = Annotated[model.EventKind | None, About("What happened", Kind.CHOICE, tuple(model.EventKind))]
Component = Annotated[
    model.Component | None,
    About("Which part of the model", Kind.CHOICE, tuple(model.Component), COMPONENTS),
]
License = Annotated[str | None, About("The licence of that day, as SPDX or by its name", Kind.LICENSE)]
Access = Annotated[model.Access | None, About("How it is had", Kind.CHOICE, tuple(model.Access))]
Date = Annotated[
    str | None, About("When, as precisely as the source says: 2025, 2025-02, 2025-02-26", Kind.TEXT)
]
Links = Annotated[
    str | None, About("Links that say so, one a line: https://… | title | publisher", Kind.LONG)
]
Summary = Annotated[str | None, About("What happened, in one line of at most 140 characters", Kind.TEXT)]
RecordId = Annotated[str, About("An event's id, or a name", Kind.RECORD_ID)]
Base = Annotated[str | None, About("The version of the record that you saw", Kind.TEXT)]
Why = Annotated[str | None, About("Why you change it: for the history", Kind.TEXT)]
Yaml = Annotated[str | None, About("The record in YAML, as docs/facts.md describes it", Kind.LONG)]
Number = Annotated[int, About("The number of the proposal", Kind.NUMBER)]
Revision = Annotated[int | None, About("The revision that you saw", Kind.NUMBER)]
