"""What a channel chooses of its digest, each described once."""

from __future__ import annotations

from typing import Annotated

from bot.commands.declaration import About, Kind
from bot.commands.digest.filters import Topic
from bot.state import subscription as kept

ALL = "all"
"""Takes a filter away again."""

Number = Annotated[int, About("The number of the digest, as the list shows it", Kind.NUMBER)]
Known = Annotated[int | None, About("The number of the digest, as the list shows it", Kind.NUMBER)]
Cadence = Annotated[
    kept.Cadence | None, About("How often: weekly if left out", Kind.CHOICE, tuple(kept.Cadence))
]
Day = Annotated[str | None, About("Of the week (monday) or of the month (1 to 31)", Kind.TEXT)]
Hour = Annotated[str | None, About("At what time: 9 or 09:30", Kind.TEXT)]
Zone = Annotated[str | None, About("The time zone, such as Asia/Tokyo", Kind.ZONE)]
Language = Annotated[str | None, About("The language of the posts: en or ja", Kind.CHOICE, ("en", "ja"))]
Organization = Annotated[str | None, About("Only what is about this organization; or all", Kind.ORGANIZATION)]
Model = Annotated[str | None, About("Only what is about this model or family; or all", Kind.MODEL)]
License = Annotated[str | None, About("Only what is under this licence; or all", Kind.LICENSE)]
Topics = Annotated[str | None, About("Only this kind of news; or all", Kind.CHOICE, (*Topic, ALL))]
WhenEmpty = Annotated[
    kept.WhenEmpty | None,
    About("Where nothing happened: skip, or say so", Kind.CHOICE, tuple(kept.WhenEmpty)),
]
Role = Annotated[str | None, About("The id of a role to mention; none unless you choose one", Kind.TEXT)]
