"""Names that aren't in the fact pack: people who speak for a maker, licences by their usual names, look-alikes."""

from __future__ import annotations

import re

from bot.facts.names import Subject, SubjectKind


def _is(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE)


def _maker(id: str, name: str) -> Subject:
    return Subject(SubjectKind.ORGANIZATION, id, name)


PEOPLE: tuple[tuple[re.Pattern[str], Subject], ...] = (
    (_is(r"(?:elon )?musk|elon|イーロン(?:・?マスク)?|マスク(?=さん|氏|は|が|の|って|と|も|CEO)"), _maker("xai", "xAI")),
    (_is(r"(?:sam )?altman|(?:サム・?)?アルトマン|サム・?アルトマン"), _maker("openai", "OpenAI")),
    (_is(r"(?:mark )?zuckerberg|zuck|(?:マーク・?)?ザッカーバーグ|ザック(?=は|が)|yann lecun|lecun|ルカン"), _maker("meta", "Meta")),
    (_is(r"(?:dario )?amodei|アモデイ"), _maker("anthropic", "Anthropic")),
    (_is(r"(?:sundar )?pichai|hassabis|ピチャイ|ハサビス"), _maker("google", "Google")),
    (_is(r"liang wenfeng|梁文鋒"), _maker("deepseek", "DeepSeek")),
    (_is(r"arthur mensch"), _maker("mistral", "Mistral AI")),
    (_is(r"(?:emad )?mostaque"), _maker("stability-ai", "Stability AI")),
    (_is(r"jensen huang|ジェンスン・?フアン"), _maker("nvidia", "NVIDIA")),
    (_is(r"(?:mustafa )?suleyman|nadella|ナデラ"), _maker("microsoft", "Microsoft")),
)  # fmt: skip
"""Who speaks for which maker."""

LICENSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_is(r"(?<!modified )mit(?: ?licen[sc]ed?| ?ライセンス)?"), "MIT"),
    (_is(r"apache(?:[- ]?(?:licen[sc]ed?,? ?)?(?:version )?v?2(?:\.0)?)?(?: ?licen[sc]ed?| ?ライセンス)?|アパッチ"), "Apache-2.0"),
    (_is(r"cc[- ]by[- ]nc[- ]sa(?:[- ]4(?:\.0)?)?"), "CC-BY-NC-SA-4.0"),
    (_is(r"cc[- ]by[- ]nc(?:[- ]4(?:\.0)?)?"), "CC-BY-NC-4.0"),
    (_is(r"cc[- ]by[- ]sa(?:[- ]4(?:\.0)?)?"), "CC-BY-SA-4.0"),
    (_is(r"cc[- ]by(?:[- ]4(?:\.0)?)?(?![- ](?:nc|sa))"), "CC-BY-4.0"),
    (_is(r"cc0(?:[- ]1(?:\.0)?)?"), "CC0-1.0"),
    (_is(r"odc[- ]by"), "ODC-By-1.0"),
    (_is(r"agpl(?:[- ]?v?3(?:\.0)?)?"), "AGPL-3.0"),
    (_is(r"lgpl(?:[- ]?v?3(?:\.0)?)?"), "LGPL-3.0"),
    (_is(r"(?:gnu )?gpl(?:[- ]?v?3(?:\.0)?)?"), "GPL-3.0"),
    (_is(r"bsd(?:[- ]?3(?:[- ]clause)?)?"), "BSD-3-Clause"),
    (_is(r"openmdw(?:[- ]1\.0)?"), "OpenMDW-1.0"),
)  # fmt: skip
"""Licences that people name by a short word: the SPDX id of the version that models use."""

LOOK_ALIKES: tuple[tuple[re.Pattern[str], str], ...] = ((_is(r"groq|グロック社"), "grok"),)
"""Names of others that are taken for a family's: ask whether the family is meant."""
