"""Which addresses may be visited: public http(s) pages by name, on their scheme's own port.

The names of the facts are text that somebody typed, and a page may redirect anywhere: nothing of the network
that the bot runs in is reached by either.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network

from yarl import URL

IPAddress = IPv4Address | IPv6Address

LENGTH = 2_000  # characters of an address

_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address behind a translator


class Refused(ValueError):
    """An address that is not visited; the message says why in half a sentence."""


def address(text: str, page: URL | None = None) -> URL:
    """The address to visit, without its fragment; a relative one is read on ``page``.

    A host is judged as the connection will see it: after escapes, other digits and dots are resolved.
    Raises :class:`Refused`.
    """
    if len(text) > LENGTH:
        raise Refused("its address is too long")
    try:
        url = URL(text) if page is None else page.join(URL(text))
        host, port = url.raw_host, url.port
    except ValueError:
        raise Refused("its address cannot be read") from None
    if url.scheme not in _PORTS or not host:
        raise Refused("it is no http(s) address")
    if url.raw_user is not None or url.raw_password is not None:
        raise Refused("its address carries a name or a password")
    if port != _PORTS[url.scheme]:
        raise Refused("it is not on the standard port")
    if ":" in host or _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        raise Refused("its host is a number instead of a name")
    if not _NAME.fullmatch(host):
        raise Refused("its host is no name")
    return url.with_fragment(None)


def is_public(ip: IPAddress) -> bool:
    """Whether it is an address of the public internet, an IPv4 address wrapped in it included."""
    if isinstance(ip, IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _TRANSLATED:
            inner.append(IPv4Address(int(ip) & 0xFFFF_FFFF))
        wrapped = [each for each in inner if each is not None]
        if wrapped:
            return all(is_public(each) for each in wrapped)
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)
