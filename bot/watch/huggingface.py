"""Hugging Face's hub, asked with its own library. That takes half a second to load: only a watcher does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from bot.facts.model import Access
from bot.watch.files import watched
from bot.watch.repository import Absent, Commit, Limited, Look, Snapshot, Unclear, plain

if TYPE_CHECKING:
    from huggingface_hub import HfApi, ModelInfo

SECONDS = 30.0  # for one answer

logging.getLogger("httpx2").setLevel(logging.WARNING)  # below it, the library's client tells each request

_ACCESS: Mapping[object, Access] = {False: Access.PUBLIC, "auto": Access.GATED, "manual": Access.REQUEST}

T = TypeVar("T")


class HuggingFace:
    """The hub at an address. ``token`` is for more questions an hour; none is taken from elsewhere."""

    def __init__(self, url: str, token: str | None, agent: str) -> None:
        self._url = url
        self._token = token
        self._agent = agent
        self._made: HfApi | None = None

    async def look(self, name: str, before: Snapshot | None) -> Look:
        """The repository now. Raises :class:`Limited`."""
        from huggingface_hub import errors  # noqa: PLC0415

        try:
            info = await self._ask(lambda api: api.model_info(name, timeout=SECONDS))
            return Absent("it is private") if info.private else _snapshot(info)
        except errors.GatedRepoError:
            return Unclear("it is gated as a whole")
        except errors.RepositoryNotFoundError:
            return Absent("the hub knows no such repository")
        except errors.DisabledRepoError:
            return Absent("the hub has closed it")
        except errors.HfHubHTTPError as error:
            return Unclear(f"the hub answers {_limit(error.response.status_code)}")
        # The library's HTTP client has changed before, and with it what it raises.
        except Exception as error:
            return Unclear(f"the hub cannot be asked ({type(error).__name__})")

    async def commits(self, name: str, since: date) -> Sequence[Commit]:
        """Its commits since that day, newest first; none where they cannot be had.

        Raises :class:`Limited`.
        """
        from huggingface_hub import errors  # noqa: PLC0415

        try:
            found = await self._ask(lambda api: api.list_repo_commits(name))
            every = [Commit(each.commit_id, each.created_at.date()) for each in found]
        except errors.HfHubHTTPError as error:
            _limit(error.response.status_code)
            return []
        except Exception:
            return []
        return [each for each in every if each.day >= since]

    async def _ask(self, question: Callable[[HfApi], T]) -> T:
        return await asyncio.to_thread(lambda: question(self._api()))

    def _api(self) -> HfApi:
        from huggingface_hub import HfApi, get_session  # noqa: PLC0415

        if self._made is None:
            get_session().timeout = SECONDS  # it has none by itself
            self._made = HfApi(self._url, token=self._token or False, user_agent=self._agent)
        return self._made


def _limit(status: int) -> int:
    if status == 429:
        raise Limited("the hub asks for a pause")
    return status


def _snapshot(info: ModelInfo) -> Snapshot:
    name = plain(info.id)
    if not name or info.last_modified is None:
        raise ValueError("no repository")
    return Snapshot(
        name=name,
        license=_license(info),
        access=_ACCESS.get(info.gated),
        files=watched(each.rfilename for each in info.siblings or ()),
        modified=info.last_modified,
    )


def _license(info: ModelInfo) -> str:
    """The tag, or for one that says only "other", the name beside it."""
    tag: object = getattr(info.card_data, "license", None)
    name = plain(getattr(info.card_data, "license_name", None))
    if isinstance(tag, list):
        tag = tag[0] if len(tag) == 1 else None
    return name if name and tag in ("other", None) else plain(tag)
