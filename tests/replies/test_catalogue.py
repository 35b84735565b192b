from __future__ import annotations

import re

from bot.facts.definitions.eu_exemption import ExemptionReason, ExemptionVerdict
from bot.facts.definitions.european_index import IndexReason, IndexVerdict
from bot.facts.definitions.mof import MofClass, MofReason
from bot.facts.definitions.osaid import OsaidReason, OsaidVerdict
from bot.facts.definitions.source import SourceReason, SourceVerdict
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.definitions.weights import WeightsReason, WeightsVerdict
from bot.replies import catalogue
from bot.replies.verdicts import REASONS, VERDICTS

_NAMES = re.compile(r"\{(\w+)\}")


def test_every_sentence_is_there_in_japanese() -> None:
    """A missing translation fails: what is said in English is said in Japanese."""
    translated = {
        message.id: message.string if isinstance(message.string, str) else "".join(message.string or ())
        for message in catalogue.read("ja")
        if message.id
    }
    missing = [
        message.id for message in catalogue.template("ja") if message.id and not translated.get(message.id)
    ]
    assert missing == []


def test_translations_keep_their_values() -> None:
    """No value is lost or invented on the way into another language."""
    for message in catalogue.read("ja"):
        if not message.id:
            continue
        sentences = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        wanted = set(_NAMES.findall(sentences[-1]))
        for string in strings or ():
            assert set(_NAMES.findall(string)) == wanted, message.id


def test_nothing_is_kept_that_nobody_says() -> None:
    """The catalogue holds exactly the sentences of the code."""
    said = {message.id for message in catalogue.template("ja")}
    assert [message.id for message in catalogue.read("ja") if message.id not in said] == []


def test_every_verdict_and_reason_has_its_sentence() -> None:
    """A definition cannot say what the replies have no words for."""
    enumerations = {
        DefinitionId.WEIGHTS: (WeightsVerdict, WeightsReason),
        DefinitionId.SOURCE: (SourceVerdict, SourceReason),
        DefinitionId.OSAID: (OsaidVerdict, OsaidReason),
        DefinitionId.MOF: (MofClass, MofReason),
        DefinitionId.EUROPEAN_INDEX: (IndexVerdict, IndexReason),
        DefinitionId.EU_EXEMPTION: (ExemptionVerdict, ExemptionReason),
    }
    assert set(enumerations) == set(DefinitionId)
    for definition, (verdicts, reasons) in enumerations.items():
        assert {each for each in verdicts if (definition, each) not in VERDICTS} == set()
        assert {each for each in reasons if (definition, each) not in REASONS} == set()
