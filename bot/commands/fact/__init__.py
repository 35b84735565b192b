"""Editing the facts: one module a command of the group ``fact``."""

from __future__ import annotations

from bot.commands.declaration import Declaration
from bot.commands.fact.add import ADD
from bot.commands.fact.correct import CORRECT
from bot.commands.fact.history import HISTORY
from bot.commands.fact.new import NEW
from bot.commands.fact.propose import PROPOSE
from bot.commands.fact.queue import QUEUE
from bot.commands.fact.review import APPROVE, DISCARD, EDIT, REJECT, SHOW
from bot.commands.fact.undo import UNDO
from bot.commands.fact.verify import VERIFY
from bot.commands.fact.withdraw import RESTORE, WITHDRAW

FACT: tuple[Declaration, ...] = (
    PROPOSE,
    HISTORY,
    ADD,
    CORRECT,
    VERIFY,
    WITHDRAW,
    RESTORE,
    NEW,
    UNDO,
    QUEUE,
    SHOW,
    APPROVE,
    EDIT,
    REJECT,
    DISCARD,
)
