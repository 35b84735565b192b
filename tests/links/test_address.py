"""Which addresses may be visited."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from yarl import URL

from bot.links.address import LENGTH, Refused, address, is_public

NUMBERS = """
http://127.0.0.1/ http://127.0.0.1./ http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0177.0.0.1/
http://127.1/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:8.8.8.8]/ http://[fe80::1%25lo]/
http://169.254.169.254/latest/meta-data/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://%31%32%37.0.0.1/
http://8.8.8.8/ http://host.0x1/ http://0/
""".split()

OTHERS = """
file:///etc/passwd ftp://host.example/ gopher://host.example/ javascript:alert(1) data:text/plain,x
//host.example/ /etc/passwd http:///path http: mailto:a@host.example ws://host.example/
http://user@host.example/ http://user:secret@host.example/ https://:secret@host.example/
http://host.example:8080/ http://host.example:22/ https://host.example:80/ http://host.example:99999/
http://a..example/ http://.example/ http://ex<b>ample.com/ http://host.example\\@127.0.0.1/
""".split()


@pytest.mark.parametrize("text", [*NUMBERS, *OTHERS, "", " ", "http://host example/"])
def test_refuses_whatever_is_no_public_page_by_name(text: str) -> None:
    """Numbers in any writing, other schemes, credentials, other ports and nonsense are not visited."""
    with pytest.raises(Refused):
        address(text)


def test_refuses_an_endless_address() -> None:
    """An address has an end."""
    with pytest.raises(Refused, match="too long"):
        address("http://host.example/" + "a" * LENGTH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://Host.Example/A?b=c#d", "https://host.example/A?b=c"),
        ("http://host.example:80/", "http://host.example/"),
        ("https://host.example:443/", "https://host.example/"),
        ("https://例え.jp/x", "https://xn--r8jz45g.jp/x"),
        ("https://3.example4.com/", "https://3.example4.com/"),
    ],
)
def test_takes_public_pages(text: str, expected: str) -> None:
    """Names, in any alphabet, on the scheme's own port; the fragment is the reader's."""
    assert str(address(text)) == expected


def test_a_redirect_is_read_on_its_page_and_judged_like_the_first() -> None:
    """A relative target stays on the site; an absolute one is refused for the same reasons."""
    page = URL("https://host.example/a/b")
    assert str(address("../c", page)) == "https://host.example/c"
    assert str(address("//other.example/d", page)) == "https://other.example/d"
    for target in ("file:///etc/passwd", "http://127.0.0.1/", "//[::1]/", "https://a:b@host.example/"):
        with pytest.raises(Refused):
            address(target, page)


PRIVATE = """
127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3
224.0.0.1 239.255.255.250 255.255.255.255 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 240.0.0.1
::1 :: fe80::1 fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 ::127.0.0.1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 2002:7f00:1:: 2002:a00:1:: 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::1 2001:0:7f00:1::
""".split()


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_addresses_are_not_public(ip: str) -> None:
    """Loopback, private, link-local, shared, reserved, multicast; wrapped in IPv6 too."""
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize(
    "ip", "8.8.8.8 185.199.108.153 2001:4860:4860::8888 ::ffff:8.8.8.8 64:ff9b::808:808".split()
)
def test_public_addresses_are_public(ip: str) -> None:
    """What the internet routes, behind a translator too."""
    assert is_public(ip_address(ip))
