"""What an entry of the glossary holds."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts.model import Text


@dataclass(frozen=True, slots=True)
class Page:
    """Where a meaning is read: its author or keeper, its title, its address."""

    publisher: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the field in our own wording, who decides what it means, and where that is read.

    ``names`` are what people type for it besides its name, in any language.
    """

    id: str
    name: Text
    meaning: Text
    decided_by: Text
    pages: tuple[Page, ...]
    names: tuple[str, ...] = ()
    see: tuple[str, ...] = ()  # ids of the entries that it is often taken for, or that belong to it


def listed(names: str) -> tuple[str, ...]:
    """Names written with commas between them."""
    return tuple(name.strip() for name in names.split(","))


NOBODY = Text(
    "Nobody: it is common use, and people use it differently.",
    "決める機関はありません。慣用の言葉で、人によって使い方が異なります。",
)
THIS_BOT = Text("This bot, for its own answers.", "このボットが自らの回答のために定めています。")
OSI_PAGE = Page("Open Source Initiative", "The Open Source Definition", "https://opensource.org/osd")
GRADIENT_PAGE = Page(
    "Solaiman", "The Gradient of Generative AI Release (arXiv:2302.04844)", "https://arxiv.org/abs/2302.04844"
)
OSAID_PAGE = Page(
    "Open Source Initiative",
    "The Open Source AI Definition 1.0",
    "https://opensource.org/ai/open-source-ai-definition",
)
MOF_PAGE = Page(
    "White et al.", "The Model Openness Framework (arXiv:2403.13784)", "https://arxiv.org/abs/2403.13784"
)
ACT_PAGE = Page(
    "European Union", "Regulation (EU) 2024/1689 (AI Act)", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
)
GUIDELINES_PAGE = Page(
    "European Commission",
    "Guidelines on the obligations of providers of general-purpose AI models",
    "https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act",
)
