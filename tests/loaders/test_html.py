from __future__ import annotations

import hashlib
from datetime import date

import pytest

from kg.errors import MissingExtra
from kg.loaders.html import LOADER
from kg.loaders.nesting import depth
from tests.loaders.made import SAID, Read, page

DAYS = (
    '<meta property="article:published_time" content="2024-05-02T23:30:00-05:00">'
    '<meta property="article:modified_time" content="2024-05-04T08:00:00Z">'
)
SITE = '<meta property="og:site_name" content="The Lark Gazette">'
LINK = '<link rel="canonical" href="https://Lark.example/news/bridge?utm_source=x#top">'


def read(text: str, **given: object) -> Read:
    return Read(LOADER, text.encode(), **given)


def test_the_main_text_and_what_the_page_says_of_itself() -> None:
    data = page(DAYS + SITE + LINK).encode()
    article = Read(LOADER, data, doc="bridge.html").one
    assert article.text.split("\n") == ["Bridge Reopens After Flood", *SAID]
    assert article.headline == "Bridge Reopens After Flood"
    assert [article.text[b:e] for b, e in article.headlines] == ["Bridge Reopens After Flood"]
    assert (article.published, article.updated) == (date(2024, 5, 2), date(2024, 5, 4))
    assert (article.publisher, article.url, article.key) == ("The Lark Gazette", *["https://lark.example/news/bridge"] * 2)
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_an_advertisement_within_the_article_is_not_read() -> None:
    advert = '<div class="box ad">ADVERTISEMENT: “This mattress changed my life,” says Karen.</div>'
    kept = '<p class="lead advertiser">The town, the advert says, is dry.</p>'
    lines = read(page("").replace("</article>", f"{advert}{kept}</article>")).one.text.split("\n")
    assert lines == ["Bridge Reopens After Flood", *SAID, "The town, the advert says, is dry."]


def test_what_is_given_goes_before_it() -> None:
    article = read(page(DAYS + LINK), url="https://a.example/1", date=date(2024, 5, 1), publisher="P", title="T").one
    assert (article.url, article.key) == ("https://a.example/1",) * 2
    assert (article.published, article.publisher, article.headline) == (date(2024, 5, 1), "P", "T")
    assert read(page(LINK), id="7").one.key == "7"


def test_a_page_that_is_one_line() -> None:
    article = read(page(DAYS + '<a href="/x"/>').replace("\n", "")).one
    assert article.updated == date(2024, 5, 4)


@pytest.mark.parametrize(
    ("base", "link", "url"),
    [
        ("https://lark.example/b?id=3", "https://www.lark.example/bridge", "https://www.lark.example/bridge"),
        ("https://lark.example/b", "https://other.example/bridge", "https://lark.example/b"),
        ("https://lark.example/b", "https://lark.example/", "https://lark.example/b"),
        (None, "https://lark.example/bridge", "https://lark.example/bridge"),
        (None, "https://lark.example/", None),
    ],
)
def test_the_address_is_the_pages_own_on_its_own_site(base: str | None, link: str, url: str | None) -> None:
    assert read(page(f'<link rel="canonical" href="{link}">'), base=base).one.url == url


@pytest.mark.parametrize(
    "words",
    ["The permit had run out on 2019-05-03, she said.", "It was closed on 3 May 2019, she said.", "It dates from 1987 and 2019."],
)
def test_a_day_in_the_prose_is_not_that_of_publication(words: str) -> None:
    article = read(page(paragraphs=[*SAID, words])).one
    assert (article.published, article.updated) == (None, None)


@pytest.mark.parametrize(
    ("head", "body", "encoding"),
    [
        ('<meta charset="windows-1252">', SAID, "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', SAID, "cp1252"),
        ('<meta charset="iso-8859-1">', SAID, "utf-8"),
        ('<meta charset="utf-8">', SAID, "utf-8"),
    ],
)
def test_encodings(head: str, body: list[str], encoding: str) -> None:
    found = Read(LOADER, page(head, paragraphs=body).encode(encoding, "xmlcharrefreplace"))
    assert found.one.text.split("\n")[1:] == body
    assert found.noted == []


@pytest.mark.parametrize("charset", ["klingon", "utf-16", "utf-8"])
def test_a_wrong_charset_does_not_spoil_utf8(charset: str) -> None:
    for length in (0, 1):
        found = Read(LOADER, page(f'<meta charset="{charset}">').encode() + b" " * length)
        assert (SAID[1] in found.one.text, found.noted) == (True, [])


def test_a_wrong_charset_is_noted_and_the_page_read() -> None:
    found = Read(LOADER, page('<meta charset="klingon">').encode("cp1252"))
    assert SAID[1] in found.one.text
    assert [line for line in found.noted if "declared as 'klingon'" in line]


def test_utf8_declared_and_something_else_inside() -> None:
    found = Read(LOADER, page('<meta charset="utf-8">', paragraphs=[f"{s} Café à Besançon." for s in SAID]).encode("cp1252"))
    assert "Café à Besançon." in found.one.text
    assert [line for line in found.noted if "a guess" in line]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000, "nested 100,000 deep"),
        ("<html><body><script>go()</script></body></html>", "no main text"),
        ("<html>", "no"),
        ("", "empty"),
        ("<html>" + "x" * 11_000_000, "larger than 10,000,000 bytes"),
    ],
)
def test_what_is_no_article(text: str, says: str) -> None:
    line = read(text, doc="a.html").complaint
    assert line.startswith("a.html: ")
    assert says in line


def test_depth() -> None:
    assert depth("<div><p>a<p>b<br><img></div><div><b></b></div></i></i>") == 2
    assert depth("no tags, a < b") == 0


def test_text_that_looks_like_an_address_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("htmldate.utils.fetch_url", lambda *_: pytest.fail("fetched"))
    assert "no" in read("http://127.0.0.1:9/").complaint


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.html.find_spec", lambda _: None)
    found = read(page())
    assert isinstance(found.error, MissingExtra)
    assert ".[html]" in str(found.error)
