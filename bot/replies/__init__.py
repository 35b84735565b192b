"""Answers in words: one module a command, under the command's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.changes import ChangesAnswer
from bot.commands.compare import CompareAnswer
from bot.commands.define import DefineAnswer, UnknownTerm
from bot.commands.digest.answers import (
    DeliveriesAnswer,
    PreviewAnswer,
    SubscriptionAnswer,
    SubscriptionsAnswer,
    WishAnswer,
)
from bot.commands.fact.answers import (
    FormAnswer,
    HistoryAnswer,
    ProposalAnswer,
    PublishedAnswer,
    QueueAnswer,
)
from bot.commands.help_ import HelpAnswer
from bot.commands.license import LicenseAnswer
from bot.commands.models import ModelsAnswer
from bot.commands.open_ import OpenAnswer
from bot.commands.organization import OrganizationAnswer
from bot.commands.pace import PaceAnswer
from bot.commands.promises import PromisesAnswer
from bot.commands.sources import SourcesAnswer
from bot.commands.timeline import TimelineAnswer
from bot.replies import (
    changes,
    compare,
    define,
    help_,
    license,
    models,
    open_,
    organization,
    pace,
    promises,
    refusals,
    sources,
    timeline,
)
from bot.replies.digest import form as wish
from bot.replies.digest import subscriptions
from bot.replies.fact import form, lists, proposal
from bot.replies.fact.refused import reply as refused
from bot.replies.questions import said
from bot.replies.refusals import failure, mistake, too_slow
from bot.replies.reply import Reply
from bot.replies.words import Words

__all__ = ["failure", "mistake", "refused", "said", "too_slow", "word"]

_WORDED: Mapping[type, Callable[[Any, Any, Words], Reply]] = {
    OpenAnswer: open_.reply,
    TimelineAnswer: timeline.reply,
    HelpAnswer: help_.reply,
    ChangesAnswer: changes.reply,
    CompareAnswer: compare.reply,
    DefineAnswer: define.reply,
    UnknownTerm: define.unknown,
    LicenseAnswer: license.reply,
    ModelsAnswer: models.reply,
    OrganizationAnswer: organization.reply,
    PaceAnswer: pace.reply,
    SourcesAnswer: sources.reply,
    PromisesAnswer: promises.reply,
    DeliveriesAnswer: subscriptions.history,
    PreviewAnswer: subscriptions.preview,
    SubscriptionAnswer: subscriptions.subscription,
    SubscriptionsAnswer: subscriptions.listed,
    WishAnswer: wish.reply,
    FormAnswer: form.reply,
    HistoryAnswer: lists.history,
    ProposalAnswer: proposal.reply,
    PublishedAnswer: proposal.published,
    QueueAnswer: lists.queue,
    UnknownName: refusals.unknown,
    AmbiguousName: refusals.ambiguous,
}


def word(answer: Any, command: Any, words: Words) -> Reply:
    """The reply that says the answer to the command in that language."""
    return _WORDED[type(answer)](answer, command, words)
