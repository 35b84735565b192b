"""A sentence as the rules see it: whom it is about, and what it asks of them."""

from __future__ import annotations

from datetime import date

from bot.facts.names import NameIndex, Subject
from bot.questions.calendar import Days, gathered
from bot.questions.cue import Cue
from bot.questions.heard import Heard
from bot.questions.topics import Topic


class Asked:
    """A sentence as the rules see it: whom it is about, and what it asks of them."""

    def __init__(self, heard: Heard, names: NameIndex, today: date) -> None:
        self.heard = heard
        self.names = names
        self.days: Days = gathered(list(heard.whens), today)
        self.models = _once([each for each in heard.topics if each.model is not None])
        self.groups = [each for each in _once(list(heard.topics)) if each.is_group and self._is_meant(each)]
        self.makers = [each for each in heard.topics if each.organization is not None]
        self.licenses = [each for each in heard.topics if each.license is not None]
        self.near = [each for each in heard.topics if each.near]

    def _is_meant(self, group: Topic) -> bool:
        """Whether any of the group may be meant beside the models named: DeepSeek is R1's maker, too."""
        if any(each.models[0] in group.models for each in self.models):
            return False
        return group.organization is None or not self.models or self.says(Cue.COMPARE)

    def says(self, *cues: Cue) -> bool:
        """Whether any of the cues is there."""
        return any(each in self.heard.cues for each in cues)

    @property
    def named(self) -> bool:
        """Whether a model, a family or a maker is named."""
        return bool(self.models or self.groups or self.makers)

    @property
    def model(self) -> Topic | None:
        """The model or the family that it is about; the maker's family where the maker alone isn't meant."""
        return next(iter((*self.models, *self.groups)), None)

    @property
    def maker(self) -> Subject | None:
        """The maker that it is about: one of its models isn't named."""
        plain = [each for each in self.groups if each.organization is None]
        return self.makers[0].organization if self.makers and not self.models and not plain else None


def _once(topics: list[Topic]) -> list[Topic]:
    """The topics without those that mean the same as one before."""
    return list({each.models or (each.asked,): each for each in reversed(topics)}.values())[::-1]
