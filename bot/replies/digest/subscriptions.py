"""What is said about a channel's digests: when they come, what they are about, what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.commands.digest.answers import (
    DeliveriesAnswer,
    Done,
    PreviewAnswer,
    Standing,
    SubscriptionAnswer,
    SubscriptionsAnswer,
)
from bot.commands.digest.choose import Choose
from bot.commands.digest.look import ListDigests, Preview, Test
from bot.commands.digest.switch import Pause, Resume, Unsubscribe
from bot.replies.digest import post
from bot.replies.digest.reasons import sentence
from bot.replies.digest.when import moment, schedule
from bot.replies.digest.wishes import wished
from bot.replies.reply import Block, Choice, Entry, Field, Fields, Note, Paragraph, Reply, Timeline
from bot.replies.slugs import N_
from bot.replies.words import Words
from bot.replies.words import words as words_in
from bot.state.delivery import Delivery, State
from bot.state.subscription import WhenEmpty

_DONE: Mapping[Done, str] = {
    Done.SUBSCRIBED: N_("Digest #{id} is subscribed to."),
    Done.EDITED: N_("Digest #{id} is changed."),
    Done.PAUSED: N_("Digest #{id} is paused."),
    Done.RESUMED: N_("Digest #{id} comes again."),
    Done.ENDED: N_("Digest #{id} is ended."),
}
_STATES: Mapping[State, str] = {
    State.WAITING: N_("waits to be sent"),
    State.CLAIMED: N_("is being sent"),
    State.DOUBTFUL: N_("may have been sent: being looked for"),
    State.SENT: N_("sent"),
    State.EMPTY: N_("nothing happened, so nothing was sent"),
    State.REFUSED: N_("refused by the platform"),
    State.GIVEN_UP: N_("given up"),
}


def subscription(answer: SubscriptionAnswer, command: Any, words: Words) -> Reply:
    """What was done, the next runs, and a preview."""
    found = answer.subscription
    return Reply(
        title=words(_DONE[answer.done], id=found.id),
        headline=schedule(found, words) if answer.done is not Done.ENDED else "",
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, words)),
        private=True,
        language=words.language,
    )


def _blocks(answer: SubscriptionAnswer, words: Words) -> Iterator[Block]:
    found = answer.subscription
    if answer.runs and answer.done is not Done.PAUSED:
        fields = tuple(Field(moment(each, found.zone, words), ()) for each in answer.runs)
        yield Fields(words("The next three"), fields)
    if answer.preview is not None and answer.done in (Done.SUBSCRIBED, Done.EDITED):
        last = post.reply(answer.preview, words)
        yield Fields(words("The last one would have been"), (Field(last.title, (last.headline,)),))
        yield from last.blocks
    if found.when_empty is WhenEmpty.SKIP and answer.done is Done.SUBSCRIBED:
        yield Note((words("Where nothing happened, nothing is posted."),))


def _follow_ups(answer: SubscriptionAnswer, words: Words) -> Iterator[Choice]:
    id = answer.subscription.id
    if answer.done is Done.ENDED:
        return
    yield Choice(words("Preview"), Preview(id))
    if answer.done is Done.PAUSED:
        yield Choice(words("Resume"), Resume(id))
    else:
        yield Choice(words("Post a test"), Test(id))
        yield Choice(words("Pause"), Pause(id))
    yield Choice(words("Unsubscribe"), Unsubscribe(id))


def listed(answer: SubscriptionsAnswer, command: ListDigests, words: Words) -> Reply:
    """The channel's digests with their next runs."""
    if answer.everywhere:
        return _everywhere(answer, words)
    if not answer.standing:
        said = words("/digest subscribe lets one come: every week, unless you say otherwise.")
        return Reply(words("No digest comes here."), said, private=True, language=words.language)
    resumed = [each.subscription.id for each in answer.standing if each.run is None]
    return Reply(
        title=words("The digests of this channel"),
        blocks=(
            Fields(
                words("Number, schedule, next run"),
                tuple(
                    Field(f"#{each.subscription.id}", (_standing(each, words),)) for each in answer.standing
                ),
            ),
        ),
        follow_ups=tuple(Choice(words("Resume #{id}", id=id), Resume(id)) for id in resumed),
        private=True,
        language=words.language,
    )


def _everywhere(answer: SubscriptionsAnswer, words: Words) -> Reply:
    """Those of all channels, without their controls: each channel has its own."""
    fields = tuple(Field(f"#{each.subscription.id}", (_standing(each, words),)) for each in answer.standing)
    return Reply(
        title=words("The digests of this workspace")
        if fields
        else words("No digest comes to a channel yet."),
        headline="" if fields else how(words),
        blocks=(Fields(words("Number, schedule, next run"), fields),) if fields else (),
        private=True,
        language=words.language,
    )


def how(words: Words) -> str:
    """How a channel subscribes."""
    return words(
        "Type /digest subscribe in a channel, and one comes there: every week, unless you say otherwise."
    )


def one(standing: Standing, words: Words) -> Reply:
    """One digest with what can be done with it; who may do what is for the platform to see."""
    each = standing.subscription
    return Reply(
        title=words("Digest #{id}", id=each.id),
        headline=words("{schedule}.", schedule=schedule(each, words)),
        blocks=(Paragraph((words.sentences(_state(standing, words)),)),),
        follow_ups=(
            Choice(words("Edit"), Choose(each.id)),
            Choice(words("Pause"), Pause(each.id))
            if standing.run is not None
            else Choice(words("Resume"), Resume(each.id)),
            Choice(words("Preview"), Preview(each.id)),
        ),
        private=True,
        language=words.language,
    )


def _standing(standing: Standing, words: Words) -> str:
    each = standing.subscription
    return words.sentences([words("{schedule}.", schedule=schedule(each, words)), *_state(standing, words)])


def _state(standing: Standing, words: Words) -> list[str]:
    """What it is about, and whether it comes: on with its next run, paused, or suspended and why."""
    each, said = standing.subscription, []
    if about := wished(standing.wishes, words):
        said.append(words("Only: {wishes}.", wishes=about))
    if each.suspended:
        said.append(words("Suspended: {why}", why=sentence(each.suspended, words)))
    elif standing.run is None:
        said.append(words("Paused."))
    else:
        said += [words("On."), words("Next: {run}.", run=moment(standing.run, each.zone, words))]
    return said


def preview(answer: PreviewAnswer, command: Any, words: Words) -> Reply:
    """The digest as it would be posted, in the channel's language where all see it."""
    said = post.reply(answer.digest, words_in(answer.language) if answer.public else words)
    return replace(said, private=not answer.public)


def _fate(delivery: Delivery, words: Words) -> Iterator[str]:
    yield words(_STATES[delivery.state])
    if delivery.reason:
        yield sentence(delivery.reason, words)


def history(answer: DeliveriesAnswer, command: Any, words: Words) -> Reply:
    """What became of each."""
    zone = answer.subscription.zone
    entries = tuple(
        Entry(moment(each.period.end, zone, words), (words.sentences(_fate(each, words)),))
        for each in answer.deliveries
    )
    none = words("None was due yet.")
    return Reply(
        title=words("Digest #{id}: what came", id=answer.subscription.id),
        blocks=(Timeline(words("Newest first"), entries),) if entries else (Paragraph((none,)),),
        private=True,
        language=words.language,
    )
