"""The words of the fact pack as types: organizations, families, models, events, sources, licences.

Everything here is what somebody reviewed and a source says. What follows from it (a status, a verdict,
a lag) is computed elsewhere and never stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.facts.date import PartialDate


class Component(StrEnum):
    """The parts of a model that the Model Openness Framework names."""

    ARCHITECTURE = "architecture"
    DATA_PREPROCESSING_CODE = "data-preprocessing-code"
    TRAINING_CODE = "training-code"
    INFERENCE_CODE = "inference-code"
    EVALUATION_CODE = "evaluation-code"
    SUPPORTING_TOOLS = "supporting-tools"
    PARAMETERS_FINAL = "parameters-final"
    PARAMETERS_INTERMEDIATE = "parameters-intermediate"
    TRAINING_DATA = "training-data"
    EVALUATION_DATA = "evaluation-data"
    MODEL_METADATA = "model-metadata"
    MODEL_CARD = "model-card"
    TECHNICAL_REPORT = "technical-report"
    RESEARCH_PAPER = "research-paper"
    DATA_CARD = "data-card"
    SAMPLE_OUTPUTS = "sample-outputs"
    EVALUATION_RESULTS = "evaluation-results"


class EventKind(StrEnum):
    """What an event of a timeline says."""

    ANNOUNCE = "announce"  # made known, not yet usable
    RELEASE = "release"  # first usable by the public in some form
    PUBLISH = "publish"  # a component became available, or its licence or access changed
    WITHDRAW = "withdraw"  # a component stopped being available
    PROMISE = "promise"  # somebody with authority said that something would be opened
    STATEMENT = "statement"  # another sourced fact that belongs on the timeline
    RETIRE = "retire"  # no longer offered


class Access(StrEnum):
    """How a component is had, or how a release is used."""

    PUBLIC = "public"  # anyone downloads it
    GATED = "gated"  # a form or a click first
    REQUEST = "request"  # granted case by case
    NONE = "none"
    PRODUCT = "product"
    API = "api"
    PREVIEW = "preview"


class Finding(StrEnum):
    """What a source says of a component that is not published."""

    DESCRIBED = "described"  # documented, not released
    UNDISCLOSED = "undisclosed"  # the maker declines to say
    ABSENT = "absent"  # a source says that it does not exist or was not released
    UNSAID = "unsaid"  # looked for, and nobody has said


class Wording(StrEnum):
    """The class of a promise's words."""

    ON = "on"  # on a day
    WITHIN = "within"  # within a period
    ABOUT = "about"  # about a period
    WHEN = "when"  # when a condition holds
    UNDATED = "undated"


class Claim(StrEnum):
    """The word that a maker uses of its own model, or that a promise promised."""

    OPEN_SOURCE = "open-source"
    OPEN_WEIGHTS = "open-weights"
    OPEN = "open"


