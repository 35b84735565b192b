"""A digest as it is posted: short enough to be read, with what was left out counted and where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.commands.changes import Changes
from bot.commands.digest.contents import DigestAnswer, Release
from bot.commands.digest.filters import Topic
from bot.commands.fact.history import History
from bot.commands.promises import Promises
from bot.replies.digest import news
from bot.replies.digest.topics import TOPICS
from bot.replies.digest.wishes import wished
from bot.replies.reply import Block, Choice, Field, Fields, Note, Paragraph, Reply
from bot.replies.words import Words

LINES = 12  # of news: what one reads without scrolling much; of more their number is said


def reply(answer: DigestAnswer, words: Words) -> Reply:
    """The news of the period by topic."""
    return Reply(
        title=words("Openness digest: {days}", days=words.days(answer.span.first, answer.span.last)),
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, words)),
        language=words.language,
    )


def _headline(answer: DigestAnswer, words: Words) -> str:
    """How much there is of each topic: what a notification shows."""
    if not answer.news:
        return words("Nothing new in our data.")
    counts = words.list(_count(topic, answer, words) for topic in answer.news)
    return words("{counts}.", counts=counts[:1].upper() + counts[1:])


def _count(topic: Topic, answer: DigestAnswer, words: Words) -> str:
    n = len(answer.news[topic])
    match topic:
        case Topic.OPENED:
            return words.count("{n} opened", "{n} opened", n)
        case Topic.LICENSES:
            return words.count("{n} change of licence", "{n} changes of licence", n)
        case Topic.PROMISES:
            return words.count("{n} promise", "{n} promises", n)
        case Topic.MODELS if Topic.OPENED not in answer.news:
            return words.count("{n} new model", "{n} new models", n)
        case Topic.MODELS:
            return words.count("{n} other new model", "{n} other new models", n)
        case Topic.GONE:
            return words.count("{n} withdrawn or retired", "{n} withdrawn or retired", n)
        case Topic.ADDED:
            return words.count("{n} older entry added", "{n} older entries added", n)
        case Topic.CORRECTED:
            return words.count("{n} correction", "{n} corrections", n)


def _blocks(answer: DigestAnswer, words: Words) -> Iterator[Block]:
    if answer.span.missed:
        sentence = words.count(
            "{n} digest could not be sent before; this one covers its days, too.",
            "{n} digests could not be sent before; this one covers their days, too.",
            answer.span.missed,
        )
        yield Paragraph((sentence,))
    shares = shared({topic: len(told) for topic, told in answer.news.items()}, LINES)
    for topic, told in answer.news.items():
        fields = [news.field(each, answer, words) for each in told[: shares[topic]]]
        if more := len(told) - shares[topic]:
            fields.append(Field(words.count("and {n} more", "and {n} more", more), ()))
        yield Fields(words(TOPICS[topic]), tuple(fields))
    yield from _small_print(answer, words)


def _small_print(answer: DigestAnswer, words: Words) -> Iterator[Block]:
    if answer.release is not None:
        yield Paragraph((_release(answer.release, words),))
    if answer.others:
        sentence = words.count(
            "Not listed: {n} other entry of these days (statements, papers, checks by others).",
            "Not listed: {n} other entries of these days (statements, papers, checks by others).",
            answer.others,
        )
        yield Note((sentence,))
    if said := wished(answer.wishes, words):
        yield Note((words("Only: {wishes}.", wishes=said),))


def _release(release: Release, words: Words) -> str:
    return words(
        "A new release of our data came in these days: models added: {models}, "
        "older entries added: {added}, records corrected: {corrected}.",
        models=words.number(release.models),
        added=words.number(release.added),
        corrected=words.number(release.corrected),
    )


def _follow_ups(answer: DigestAnswer, words: Words) -> Iterator[Choice]:
    """Where everything is that is only counted, and what happened is told in full."""
    since, filters = answer.span.first, answer.filters
    about = filters.model or filters.organization or None
    label = words("Everything since {day}, with all sources", day=words.date(since))
    yield Choice(label, Changes(since, about))
    if Topic.CORRECTED in answer.news or Topic.ADDED in answer.news or answer.release is not None:
        yield Choice(words("What changed in our record"), History(about))
    if Topic.PROMISES in answer.news:
        yield Choice(words("All promises"), Promises(about))


def shared(wanted: Mapping[Any, int], lines: int) -> Mapping[Any, int]:
    """How many lines each topic gets of so many: the longest is cut first, and none is left out."""
    given = dict.fromkeys(wanted, 0)
    left = max(lines, len(wanted))
    while left and (short := [each for each in wanted if given[each] < wanted[each]]):
        for each in short[:left]:
            given[each] += 1
            left -= 1
    return given
