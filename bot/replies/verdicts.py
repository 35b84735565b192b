"""Verdicts in words: what a definition says, and on which grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.facts.definitions.eu_exemption import ExemptionReason, ExemptionVerdict
from bot.facts.definitions.european_index import IndexReason, IndexVerdict
from bot.facts.definitions.mof import MofClass, MofReason
from bot.facts.definitions.osaid import OsaidReason, OsaidVerdict
from bot.facts.definitions.source import SourceReason, SourceVerdict
from bot.facts.definitions.verdict import DefinitionId, Reason, Verdict
from bot.facts.definitions.weights import WeightsReason, WeightsVerdict
from bot.facts.model import License
from bot.replies.reply import Field, Line, Strong
from bot.replies.slugs import ACCESSES, COMPONENTS, DEFINITIONS, N_, TERMS, license_name
from bot.replies.words import Words

VERDICTS: Mapping[tuple[DefinitionId, str], str] = {
    (DefinitionId.WEIGHTS, WeightsVerdict.OPEN_LICENSE): N_("Yes, under an open licence."),
    (DefinitionId.WEIGHTS, WeightsVerdict.RESTRICTED_LICENSE): N_("Yes, under a restricted licence."),
    (DefinitionId.WEIGHTS, WeightsVerdict.NOT_DOWNLOADABLE): N_("No: the weights can't be downloaded."),
    (DefinitionId.WEIGHTS, WeightsVerdict.WITHDRAWN): N_("No longer: the weights were withdrawn."),
    (DefinitionId.WEIGHTS, WeightsVerdict.UNKNOWN): N_("Not known from our data."),
    (DefinitionId.SOURCE, SourceVerdict.PUBLISHED): N_("Yes: training and inference code."),
    (DefinitionId.SOURCE, SourceVerdict.INFERENCE_ONLY): N_("In part: inference code only."),
    (DefinitionId.SOURCE, SourceVerdict.TRAINING_ONLY): N_("In part: training code only."),
    (DefinitionId.SOURCE, SourceVerdict.NOT_PUBLISHED): N_("No."),
    (DefinitionId.SOURCE, SourceVerdict.UNKNOWN): N_("Not known from our data."),
    (DefinitionId.OSAID, OsaidVerdict.MEETS): N_("Meets it."),
    (DefinitionId.OSAID, OsaidVerdict.FAILS): N_("Does not meet it."),
    (DefinitionId.OSAID, OsaidVerdict.UNDETERMINED): N_("Undetermined from our data."),
    (DefinitionId.MOF, MofClass.OPEN_SCIENCE): N_("Class I, Open Science Model."),
    (DefinitionId.MOF, MofClass.OPEN_TOOLING): N_("Class II, Open Tooling Model."),
    (DefinitionId.MOF, MofClass.OPEN_MODEL): N_("Class III, Open Model."),
    (DefinitionId.MOF, MofClass.NONE): N_("Unclassified."),
    (DefinitionId.EUROPEAN_INDEX, IndexVerdict.SCORED): N_("Decided in part from our data."),
    (DefinitionId.EUROPEAN_INDEX, IndexVerdict.UNKNOWN): N_("Not known from our data."),
    (DefinitionId.EU_EXEMPTION, ExemptionVerdict.WOULD_QUALIFY): N_("The published terms would qualify."),
    (DefinitionId.EU_EXEMPTION, ExemptionVerdict.WOULD_NOT_QUALIFY): N_(
        "The published terms would not qualify."
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionVerdict.NOT_DECIDABLE): N_("Not decidable from our data."),
}

REASONS: Mapping[tuple[DefinitionId, str], str] = {
    (DefinitionId.WEIGHTS, WeightsReason.OPEN): N_("{licenses} is an open licence"),
    (DefinitionId.WEIGHTS, WeightsReason.RESTRICTS): N_("{licenses} restricts {terms}"),
    (DefinitionId.WEIGHTS, WeightsReason.NOT_LISTED): N_("{licenses} is on no list of open licences"),
    (DefinitionId.WEIGHTS, WeightsReason.UNLICENSED): N_(
        "published without a licence: nobody has permission"
    ),
    (DefinitionId.WEIGHTS, WeightsReason.LICENSE_UNDISCLOSED): N_("nobody says under which licence"),
    (DefinitionId.WEIGHTS, WeightsReason.LICENSE_UNREAD): N_("its licence is not in our data"),
    (DefinitionId.WEIGHTS, WeightsReason.VARIANT): N_("{variants}: {licenses}"),
    (DefinitionId.WEIGHTS, WeightsReason.GATED): N_("a form or a click comes before the download"),
    (DefinitionId.WEIGHTS, WeightsReason.ON_REQUEST): N_("granted case by case only"),
    (DefinitionId.WEIGHTS, WeightsReason.WITHDRAWN): N_("withdrawn on {date}"),
    (DefinitionId.WEIGHTS, WeightsReason.DESCRIBED): N_("the weights are described, not released"),
    (DefinitionId.WEIGHTS, WeightsReason.ABSENT): N_("a source says that no weights are published"),
    (DefinitionId.WEIGHTS, WeightsReason.UNDISCLOSED): N_("its maker declines to say"),
    (DefinitionId.WEIGHTS, WeightsReason.UNSAID): N_("looked for, and nobody has said"),
    (DefinitionId.WEIGHTS, WeightsReason.NOT_RECORDED): N_("no publication of weights is in our data"),
    (DefinitionId.WEIGHTS, WeightsReason.OFFERED_OTHERWISE): N_("offered {access} since {date}"),
    (DefinitionId.WEIGHTS, WeightsReason.ANNOUNCED_ONLY): N_("announced on {date}, and nothing usable since"),
    (DefinitionId.WEIGHTS, WeightsReason.MAYBE): N_("may or may not have changed by then: dated {date} only"),
    (DefinitionId.SOURCE, SourceReason.APPROVED): N_("{components}: {licenses}, OSI-approved"),
    (DefinitionId.SOURCE, SourceReason.NOT_APPROVED): N_("{components}: {licenses}, not OSI-approved"),
    (DefinitionId.SOURCE, SourceReason.UNLICENSED): N_("{components}: published without a licence"),
    (DefinitionId.SOURCE, SourceReason.LICENSE_UNDISCLOSED): N_(
        "{components}: nobody says under which licence"
    ),
    (DefinitionId.SOURCE, SourceReason.LICENSE_UNREAD): N_("{components}: licence not in our data"),
    (DefinitionId.SOURCE, SourceReason.NOT_PUBLISHED): N_("{components}: not published"),
    (DefinitionId.SOURCE, SourceReason.NOT_RECORDED): N_("{components}: not in our data"),
    (DefinitionId.OSAID, OsaidReason.ABSENT): N_("not published: {components}"),
    (DefinitionId.OSAID, OsaidReason.RESTRICTS): N_("the licence restricts {terms} ({components})"),
    (DefinitionId.OSAID, OsaidReason.UNLICENSED): N_("published without a licence: {components}"),
    (DefinitionId.OSAID, OsaidReason.NOT_RECORDED): N_("not in our data: {components}"),
    (DefinitionId.OSAID, OsaidReason.NOT_APPROVED): N_("{licenses} is not OSI-approved ({components})"),
    (DefinitionId.OSAID, OsaidReason.LICENSE_UNDISCLOSED): N_("licence not stated: {components}"),
    (DefinitionId.OSAID, OsaidReason.LICENSE_UNREAD): N_("licence not in our data: {components}"),
    (DefinitionId.OSAID, OsaidReason.DATA_OPEN): N_("the training data sets themselves are open"),
    (DefinitionId.OSAID, OsaidReason.DATA_DESCRIBED): N_(
        "the training data is described; nobody has judged whether completely"
    ),
    (DefinitionId.OSAID, OsaidReason.DATA_UNJUDGED): N_(
        "the data sets aren't open, and no judgement of their description is known"
    ),
    (DefinitionId.OSAID, OsaidReason.RULING): N_("{by} ({date}): {ruling}"),
    (DefinitionId.OSAID, OsaidReason.CONTRADICTED): N_("that result and the rest of our data disagree"),
    (DefinitionId.MOF, MofReason.PROGRESS_3): N_("class III {number} %"),
    (DefinitionId.MOF, MofReason.PROGRESS_2): N_("class II {number} %"),
    (DefinitionId.MOF, MofReason.PROGRESS_1): N_("class I {number} %"),
    (DefinitionId.MOF, MofReason.MISSING): N_("not published: {components}"),
    (DefinitionId.MOF, MofReason.NOT_RECORDED): N_("not in our data: {components}"),
    (DefinitionId.MOF, MofReason.UNLICENSED): N_("without a known licence: {components}"),
    (DefinitionId.MOF, MofReason.INVALID): N_("not under an open licence: {components} ({licenses})"),
    (DefinitionId.MOF, MofReason.PAPER_FOR_REPORT): N_("the research paper stands in for the report"),
    (DefinitionId.MOF, MofReason.RULING): N_("{by} ({date}): {ruling}"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.DATA_BASE): N_("data of the base model"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.DATA_END): N_("data of the end model"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.WEIGHTS_BASE): N_("weights of the base model"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.WEIGHTS_END): N_("weights of the end model"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.TRAINING_CODE): N_("training code"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.CODE_DOCUMENTATION): N_("documentation of the code"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.ARCHITECTURE_DOCUMENTATION): N_(
        "documentation of the architecture"
    ),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.PREPRINT): N_("preprint"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.PAPER): N_("paper"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.MODEL_CARD): N_("model card"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.DATASHEET): N_("datasheet"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.LICENSES): N_("licences"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.SCORE): N_("mean of the decided dimensions {percent} %"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.KNOWN): N_("{number} of 12 dimensions decided"),
    (DefinitionId.EUROPEAN_INDEX, IndexReason.RULING): N_("{by} ({date}): {ruling}"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.WEIGHTS_WITHHELD): N_("the weights aren't public"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.EXCLUDING_TERMS): N_("the licence limits {terms}"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.UNLICENSED): N_("published without a licence"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.SYSTEMIC_RISK): N_(
        "its training compute is above the presumption of systemic risk"
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.WEIGHTS_UNKNOWN): N_(
        "nobody says whether the weights can be had"
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.DOUBTFUL_TERMS): N_(
        "the licence sets conditions on {terms}: whether they are proportionate is undecided"
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.TERMS_NOT_READ): N_(
        "what the licence says of {terms} is not in our data"
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.LICENSE_UNDISCLOSED): N_("nobody says under which licence"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.LICENSE_UNREAD): N_("its licence is not in our data"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.ARCHITECTURE_UNKNOWN): N_(
        "no information on the architecture in our data"
    ),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.USAGE_UNKNOWN): N_("no information on usage in our data"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.OPEN_LICENSE): N_("{licenses} is an open licence"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.GATED): N_("a form or a click comes before the download"),
    (DefinitionId.EU_EXEMPTION, ExemptionReason.COMPUTE_UNKNOWN): N_(
        "its training compute is not in our data"
    ),
}

RULINGS: Mapping[str, str] = {
    "meets": N_("meets it"),
    "would-meet": N_("would meet it with other licences or terms"),
    "fails": N_("does not meet it"),
    "1": N_("class I"),
    "2": N_("class II"),
    "3": N_("class III"),
    "none": N_("unclassified"),
}

_DEGREES: Mapping[float | None, str] = {
    1.0: N_("Open"),
    0.5: N_("Partly open"),
    0.0: N_("Closed"),
    None: N_("Not known"),
}
_DECISIVE: Mapping[DefinitionId, frozenset[str]] = {
    DefinitionId.OSAID: frozenset(
        {OsaidReason.ABSENT, OsaidReason.RESTRICTS, OsaidReason.UNLICENSED, OsaidReason.DATA_OPEN}
    ),
    DefinitionId.MOF: frozenset({MofReason.PROGRESS_1, MofReason.PROGRESS_2, MofReason.PROGRESS_3}),
    DefinitionId.EUROPEAN_INDEX: frozenset({IndexReason.SCORE, IndexReason.KNOWN}),
    DefinitionId.EU_EXEMPTION: frozenset(
        {
            ExemptionReason.WEIGHTS_WITHHELD,
            ExemptionReason.EXCLUDING_TERMS,
            ExemptionReason.UNLICENSED,
            ExemptionReason.SYSTEMIC_RISK,
            ExemptionReason.OPEN_LICENSE,
        }
    ),
}
"""The grounds that a card of all definitions has room for; where there are none of these, all are said."""

_RULINGS = frozenset({OsaidReason.RULING, OsaidReason.CONTRADICTED, MofReason.RULING, IndexReason.RULING})
_DIMENSIONS = frozenset(IndexReason) - {IndexReason.SCORE, IndexReason.KNOWN, IndexReason.RULING}


def field(verdict: Verdict, licenses: Mapping[str, License], words: Words, *, brief: bool) -> Field:
    """What one definition says, and why: the decisive grounds, or all of them."""
    name = words(DEFINITIONS[verdict.definition])
    said = words(VERDICTS[verdict.definition, verdict.verdict])
    reasons = _reasons(_briefly(verdict) if brief else verdict, licenses, words)
    line: Line = (Strong(said),)
    if reasons:
        line += (" ", words("{reasons}.", reasons=words("; ").join(_capital(reasons))))
    return Field(name, line)


def _briefly(verdict: Verdict) -> Verdict:
    decisive = _DECISIVE.get(verdict.definition)
    if decisive is None:
        return verdict
    told = tuple(each for each in verdict.reasons if each.code in decisive or each.code in _RULINGS)
    return replace(verdict, reasons=told or verdict.reasons)


def _reasons(verdict: Verdict, licenses: Mapping[str, License], words: Words) -> list[str]:
    if verdict.definition is DefinitionId.EUROPEAN_INDEX:
        dimensions = [reason for reason in verdict.reasons if reason.code in _DIMENSIONS]
        others = [reason for reason in verdict.reasons if reason.code not in _DIMENSIONS]
        return [*_degrees(dimensions, words), *(_reason(verdict, each, licenses, words) for each in others)]
    return [_reason(verdict, reason, licenses, words) for reason in verdict.reasons]


def _degrees(reasons: list[Reason], words: Words) -> list[str]:
    """The index's dimensions by what they are, each degree once."""
    named: list[str] = []
    for degree, said in _DEGREES.items():
        dimensions = [
            words(REASONS[DefinitionId.EUROPEAN_INDEX, reason.code])
            for reason in reasons
            if reason.number == degree
        ]
        if dimensions:
            named.append(
                words("{degree}: {dimensions}", degree=words(said), dimensions=words.list(dimensions))
            )
    return named


def _reason(verdict: Verdict, reason: Reason, licenses: Mapping[str, License], words: Words) -> str:
    event = reason.event
    ruling = event.ruling if event is not None else None
    return words(
        REASONS[verdict.definition, reason.code],
        components=words.list(words(COMPONENTS[each]) for each in reason.components),
        licenses=words.list(license_name(each, licenses, words) for each in reason.licenses),
        terms=words.list(words(TERMS[each]) for each in reason.terms),
        number=words.number(round(reason.number, 1)) if reason.number is not None else "",
        percent=words.number(round(reason.number * 100)) if reason.number is not None else "",
        date=words.date(event.date) if event is not None else "",
        access=words(ACCESSES[event.access]) if event is not None and event.access is not None else "",
        variants=words.list(event.variants) if event is not None else "",
        by=ruling.by if ruling is not None else "",
        ruling=words(RULINGS.get(ruling.verdict, ruling.verdict)) if ruling is not None else "",
    )


def _capital(reasons: list[str]) -> list[str]:
    first, *rest = reasons
    named = first[1:2].isupper()  # xAI and gpt-OSS begin as their makers write them
    return [first if named else first[:1].upper() + first[1:], *rest]