class SourceKind(StrEnum):
    PRIMARY = "primary"  # its maker, the repository, the licence text
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of our own wording, in each language that has it. English is always there."""

    en: str
    ja: str | None = None

    def language(self, language: str) -> str:
        """The sentence in that language, or in English where it is not translated yet."""
        return self.ja if language == "ja" and self.ja else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """A public page that says so."""

    url: str
    title: str
    publisher: str
    kind: SourceKind
    published: PartialDate | None = None
    checked: date | None = None  # the day a copy of the page was read and said so
    archive: str | None = None  # a lasting copy of the page


@dataclass(frozen=True, slots=True)
class Promise:
    """The words of a promise. ``earliest`` and ``latest`` bound the due day as the words allow."""

    by: str
    wording: Wording
    due: PartialDate | None = None  # what the words name or add up to
    earliest: date | None = None
    latest: date | None = None
    condition: Text | None = None
    met_by: str | None = None  # id of the event by which the condition came true
    withdrawn_by: str | None = None  # id of the event in which the promise was taken back


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody else says of a model under a definition, as published by them."""

    definition: str  # a definition's id, as in bot.facts.definitions
    verdict: str
    by: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Another value that a source gives for a field of an event, and why we don't go by it."""

    field: str
    value: str
    url: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One dated, sourced entry of a timeline. ``id`` is stable for ever: ``<subject>/<what>[-n]``."""

    id: str
    date: PartialDate
    kind: EventKind
    component: Component | None = None
    also: tuple[Component, ...] = ()  # components that the same publication carries, as judged from it
    variants: tuple[str, ...] = ()  # the sizes or variants it covers, where not all
    license: str | None = None  # SPDX, LicenseRef-, "unlicensed", "undisclosed" or "unread"
    access: Access | None = None
    url: str | None = None
    finding: Finding | None = None
    claim: Claim | None = None
    promise: Promise | None = None
    ruling: Ruling | None = None
    summary: Text
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[Source, ...]

    @property
    def components(self) -> tuple[Component, ...]:
        """The component it is about, and those that come with it."""
        return ((self.component,) if self.component else ()) + self.also


@dataclass(frozen=True, slots=True)
class Model:
    """A model as its maker names it, with its events, oldest first."""

    id: str
    name: str
    organization: str
    family: str | None = None
    aliases: tuple[str, ...] = ()
    repositories: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()  # ids of the models it was made from
    training_compute: float | None = None  # floating-point operations, where published
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Models that share a name. A bare family name asks which one is meant."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """A maker of models. Its own events are what is not about one model."""

    id: str
    name: str
    homepage: str
    aliases: tuple[str, ...] = ()
    reviewed: date | None = None  # the day its whole file was last gone through
    events: tuple[Event, ...] = ()
    families: tuple[Family, ...] = ()
    models: tuple[Model, ...] = ()


class TermName(StrEnum):
    """The questions people ask of a licence."""

    COMMERCIAL_USE = "commercial-use"
    THRESHOLD = "threshold"
    TERRITORY = "territory"
    OUTPUT_TRAINING = "output-training"
    NAMING = "naming"
    ACCEPTABLE_USE = "acceptable-use"
    ATTRIBUTION = "attribution"
    REDISTRIBUTION = "redistribution"
    MODIFICATION = "modification"


class TermValue(StrEnum):
    """What the licence says to the question, loosest first."""

    FREE = "free"  # allowed for anyone, or nothing asked
    REQUIRED = "required"  # allowed when something is done (a notice, a name, a policy kept)
    LIMITED = "limited"  # allowed to some, or for some purposes
    FORBIDDEN = "forbidden"


class Unit(StrEnum):
    MONTHLY_ACTIVE_USERS = "monthly-active-users"
    USD_PER_YEAR = "usd-per-year"
    USD_PER_MONTH = "usd-per-month"
    EMPLOYEES = "employees"


@dataclass(frozen=True, slots=True)
class Term:
    """One clause of a licence as an answer to one question, with the place where it is read."""

    name: TermName
    value: TermValue
    url: str
    summary: Text | None = None
    section: str | None = None  # the clause's number or heading, as the licence writes it
    amount: int | None = None  # of a threshold
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class License:
    """A licence that the pack uses: an SPDX id, or ``LicenseRef-`` and its usual name."""

    id: str
    name: str
    url: str
    steward: str
    published: PartialDate | None = None
    aliases: tuple[str, ...] = ()
    replaces: str | None = None  # the id of the version before it, for "stricter or looser"
    terms: tuple[Term, ...] = ()
    sources: tuple[Source, ...] = ()


NO_LICENSE = "unlicensed"  # published without any licence
UNKNOWN_LICENSE = "undisclosed"  # published, and nobody says under which
UNREAD_LICENSE = "unread"  # published, and nobody has read for this record under which


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole fact pack, in the order of its files."""

    organizations: tuple[Organization, ...]
    licenses: tuple[License, ...]

    _models: dict[str, Model] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        models = {model.id: model for each in self.organizations for model in each.models}
        object.__setattr__(self, "_models", models)

    @property
    def models(self) -> tuple[Model, ...]:
        return tuple(self._models.values())

    @property
    def events(self) -> Iterator[Event]:
        """Every event, an organization's own before those of its models."""
        for each in self.organizations:
            yield from each.events
            for model in each.models:
                yield from model.events

    def model(self, id: str) -> Model:
        """The model of that id; raises ``KeyError``."""
        return self._models[id]
