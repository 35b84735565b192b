"""A small pack of two makers: one that opens late, under changing licences, and one that opens at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.facts.date import PartialDate
from bot.facts.model import (
    Access,
    Dispute,
    Event,
    Family,
    License,
    Model,
    Organization,
    Pack,
    Source,
    SourceKind,
    Term,
    TermName,
    TermValue,
    Text,
    Unit,
    Wording,
)
from tests.facts import making

UNCHECKED = Source("https://example.org/press", "A report", "The Press", SourceKind.SECONDARY)


def model(id: str, organization: str, *events: Event, family: str | None = None) -> Model:
    """A model with its events' ids made its own."""
    own = tuple(replace(event, id=event.id.replace("m1/", f"{id}/")) for event in events)
    name = id.replace("-", " ").title()
    return replace(making.model(*own, id=id, name=name, family=family), organization=organization)


def term(name: TermName, value: TermValue, **fields: object) -> Term:
    """A clause that somebody read."""
    read = Term(name, value, "https://example.org/licence", Text("As it says.", "そう書かれている。"))
    return replace(read, **fields)  # type: ignore[arg-type]


ALPHA_1 = model(
    "alpha-1",
    "lab",
    making.release("2024-01-10"),
    making.publish("2024-03-10"),
    making.publish("2024-03-10", "training-code"),
    family="alpha",
)
ALPHA_2 = model(
    "alpha-2",
    "lab",
    making.release("2024-06-01"),
    making.promise(
        "2024-07-01",
        wording=Wording.WITHIN,
        earliest=date(2024, 7, 1),
        latest=date(2024, 8, 31),
        by="The lab's head",
    ),
    family="alpha",
)
ALPHA_3 = model(
    "alpha-3",
    "lab",
    making.publish("2025-02-01", license="LicenseRef-Lab-1", access=Access.GATED),
    making.publish("2025-05-01", license="LicenseRef-Lab-2"),
    family="alpha",
)
BETA_1 = model(
    "beta-1",
    "works",
    making.publish(
        "2025-04",
        sources=(making.SOURCE, UNCHECKED),
        disputes=(
            Dispute("date", "2025-05-02", "https://example.org/other", Text("A mirror.", "写しのため。")),
        ),
    ),
)
BETA_2 = model("beta-2", "works", making.release("2026-11-10"))

MIT = License(
    "MIT",
    "MIT License",
    "https://example.org/mit",
    "MIT",
    terms=(term(TermName.COMMERCIAL_USE, TermValue.FREE), term(TermName.THRESHOLD, TermValue.FREE)),
)
LAB_1 = License(
    "LicenseRef-Lab-1",
    "Lab Licence 1",
    "https://example.org/lab-1",
    "Lab",
    PartialDate(2025, 2, 1),
    terms=(
        term(TermName.COMMERCIAL_USE, TermValue.FORBIDDEN),
        term(TermName.NAMING, TermValue.FREE),
        term(TermName.TERRITORY, TermValue.FREE),
    ),
)
LAB_2 = License(
    "LicenseRef-Lab-2",
    "Lab Licence 2",
    "https://example.org/lab-2",
    "Lab",
    PartialDate(2025, 5, 1),
    replaces="LicenseRef-Lab-1",
    terms=(
        term(TermName.COMMERCIAL_USE, TermValue.LIMITED, section="2.a"),
        term(TermName.THRESHOLD, TermValue.LIMITED, amount=1_000_000, unit=Unit.USD_PER_YEAR),
        term(TermName.NAMING, TermValue.REQUIRED),
    ),
)

LAB = Organization(
    "lab",
    "The Lab",
    "https://lab.example",
    reviewed=date(2026, 11, 20),
    events=(making.event("2026-11-05", "statement", id="lab/statement"),),
    families=(Family("alpha", "Alpha"),),
    models=(ALPHA_1, ALPHA_2, ALPHA_3),
)
WORKS = Organization("works", "The Works", "https://works.example", models=(BETA_1, BETA_2))

PACK = Pack((LAB, WORKS), (MIT, LAB_1, LAB_2))
