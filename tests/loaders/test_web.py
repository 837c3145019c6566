from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import pytest

from kg.errors import InputError, MissingExtra, UsageError
from kg.loaders import web
from kg.loaders.base import Given, Source
from kg.loaders.choice import Choice
from kg.loaders.hosts import is_public, public_address
from kg.loaders.opening import Opener
from kg.loaders.web import Web
from kg.model import Article
from tests.loaders.made import SAID
from tests.loaders.served import site


@pytest.fixture
def lark() -> Iterator[tuple[str, list[str]]]:
    with site() as found:
        yield found


def articles(url: str) -> list[Article]:
    return list(Opener(Choice(), Web(private=True, pause=0.0)).articles(Source(url, None, url), Given()))


def test_kinds_are_told_by_what_the_site_declares(lark: tuple[str, list[str]]) -> None:
    base, asked = lark
    for path in ("story", "latin", "moved", "spaced"):
        [article] = articles(f"{base}/{path}")
        assert article.text.split("\n")[1:] == SAID
        assert article.url == f"{base}/{path}".replace("moved", "story").replace("spaced", "story?a%20b")
    [entry] = articles(f"{base}/feed")
    assert (entry.text, entry.url) == (SAID[0], f"{base}/story")
    assert "check" in articles(f"{base}/paper")[0].text
    assert articles(f"{base}/words")[0].text == SAID[0]
    assert asked[:2] == ["/robots.txt", "/story"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("circle", "more than 10 redirects"),
        ("out", "no web address"),
        ("large", "larger than"),
        ("bomb", "larger than|unpacks to more than"),
        ("gone", "answered 404"),
        ("broken", "answered 500"),
        ("private", "robots.txt"),
        ("picture", "image/png is no kind of document"),
        ("inward", "cannot be fetched"),
    ],
)
def test_what_is_refused(lark: tuple[str, list[str]], path: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        articles(f"{lark[0]}/{path}")
    assert "\n" not in str(caught.value)


def test_no_private_address_unless_asked(lark: tuple[str, list[str]]) -> None:
    with pytest.raises(InputError, match=r"/story: 127.0.0.1 has the address 127.0.0.1, which is not public; --allow-private"):
        Web().fetch(f"{lark[0]}/story", 1000)
    assert lark[1] == []


def test_the_checked_address_is_the_one_that_is_asked(lark: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is looked up again may give another address: it is not looked up again. Redirects are checked as the first is."""
    port = lark[0].rpartition(":")[2]
    told = iter(["127.0.0.1", "127.0.0.1", "127.0.0.1"])
    monkeypatch.setattr(web, "public_address", lambda *_: next(told, None) or public_address("127.0.0.1", "second"))
    assert Web(pause=0.0).fetch(f"http://name.invalid:{port}/story", 10**6).url == f"http://name.invalid:{port}/story"
    with pytest.raises(InputError, match="not public"):
        Web(pause=0.0).fetch(f"http://name.invalid:{port}/moved", 10**6)
    assert lark[1] == ["/robots.txt", "/story", "/robots.txt"]


def test_a_host_is_not_asked_faster_than_it_likes(lark: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("kg.loaders.web.time.sleep", waits.append)
    asking = Web(private=True, pause=5.0)
    for _ in range(3):
        asking.fetch(f"{lark[0]}/words", 1000)
    assert waits[0] == 0
    assert all(4 < wait <= 10 for wait in waits[1:])


@pytest.mark.parametrize("url", ["ftp://e.example/", "file:///etc/passwd", "https://", "http://[::1/", "http://e.example:99999/"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        Web().fetch(url, 1000)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(InputError, match="no address is known"):
        public_address("no-such-host.invalid", "http://no-such-host.invalid/")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"\.\[web\]"):
        Web().fetch("https://e.example/", 1000)
