"""Slack's limits on messages and views, as documented in autumn 2026. In characters unless said otherwise."""

from __future__ import annotations

BLOCKS = 50  # of a message
VIEW_BLOCKS = 100  # of a modal or the App Home
# Over all blocks of a message. Not documented: refusals are reported from about 12,000 on, and nobody outside
# Slack knows whether the JSON around the words counts. So all of it is counted.
CHARACTERS = 12_000
TEXT = 4_000  # of a message's text beside its blocks
SECTION = 3_000  # of a text object
HEADER = 150
BUTTON = 75  # of a button's words
VALUE = 2_000  # of a button's value
OPTION = 75  # of an option's words
OPTION_VALUE = 150
OPTIONS = 100  # of a menu
PLACEHOLDER = 150
ELEMENTS = 25  # of a row of buttons and menus
ID = 255  # of a block, an action or a callback
ADDRESS = 3_000
VIEW_TITLE = 24  # of a modal, and of its buttons
METADATA = 3_000  # that a modal carries unseen
TYPED = 3_000  # typed into one input
PROMPTS = 4  # suggested in the agent's pane
