"""What people mean by a name: of a model, a family, an organization, a licence. Pure, in memory."""

from bot.facts.names.entries import entries
from bot.facts.names.index import ALL, NameIndex
from bot.facts.names.subject import Entry, Found, Match, Mention, Subject, SubjectKind

__all__ = ["ALL", "Entry", "Found", "Match", "Mention", "NameIndex", "Subject", "SubjectKind", "entries"]
