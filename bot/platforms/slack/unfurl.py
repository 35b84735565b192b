"""Previews of links to models: off by default, few, once in a while, and easy to hide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.commands import line
from bot.commands.open_ import Open, OpenAnswer
from bot.core import Answered
from bot.facts.names import Found, SubjectKind
from bot.platforms.slack import scene
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import BOLD, Json, actions, button, prose, rich, small, text
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.manifest import UNFURL_DOMAINS
from bot.platforms.slack.once import Once
from bot.platforms.slack.presses import Act, Press
from bot.platforms.slack.scene import Scene
from bot.replies.words import words as words_in

Payload = Mapping[str, Any]

MOST = 2  # links of a message: with more, it is about something else
AGAIN = 1_800.0  # seconds until the same link is shown again in the same channel
DISMISS = "dismiss"  # the id of the button that hides a preview


async def share(answering: Answering, delivery: Delivery, once: Once, body: Payload) -> None:
    """Show previews under a message with one or two links to models."""
    event = body.get("event") or {}
    links = [each for each in event.get("links") or [] if isinstance(each, Mapping)]
    if not links or len(links) > MOST:
        return
    here = scene.of_event(body, answering.language)
    unfurls: dict[str, Json] = {}
    for each in links:
        url = str(each.get("url") or "")
        if url not in unfurls and (preview := await _preview(answering, once, here, each, url)):
            unfurls[url] = preview
    if unfurls:
        await delivery.unfurl(here, _where(event), unfurls)


def is_dismissal(action: Payload) -> bool:
    """Whether the button hides a preview."""
    return action.get("action_id") == DISMISS


async def dismiss(delivery: Delivery, here: Scene, body: Payload) -> None:
    """Put a word in the preview's place: Slack lets an app change its previews, not take them away."""
    container = body.get("container") or {}
    url = str(container.get("app_unfurl_url") or "")
    words = words_in(here.language)
    hidden = small(words("Preview hidden."))
    where = {"channel": here.channel, "ts": str(container.get("message_ts") or "")}
    await delivery.unfurl(here, where, {url: {"blocks": [hidden]}})


async def _preview(answering: Answering, once: Once, here: Scene, link: Payload, url: str) -> Json | None:
    """The preview of one link; None where it leads to no model, or was shown a moment ago."""
    if not str(link.get("domain") or "").endswith(UNFURL_DOMAINS):
        return None
    match = answering.bot.store.names.known(url, (SubjectKind.MODEL,))
    if match is None or match.found is not Found.EXACT:
        return None
    if not await once.first(f"unfurl {here.workspace.team} {here.channel} {url}", AGAIN):
        return None
    command = Open(match.subjects[0].id)
    answered = await answering.ask(command, here)
    return {"blocks": _blocks(answered, command, answering)} if answered.answer is not None else None


def _blocks(answered: Answered, command: Open, answering: Answering) -> list[Json]:
    """The model, what it is, when its sources were checked, and a way to the whole card."""
    reply = answered.reply
    words = words_in(reply.language)
    made = [rich([prose([text(f"{reply.title}\n", BOLD), text(reply.headline or " ")])])]
    checked = answered.answer.assessment.last_checked if isinstance(answered.answer, OpenAnswer) else None
    if checked is not None:
        made.append(small(words("Sources last checked on {day}.", day=words.date(checked))))
    whole = Press(Act.ASK, line.write(command), answering.version, 0, reply.language)
    made.append(
        actions(
            "preview",
            [
                button(words("The whole card"), f"{Act.ASK}-0", whole.value),
                button(words("Hide preview"), DISMISS, DISMISS),
            ],
        )
    )
    return made


def _where(event: Payload) -> Json:
    """The message, or the one that is still being written."""
    if event.get("unfurl_id") and event.get("source"):
        return {"unfurl_id": event["unfurl_id"], "source": event["source"]}
    return {"channel": event.get("channel"), "ts": event.get("message_ts")}
