"""One request to a public page: nothing followed, nothing unpacked, no more read than asked for.

Proxies of the environment are not used and no cookie is kept.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import (
    ClientConnectorDNSError,
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.links.address import is_public
from bot.links.resolver import Allowed, GuardedResolver, NotPublic

SECONDS = 20.0  # for one request, its body included
CONNECTIONS = 16  # at once, over all hosts

# A body is never unpacked: packed ones are not asked for, and what expands cannot fill the memory.
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity"}
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


class Unreachable(Exception):
    """No answer; the message says why in half a sentence."""


class NoSuchHost(Unreachable):
    """The name of the host is not known (any more)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said to one request: ``body`` is what was read of it."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Web:
    """Requests to public pages; made by :func:`open_web`."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session

    async def ask(
        self, method: str, url: URL, headers: Mapping[str, str] | None = None, read: int = 0
    ) -> Reply:
        """Send one request and read at most ``read`` bytes. Raises :class:`Unreachable`."""
        try:
            async with self._session.request(method, url, headers=headers, allow_redirects=False) as response:
                body = bytearray()
                while len(body) < read and (part := await response.content.read(read - len(body))):
                    body += part
                if not response.content.at_eof():
                    response.close()  # rather than read on to keep the connection
                return Reply(response.status, response.headers, bytes(body))
        except TimeoutError:
            raise Unreachable("it takes too long to answer") from None
        except ClientConnectorDNSError as error:
            raise _unresolved(error.os_error) from None
        except (ClientError, OSError, ValueError) as error:
            raise Unreachable(f"it cannot be reached ({type(error).__name__})") from None


def _unresolved(error: OSError) -> Unreachable:
    if isinstance(error, NotPublic):
        return Unreachable("its name leads to an address that is not public")
    if error.errno in _NO_SUCH_NAME:
        return NoSuchHost("its host is not known")
    return Unreachable("its name cannot be looked up now")


@asynccontextmanager
async def open_web(
    agent: str,
    *,
    resolver: AbstractResolver | None = None,
    allowed: Allowed = is_public,
    tls: ssl.SSLContext | bool = True,
    seconds: float = SECONDS,
) -> AsyncIterator[Web]:
    """The web as it is asked for pages, by an ``agent`` that says who asks.

    What is ``allowed`` is an argument and no setting: nobody is to widen it by a line of configuration.
    """
    connector = TCPConnector(
        resolver=GuardedResolver(resolver or ThreadedResolver(), allowed),
        use_dns_cache=False,
        limit=CONNECTIONS,
        ssl=tls,
    )
    async with ClientSession(
        connector=connector,
        headers={**_HEADERS, "User-Agent": agent},
        timeout=ClientTimeout(total=seconds),
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
    ) as session:
        yield Web(session)
