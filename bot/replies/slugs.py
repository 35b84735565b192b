"""The names of our slugs in words. `N_` marks a sentence for translation where it stands in a table."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.facts.definitions.verdict import DefinitionId
from bot.facts.headline import Headline
from bot.facts.model import (
    NO_LICENSE,
    UNKNOWN_LICENSE,
    UNREAD_LICENSE,
    Access,
    Claim,
    Component,
    EventKind,
    License,
    TermName,
    Wording,
)
from bot.facts.promises import Outcome
from bot.facts.record import RecordKind
from bot.facts.status import State
from bot.replies.words import Words


def N_(sentence: str) -> str:
    """Mark a sentence for translation."""
    return sentence


COMPONENTS: Mapping[Component, str] = {
    Component.ARCHITECTURE: N_("architecture"),
    Component.DATA_PREPROCESSING_CODE: N_("data preprocessing code"),
    Component.TRAINING_CODE: N_("training code"),
    Component.INFERENCE_CODE: N_("inference code"),
    Component.EVALUATION_CODE: N_("evaluation code"),
    Component.SUPPORTING_TOOLS: N_("supporting tools"),
    Component.PARAMETERS_FINAL: N_("weights"),
    Component.PARAMETERS_INTERMEDIATE: N_("intermediate checkpoints"),
    Component.TRAINING_DATA: N_("training data"),
    Component.EVALUATION_DATA: N_("evaluation data"),
    Component.MODEL_METADATA: N_("model metadata"),
    Component.MODEL_CARD: N_("model card"),
    Component.TECHNICAL_REPORT: N_("technical report"),
    Component.RESEARCH_PAPER: N_("research paper"),
    Component.DATA_CARD: N_("data card"),
    Component.SAMPLE_OUTPUTS: N_("sample outputs"),
    Component.EVALUATION_RESULTS: N_("evaluation results"),
}

STATES: Mapping[State, str] = {
    State.PUBLISHED: N_("Can be had"),
    State.WITHDRAWN: N_("Withdrawn"),
    State.DESCRIBED: N_("Described, not released"),
    State.ABSENT: N_("Known not to be published"),
    State.UNDISCLOSED: N_("Undisclosed: its maker declines to say"),
    State.UNSAID: N_("Looked for, nobody has said"),
    State.NOT_RECORDED: N_("Not in our data"),
}

HEADLINES: Mapping[Headline, str] = {
    Headline.OPEN_SOURCE: N_("Open source (meets OSI's definition)"),
    Headline.OPEN_WEIGHTS_OPEN_LICENSE: N_("Open weights, open licence"),
    Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE: N_("Open weights, restricted licence"),
    Headline.ANNOUNCED: N_("Announced or promised, not published"),
    Headline.CLOSED: N_("Closed (product or API only)"),
    Headline.WITHDRAWN: N_("Withdrawn"),
    Headline.NOT_IN_OUR_DATA: N_("Not in our data"),
}

DEFINITIONS: Mapping[DefinitionId, str] = {
    DefinitionId.WEIGHTS: N_("Open weights"),
    DefinitionId.SOURCE: N_("Open source code"),
    DefinitionId.OSAID: N_("OSI's Open Source AI Definition 1.0"),
    DefinitionId.MOF: N_("Model Openness Framework"),
    DefinitionId.EUROPEAN_INDEX: N_("European Open Source AI Index"),
    DefinitionId.EU_EXEMPTION: N_("EU AI Act, open-source exemption"),
}

ACCESSES: Mapping[Access, str] = {
    Access.PUBLIC: N_("anyone can download it"),
    Access.GATED: N_("after a form or a click"),
    Access.REQUEST: N_("on request, case by case"),
    Access.NONE: N_("not available"),
    Access.PRODUCT: N_("as a product"),
    Access.API: N_("by API"),
    Access.PREVIEW: N_("as a preview"),
}

KINDS: Mapping[EventKind, str] = {
    EventKind.ANNOUNCE: N_("announced, not yet usable"),
    EventKind.RELEASE: N_("first usable by the public"),
    EventKind.PUBLISH: N_("a part published, or its licence or access changed"),
    EventKind.WITHDRAW: N_("a part withdrawn"),
    EventKind.PROMISE: N_("a promise"),
    EventKind.STATEMENT: N_("another statement"),
    EventKind.RETIRE: N_("no longer offered"),
}

RECORDS: Mapping[RecordKind, str] = {
    RecordKind.ORGANIZATION: N_("organization"),
    RecordKind.FAMILY: N_("family"),
    RecordKind.LICENSE: N_("licence"),
    RecordKind.MODEL: N_("model"),
    RecordKind.EVENT: N_("event"),
}

WORDINGS: Mapping[Wording, str] = {
    Wording.ON: N_("on a day"),
    Wording.WITHIN: N_("within a period"),
    Wording.ABOUT: N_("about a period"),
    Wording.WHEN: N_("when a condition holds"),
    Wording.UNDATED: N_("without a day"),
}

TERMS: Mapping[TermName, str] = {
    TermName.COMMERCIAL_USE: N_("commercial use"),
    TermName.THRESHOLD: N_("a size or revenue threshold"),
    TermName.TERRITORY: N_("territory"),
    TermName.OUTPUT_TRAINING: N_("training other models on its output"),
    TermName.NAMING: N_("naming"),
    TermName.ACCEPTABLE_USE: N_("acceptable use"),
    TermName.ATTRIBUTION: N_("attribution"),
    TermName.REDISTRIBUTION: N_("redistribution"),
    TermName.MODIFICATION: N_("modification"),
}

CLAIMS: Mapping[Claim, str] = {
    Claim.OPEN_SOURCE: N_("open source"),
    Claim.OPEN_WEIGHTS: N_("open weights"),
    Claim.OPEN: N_("open"),
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.KEPT: N_("Kept"),
    Outcome.KEPT_IN_PART: N_("Kept in part"),
    Outcome.PENDING: N_("Pending"),
    Outcome.OVERDUE: N_("Overdue"),
    Outcome.CONDITIONAL: N_("Conditional"),
    Outcome.WITHDRAWN: N_("Taken back"),
}


_OWN_REFERENCE = re.compile(r"LicenseRef-([\w.-]+)")


def license_name(expression: str | None, licenses: Mapping[str, License], words: Words) -> str:
    """What a licence expression is called: SPDX ids as they are, our own references by their name."""
    if expression is None or expression == UNREAD_LICENSE:
        return words("licence not in our data")
    if expression == UNKNOWN_LICENSE:
        return words("licence not stated")
    if expression == NO_LICENSE:
        return words("no licence")
    return _OWN_REFERENCE.sub(
        lambda found: licenses[found[0]].name if found[0] in licenses else found[1], expression
    )
