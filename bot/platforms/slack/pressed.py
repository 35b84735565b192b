"""What a pressed button or a picked option does. Nothing is remembered but what was shared just now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core import Line
from bot.platforms.slack import editing, home, presses, scene, unfurl, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import Json, person, prose, rich, text
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.fit import Whole
from bot.platforms.slack.once import Once
from bot.platforms.slack.presses import Act, Press
from bot.platforms.slack.scene import Scene
from bot.replies.reply import Reply
from bot.replies.words import Words
from bot.replies.words import words as words_in

Payload = Mapping[str, Any]

SHARED = 3_600.0  # seconds in which the same button shares once
TWICE = 2.0  # seconds in which a second tap on a button that decides is the same one
_NAME = "\ufffc"  # stands where the sharer's name goes


async def press(answering: Answering, delivery: Delivery, once: Once, body: Payload) -> None:
    """Do what the button says; one that is not ours, or of an older form, gets a sentence."""
    actions = body.get("actions") or [{}]
    here = scene.of_interaction(body, answering.language)
    if unfurl.is_dismissal(actions[0]):
        await unfurl.dismiss(delivery, here, body)
        return
    pressed = presses.read(actions[0])
    if pressed is None:
        await _say(answering, delivery, here, body, dead_button(words_in(here.language)))
        return
    here = here.speaking(pressed.language)
    if editing.edits(Line(pressed.line)) and not await once.first(_key(here, body, pressed), TWICE):
        return
    if _in_view(body):
        await _show_in_view(answering, delivery, here, body, pressed)
    elif pressed.act is Act.SHARE:
        await _share(answering, delivery, once, here, body, pressed)
    else:
        await _show(answering, delivery, here, body, pressed)


def dead_button(words: Words) -> Reply:
    """A button of a form that is no longer known."""
    sentence = words("This button was made by an older version of me. Please ask again: /open grok-2.")
    return Reply(sentence, private=True, language=words.language)


async def _show(answering: Answering, delivery: Delivery, here: Scene, body: Payload, pressed: Press) -> None:
    """Show something else in place of what only its reader sees, or beside it; beside what others see."""
    answered = await answering.press(pressed, here)
    if answered.silent:
        return
    form = answered.reply.form is not None and answering.view(answered, here)
    if form and await delivery.opened(here, str(body.get("trigger_id") or ""), form):
        return
    alone = here.direct or _is_ephemeral(body)
    replace = alone and pressed.act is not Act.ASK and answered.answer is not None
    card = answering.card(answered, shareable=not here.direct, press=pressed)
    await delivery.respond(here, card, public=here.direct, replace=replace)


async def _share(
    answering: Answering, delivery: Delivery, once: Once, here: Scene, body: Payload, pressed: Press
) -> None:
    """Post what the sharer sees for all to see, once, with the sharer's name."""
    words = words_in(here.language)
    container = body.get("container") or {}
    key = f"share {here.workspace.team} {here.channel} {container.get('message_ts')} {pressed.value}"
    if not await once.first(key, SHARED):
        again = Reply(words("That has been shared already."), private=True, language=words.language)
        await delivery.respond(here, answering.saying(again))
        return
    try:
        answered = await answering.press(pressed, here)
        if answered.answer is None or answered.reply.private:
            await once.again(key)
            if not answered.silent:
                await delivery.respond(here, answering.card(answered, shareable=False, press=pressed))
            return
        card = answering.card(answered, shareable=False, press=pressed, above=(_by(here.user, words),))
        await delivery.respond(here, card, public=True)
    except Exception:
        await once.again(key)
        raise


def _by(user: str, words: Words) -> Whole:
    """The line that names the sharer, as Slack shows people."""
    before, _, after = words("Shared by {name}", name=_NAME).partition(_NAME)
    parts = [text(before)] if before else []
    parts += [person(user), *([text(after)] if after else [])]
    return Whole(f"{before}@{user}{after}", rich([prose(parts)]))


async def _show_in_view(
    answering: Answering, delivery: Delivery, here: Scene, body: Payload, pressed: Press
) -> None:
    """Answer in the view that the button is in, or over the App Home."""
    answered = await answering.press(pressed, here)
    if not answered.silent:
        await _view(delivery, here, body, answering.view(answered, here, pressed))
    if here.elsewhere and editing.manages(Line(pressed.line)):
        await home.show(answering, delivery, here)


async def _say(answering: Answering, delivery: Delivery, here: Scene, body: Payload, reply: Reply) -> None:
    card = answering.saying(reply)
    if _in_view(body):
        await _view(delivery, here, body, views.answer(card, words_in(here.language)))
    else:
        await delivery.respond(here, card)


async def _view(delivery: Delivery, here: Scene, body: Payload, view: Json) -> None:
    shown = body["view"]
    if shown.get("type") == "modal":
        await delivery.update_view(here, str(shown.get("id")), view)
    else:
        await delivery.open_view(here, str(body.get("trigger_id")), view)


def _key(here: Scene, body: Payload, pressed: Press) -> str:
    """One person's press of one button."""
    container = body.get("container") or {}
    place = container.get("view_id") or container.get("message_ts")
    return f"press {here.workspace.team} {here.user} {place} {pressed.value}"


def _in_view(body: Payload) -> bool:
    """Whether the button is in a form or the App Home, and not under a message."""
    return bool(body.get("view"))


def _is_ephemeral(body: Payload) -> bool:
    return bool((body.get("container") or {}).get("is_ephemeral"))
