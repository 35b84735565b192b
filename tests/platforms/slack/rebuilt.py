"""Our JSON built anew out of slackblocks' classes, whose constructors know Slack's limits and surfaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import slackblocks as s

Json = Mapping[str, Any]


def message(body: Json) -> Any:
    """The message, as slackblocks makes it."""
    return s.WebhookMessage(text=body["text"], blocks=[block(each) for each in body["blocks"]])._resolve()


def view(body: Json) -> Any:
    """The modal or App Home, as slackblocks makes it."""
    blocks = [block(each) for each in body["blocks"]]
    if body["type"] == "home":
        return s.HomeTabView(blocks)._resolve()
    submit = _text(body["submit"]) if "submit" in body else None
    return s.ModalView(_text(body["title"]), blocks, _text(body["close"]), submit)._resolve()


def block(body: Json) -> Any:
    """One block."""
    match body["type"]:
        case "rich_text":
            return s.RichTextBlock([_part(each) for each in body["elements"]])
        case "actions":
            return s.ActionsBlock([_element(each) for each in body["elements"]], body.get("block_id"))
        case "input":
            element = _element(body["element"])
            return s.InputBlock(_text(body["label"]), element, block_id=body["block_id"])
        case "context":
            return s.ContextBlock([_text(each) for each in body["elements"]])
        case "header":
            return s.HeaderBlock(_text(body["text"]))
    raise AssertionError(f"no block of ours: {body['type']}")


def _part(body: Json) -> Any:
    if body["type"] == "rich_text_list":
        return s.RichTextList(body["style"], [_part(each) for each in body["elements"]], body["indent"])
    return s.RichTextSection([_span(each) for each in body["elements"]])


def _span(body: Json) -> Any:
    match body["type"]:
        case "text":
            return s.RichText(body["text"], bold=body.get("style", {}).get("bold"))
        case "link":
            return s.RichTextLink(body["url"], body["text"])
        case "usergroup":
            return s.RichTextUserGroup(body["usergroup_id"])
        case "channel":
            return s.RichTextChannel(body["channel_id"], bold=body.get("style", {}).get("bold"))
        case "user":
            return s.RichTextUser(body["user_id"])
    raise AssertionError(f"no span of ours: {body['type']}")


def _element(body: Json) -> Any:
    id = body["action_id"]
    match body["type"]:
        case "button":
            return s.Button(_text(body["text"]), id, value=body["value"], style=body.get("style"))
        case "static_select":
            options = [_option(each) for each in body["options"]]
            initial = _option(body["initial_option"]) if "initial_option" in body else None
            assert initial is None or body["initial_option"] in body["options"]
            return s.StaticSelectMenu(
                id, options, initial_option=initial, placeholder=_text(body["placeholder"])
            )
        case "external_select":
            return s.ExternalSelectMenu(id, min_query_length=0, placeholder=_text(body["placeholder"]))
        case "datepicker":
            return s.DatePicker(id, body.get("initial_date"), placeholder=_text(body["placeholder"]))
        case "plain_text_input":
            return s.PlainTextInput(
                id,
                body.get("initial_value"),
                multiline=body.get("multiline", False),
                max_length=body.get("max_length"),
            )
    raise AssertionError(f"no element of ours: {body['type']}")


def _option(body: Json) -> Any:
    return s.Option(_text(body["text"]), body["value"])


def _text(body: Json) -> Any:
    assert body["type"] == "plain_text"
    return s.PlainText(body["text"], emoji=body["emoji"])
