"""What the kinds of news are called."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.digest.filters import Topic
from bot.replies.slugs import N_

TOPICS: Mapping[Topic, str] = {
    Topic.OPENED: N_("Opened: weights, code or data"),
    Topic.LICENSES: N_("Licences that changed"),
    Topic.PROMISES: N_("Promises"),
    Topic.MODELS: N_("New models, announced or first in use"),
    Topic.GONE: N_("Withdrawn or retired"),
    Topic.ADDED: N_("Added to our record, happened earlier"),
    Topic.CORRECTED: N_("Corrected in our record"),
}
