"""Who may change the facts. Doubt closes: who isn't known to be an editor is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.asker import Asker


@dataclass(frozen=True, slots=True)
class Editors:
    """The ids of the editors on each platform: users, and groups (roles, user groups) of them.

    ``everyone``: the platforms on which whoever can ask may edit, such as the operator's terminal.
    ``homes``: of a platform on which several workspaces can have the same ids, the one that they are of.
    """

    users: Mapping[str, frozenset[str]] = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    everyone: frozenset[str] = frozenset()
    homes: Mapping[str, str] = field(default_factory=dict)

    def include(self, asker: Asker) -> bool:
        """Whether the asker is an editor."""
        if asker.platform in self.everyone:
            return True
        if self.homes.get(asker.platform, asker.workspace) != asker.workspace:
            return False
        if asker.user and asker.user in self.users.get(asker.platform, ()):
            return True
        return not self.groups.get(asker.platform, frozenset()).isdisjoint(asker.groups)
