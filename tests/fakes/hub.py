"""A local Hugging Face hub and a local GitHub on one port. They keep what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import web

Json = dict[str, Any]


@dataclass(slots=True)
class Hosted:
    """A repository. ``gated`` is the hub's word (False, "auto", "manual"); ``moved`` leads elsewhere."""

    license: Any = "mit"
    gated: Any = False
    files: tuple[str, ...] = ("README.md", "model.safetensors")
    pushed: str = "2024-03-17T10:00:00Z"
    commits: tuple[tuple[str, str], ...] = (("a" * 40, "2024-03-17T10:00:00Z"),)
    card: Json = field(default_factory=dict)
    moved: str = ""
    name: str = ""


class FakeHub:
    """Start it with ``async with``. ``models`` are the hub's, ``code`` is GitHub's, by ``owner/name``.

    ``fault``: status, headers and body that every question gets instead of an answer.
    """

    def __init__(self) -> None:
        self.models: dict[str, Hosted] = {}
        self.code: dict[str, Hosted] = {}
        self.fault: tuple[int, Json, bytes] | None = None
        self.remaining = 1_000
        self.calls: list[str] = []
        self.headers: list[Json] = []

    async def __aenter__(self) -> FakeHub:
        self._runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.calls.append(request.path)
        self.headers.append(dict(request.headers))
        if self.fault is not None:
            status, headers, body = self.fault
            return web.Response(status=status, headers=headers, body=body)
        parts = request.path.strip("/").split("/")
        if parts[:2] == ["api", "models"]:
            return self._hub("/".join(parts[2:4]), parts[4:])
        if parts[0] == "repos":
            return self._github(request, "/".join(parts[1:3]), parts[3:])
        return web.Response(status=404)

    # --- Hugging Face ------------------------------------------------------------------------------------

    def _hub(self, name: str, rest: list[str]) -> web.Response:
        found = self.models.get(name)
        if found is None:  # what the hub says to the public of what is not there, or not public
            return web.json_response(
                {"error": "Invalid username or password."},
                status=401,
                headers={"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"},
            )
        if found.moved:
            return web.Response(status=307, headers={"Location": f"/api/models/{found.moved}"})
        if rest[:1] == ["commits"]:
            return web.json_response([_hub_commit(*each) for each in found.commits])
        return web.json_response(
            {
                "id": found.name or name,
                "sha": found.commits[0][0],
                "lastModified": found.pushed.replace("Z", ".000Z"),
                "createdAt": "2023-01-01T00:00:00.000Z",
                "private": False,
                "gated": found.gated,
                "tags": [f"license:{found.license}"],
                "cardData": {"license": found.license, **found.card},
                "siblings": [{"rfilename": each} for each in found.files],
            }
        )

    # --- GitHub ------------------------------------------------------------------------------------------

    def _github(self, request: web.BaseRequest, name: str, rest: list[str]) -> web.Response:
        limits = {"X-RateLimit-Remaining": str(max(0, self.remaining - 1))}
        if self.remaining <= 0:
            return web.json_response({"message": "API rate limit exceeded"}, status=403, headers=limits)
        found = self.code.get(name)
        etag = f'"{found!r}"' if found is not None else ""
        if found is not None and not rest and request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers=limits)
        self.remaining -= 1
        if found is None:
            return web.json_response({"message": "Not Found"}, status=404, headers=limits)
        if found.moved:
            return web.Response(status=301, headers={"Location": found.moved, **limits})
        if rest[:1] == ["commits"]:
            return web.json_response([_github_commit(*each) for each in found.commits], headers=limits)
        if rest[:2] == ["git", "trees"]:
            return web.json_response({"tree": [_entry(each) for each in found.files]}, headers=limits)
        license = {"spdx_id": found.license} if found.license else None
        said = {"full_name": found.name or name, "license": license, "pushed_at": found.pushed}
        return web.json_response(said, headers={**limits, "ETag": etag})


def _hub_commit(id: str, day: str) -> Json:
    return {"id": id, "authors": [], "date": day.replace("Z", ".000Z"), "title": "A commit", "message": ""}


def _github_commit(id: str, day: str) -> Json:
    return {"sha": id, "commit": {"committer": {"date": day}}}


def _entry(path: str) -> Json:
    return {"path": path.rstrip("/"), "type": "tree" if path.endswith("/") else "blob"}
