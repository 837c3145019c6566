from __future__ import annotations

from datetime import date

import pytest

from kg.errors import MissingExtra
from kg.loaders.feeds import LOADER
from kg.loaders.fragment import to_text
from tests.loaders.made import SAID, Read

ITEM = """<item><title>Bridge &lt;b&gt;reopens&lt;/b&gt; &amp;amp; closes</title><link>/a?utm_source=rss</link><guid>g1</guid>
<dc:creator>Associated Press</dc:creator><pubDate>Mon, 06 Sep 2021 23:30:00 -0500</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{}</p><script>x()</script><ul><li>one</li><li>two</li></ul>]]></content:encoded></item>"""


def rss(items: str, head: str = "") -> bytes:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0"?>{head}<rss version="2.0" {spaces}><channel><title>Lark &amp; Sons</title>{items}</channel></rss>'.encode()


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Lark</title><entry><title>Bridge reopens</title><id>urn:1</id>
<link href="https://lark.example/a"/><published>2024-05-02T01:00:00+02:00</published><updated>2024-05-03T01:00:00Z</updated>
<content type="html">&lt;p&gt;{SAID[0]}&lt;/p&gt;</content></entry></feed>""".encode()


def test_rss_with_full_content() -> None:
    article = Read(LOADER, rss(ITEM.format(SAID[0])), doc="f.rss", base="https://lark.example/feed").one
    assert article.text == f"{SAID[0]}\none\ntwo"
    assert (article.doc, article.headline, article.publisher) == ("f.rss#1", "Bridge reopens & closes", "Lark & Sons")
    assert (article.key, article.url) == ("https://lark.example/a",) * 2
    assert (article.published, article.agency) == (date(2021, 9, 6), "Associated Press")


def test_atom() -> None:
    article = Read(LOADER, ATOM).one
    assert (article.text, article.url) == (SAID[0], "https://lark.example/a")
    assert (article.published, article.updated) == (date(2024, 5, 2), date(2024, 5, 3))


def test_a_summary_where_there_is_no_more() -> None:
    article = Read(LOADER, rss(f"<item><guid isPermaLink='false'>g1</guid><description>{SAID[1]}</description></item>")).one
    assert (article.text, article.key, article.url) == (SAID[1], "g1", None)


def test_an_entry_without_text_is_refused_and_the_next_one_read() -> None:
    found = Read(LOADER, rss("<item><link>https://lark.example/x</link></item>" + ITEM.format(SAID[0])), doc="f")
    assert [article.doc for article in found.articles] == ["f#2"]
    assert found.refused == ["f#1: an entry without text: https://lark.example/x; load that page itself"]


STUMBLES = b'<rss version="2.0"><channel><source>x<textinput>x</source>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html><p>x</p></html>", "not a feed"),
        (b"words", "not a feed"),
        (rss(""), "a feed without entries"),
        (STUMBLES, "a damaged feed that cannot be read: KeyError"),
    ],
)
def test_what_is_no_feed(data: bytes, says: str) -> None:
    assert says in Read(LOADER, data).complaint


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    found = Read(LOADER, rss(ITEM.format(SAID[0]) + ITEM.format(SAID[1]))[:-200])
    assert len(found.articles) >= 1
    assert "damaged feed" in found.noted[0]


def test_entities_that_would_fill_memory() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol" * 10}">' for i in range(10))
    found = Read(LOADER, rss(f"<item><description>{SAID[0]} &e9;</description></item>", f"<!DOCTYPE rss [{entities}]>"))
    assert sum(len(article.text) for article in found.articles) < 100_000


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four</p>tail", "One two three.\nFour\ntail"),
        ("a<br>b<br/><br>c", "a\nb\nc"),
        ("<div><!-- no --><script>x</script>in<style>y</style></div>out", "in\nout"),
        ("5 < 6 and “so”", "5 < 6 and “so”"),
        ("AT&amp;T", "AT&T"),
        ("", ""),
    ],
)
def test_fragments(fragment: str, text: str) -> None:
    assert to_text(fragment) == text


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.feeds.find_spec", lambda _: None)
    assert isinstance(Read(LOADER, ATOM).error, MissingExtra)
