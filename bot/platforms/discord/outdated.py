"""What is said to a button or a command that an older version of the bot made."""

from __future__ import annotations

from bot.replies.reply import Reply
from bot.replies.words import Words


def dead_button(words: Words) -> Reply:
    """A button of a form that is no longer known."""
    sentence = words("This button was made by an older version of me. Please ask again: /open grok-2.")
    return Reply(sentence, private=True, language=words.language)


def stale_command(words: Words) -> Reply:
    """A command that Discord still lists, or lists with other options than we know."""
    sentence = words("This command has changed. Reload Discord (Ctrl+R) and try again in some minutes.")
    return Reply(sentence, private=True, language=words.language)
