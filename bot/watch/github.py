"""GitHub's REST interface, asked politely: what has not changed is not sent again, and limits are kept."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from bot.watch.files import watched
from bot.watch.repository import Absent, Commit, Limited, Look, Snapshot, Unclear, plain

SECONDS = 30.0  # for one answer
LENGTH = 8 * 1024 * 1024  # bytes of one answer
HOPS = 3  # from a repository's old name to its new one

_GONE = frozenset({404, 451})
_NO_LICENSE = frozenset({"", "NOASSERTION"})


class _Unreadable(Exception):
    """No answer, or none that can be read."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    data: Any
    etag: str


class GitHub:
    """GitHub at an address, by a session that says who asks."""

    def __init__(self, session: ClientSession, url: URL) -> None:
        self._session = session
        self._url = url
        self._exhausted = False

    async def look(self, name: str, before: Snapshot | None) -> Look:
        """The repository now. Raises :class:`Limited`."""
        try:
            answer = await self._get(self._url / "repos" / name, before.etag if before else "")
            if answer.status == 304 and before is not None:
                return before
            if answer.status in _GONE:
                return Absent(f"GitHub answers {answer.status}")
            if answer.status != 200:
                return Unclear(f"GitHub answers {answer.status}")
            now = _snapshot(answer)
            if before is not None and before.modified == now.modified:
                return replace(now, files=before.files)
            return replace(now, files=await self._files(now.name))
        except _Unreadable as error:
            return Unclear(str(error))

    async def commits(self, name: str, since: date) -> Sequence[Commit]:
        """Its commits since that day, newest first; none where they cannot be had.

        Raises :class:`Limited`.
        """
        query = {"since": f"{since}T00:00:00Z", "per_page": "100"}
        try:
            answer = await self._get((self._url / "repos" / name / "commits").with_query(query))
            if answer.status != 200:
                return []
            return [
                Commit(str(each["sha"]), _moment(each["commit"]["committer"]["date"]).date())
                for each in answer.data
            ]
        except (_Unreadable, KeyError, TypeError, ValueError):
            return []

    async def _files(self, name: str) -> tuple[str, ...]:
        answer = await self._get(self._url / "repos" / name / "git" / "trees" / "HEAD")
        if answer.status in (404, 409):  # nothing in it yet
            return ()
        try:
            return watched(_path(each) for each in answer.data["tree"])
        except (KeyError, TypeError):
            raise _Unreadable("GitHub's answer cannot be read") from None

    async def _get(self, url: URL, etag: str = "") -> _Answer:
        """The answer at an address, or at where GitHub leads for a new name."""
        for _ in range(HOPS + 1):
            if self._exhausted:
                raise Limited("GitHub's limit for this hour is reached: a token raises it")
            status, headers, body = await self._ask(url, etag)
            self._exhausted = headers.get("X-RateLimit-Remaining") == "0"
            if status == 429 or (status == 403 and (self._exhausted or "Retry-After" in headers)):
                self._exhausted = True
                continue
            if status not in (301, 302, 307, 308):
                return _Answer(status, _read(body) if status == 200 else None, headers.get("ETag", ""))
            url = self._led(url, headers.get("Location", ""))
        raise _Unreadable("GitHub redirects too often")

    async def _ask(self, url: URL, etag: str) -> tuple[int, Mapping[str, str], bytes]:
        wish = {"If-None-Match": etag} if etag else {}
        try:
            async with self._session.get(url, headers=wish, allow_redirects=False) as response:
                body = bytearray()
                async for part in response.content.iter_chunked(64 * 1024):
                    body += part
                    if len(body) > LENGTH:
                        raise _Unreadable("GitHub's answer does not end")
                return response.status, response.headers, bytes(body)
        except TimeoutError:
            raise _Unreadable("GitHub takes too long to answer") from None
        except (ClientError, OSError, ValueError) as error:
            raise _Unreadable(f"GitHub cannot be reached ({type(error).__name__})") from None

    def _led(self, url: URL, target: str) -> URL:
        """Where a redirect leads, if that is GitHub: the token goes nowhere else."""
        try:
            led = url.join(URL(target))
        except ValueError:
            led = URL()
        if not led.absolute or led.origin() != self._url.origin():
            raise _Unreadable("GitHub redirects elsewhere")
        return led


@asynccontextmanager
async def open_github(url: str, token: str | None, agent: str) -> AsyncIterator[GitHub]:
    """GitHub at its interface's address, such as https://api.github.com, with a token or without."""
    headers = {"Accept": "application/vnd.github+json", "User-Agent": agent}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    async with ClientSession(headers=headers, timeout=ClientTimeout(total=SECONDS)) as session:
        yield GitHub(session, URL(url))


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise _Unreadable("GitHub's answer cannot be read") from None


def _snapshot(answer: _Answer) -> Snapshot:
    try:
        data = answer.data
        name, tag = plain(data["full_name"]), (data.get("license") or {}).get("spdx_id")
        if not name:
            raise ValueError("no repository")
        return Snapshot(
            name=name,
            license="" if tag in _NO_LICENSE else plain(tag),
            access=None,
            files=(),
            modified=_moment(data["pushed_at"]),
            etag=answer.etag,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _Unreadable("GitHub's answer cannot be read") from None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _path(entry: Mapping[str, Any]) -> str:
    return f"{entry['path']}/" if entry.get("type") == "tree" else str(entry["path"])
