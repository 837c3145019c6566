from __future__ import annotations

import pytest

from kg.loaders.text import from_text

BODY = "\n\nThe bridge over the Lark reopened on Monday.\n\nTraffic was light, officials said.\n"


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Bridge Reopens After Flood", "Bridge Reopens After Flood"),
        ("Bridge reopens after spring flood", "Bridge reopens after spring flood"),
        ("Bridge Reopens After Spring Flood.", "Bridge Reopens After Spring Flood."),
        ("Will the Bridge Ever Reopen?", "Will the Bridge Ever Reopen?"),
        ("By Lena Ford\n\nBridge Reopens After Flood", "Bridge Reopens After Flood"),
        ("Bridge reopens, mayor says\nThe Harbor Post\nJune 20, 2025", "Bridge reopens, mayor says"),
        ("Bridge reopens, mayor says\nBy Lena Ford\nThe Harbor Post\nJune 20, 2025", "Bridge reopens, mayor says"),
        ("Bridge reopens, mayor says\nHarbor Courier, 12 June 2025\nBy Lena Ford", "Bridge reopens, mayor says"),
        ("Bridge reopens, mayor says\nBy Lena Ford, The Harbor Post\n4 March 2025", "Bridge reopens, mayor says"),
        ("The Harbor Post\nJune 20, 2025\n\nBridge reopens, mayor says", "Bridge reopens, mayor says"),
        ("The Mirror of Harbor", None),
        ("Bridge reopens, mayor says\nHARBOR CITY (Wire) — The bridge is open.", "Bridge reopens, mayor says"),
        ("The bridge, which has been shut\nIN MAY - and was never mended - is open.", None),
        ("Bridge reopens, mayor says\nthe bridge is open again.", None),
        ("Bridge reopens, mayor says\nHarbor Courier\nJune 12, 2025\nBy Lena Ford in Selm", "Bridge reopens, mayor says"),
        ("Bridge reopens, mayor says\nPublished: 9 July 2025\nUpdated 2 hours ago\nShare on X", "Bridge reopens, mayor says"),
        ("The bridge was closed for weeks.", None),
        ("Why was it closed?", None),
        ("HARBOR CITY — The bridge", None),
        ("LENA FORD", None),
        ("“We saw it all,” a neighbour told us. “It was gone!”", None),
        ("EXCLUSIVE: bridge reopens after spring flood", "EXCLUSIVE: bridge reopens after spring flood"),
        ("FACT CHECK: Bridge Reopens After Flood", "FACT CHECK: Bridge Reopens After Flood"),
        ("HARBOR CITY: bridge reopens after spring flood", None),
        ("Harbor-Sud, Oct 6, 2024 (AFP)", None),
        ("12:04, 9 Sep 2024 | UPDATED 13:30, 9 Sep 2024", None),
        ("Share on Facebook  Share on X", None),
        ("The Harbor Explosion, September 6, 1921", "The Harbor Explosion, September 6, 1921"),
        ("Will the bridge reopen?\n\nThe Harbor Ledger, 8 April 2025", None),
        (
            "The council which had been waiting for the money since early spring has said that it will begin to repair the bridge in June",
            None,
        ),
    ],
)
def test_headline(top: str, headline: str | None) -> None:
    article = from_text(top + BODY)
    assert article.headline == headline
    assert [article.text[b:e] for b, e in article.headlines] == ([headline] if headline else [])


@pytest.mark.parametrize("mark", ["# ", "## ", "#   "])
def test_the_mark_of_a_headline_is_no_part_of_it(mark: str) -> None:
    article = from_text(f"{mark}Bridge reopens after spring flood{BODY}")
    assert article.headline == "Bridge reopens after spring flood"
    assert [article.text[b:e] for b, e in article.headlines] == [article.headline]
    assert from_text(f"#bridge reopens after spring flood{BODY}").headline == "#bridge reopens after spring flood"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "menu",
    [
        "Home | News | Sport | Weather | Subscribe",
        "Front Page • Town Life • Harbor • Our Team",
        "Front Page · Town Life · Harbor Desk",
        "Front Page|Town Life|Harbor|Letters to the Editor",
    ],
)
def test_several_short_items_are_no_headline(menu: str, gap: str) -> None:
    assert from_text(f"{menu}{gap}Bridge Reopens After Flood{BODY}").headline == "Bridge Reopens After Flood"
    assert from_text(menu + BODY).headline is None


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge Reopens After Flood | Lark Gazette",
        "Bridge Reopens After Flood | Lark | World News | Gazette",
        "Live | Bridge Reopens After Flood | Lark Gazette",
        "The Col·lectiu Col·lege Il·lusion",
    ],
)
def test_a_headline_with_its_site_is_one(headline: str) -> None:
    assert from_text(headline + BODY).headline == headline


@pytest.mark.parametrize("glued", ["Politics{}", "World News{}", "{} - The Harbor Times", "{} | Harbor", "{}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_line_that_only_repeats_the_headline_is_skipped(glued: str, gap: str) -> None:
    headline = "Bridge Reopens After Flood"
    article = from_text(glued.format(headline) + gap + headline + BODY)
    assert article.headline == headline
    assert [article.text[b:e] for b, e in article.skipped] == [glued.format(headline)]
    assert article.headlines == ((len(glued.format(headline) + gap), len(glued.format(headline) + gap + headline)),)


def test_a_repeated_sentence_is_no_headline() -> None:
    article = from_text("The bridge is open again.\n\nThe bridge is open again.\n\nTraffic was light.")
    assert (article.headline, article.skipped) == (None, ())


def test_a_title_given_is_the_headline_and_is_found_in_the_text() -> None:
    article = from_text("PoliticsLark crossing opens\n\nLark  crossing opens" + BODY, title="Lark crossing opens")
    assert article.headline == "Lark crossing opens"
    assert [article.text[b:e] for b, e in article.headlines] == ["Lark  crossing opens"]
    assert [article.text[b:e] for b, e in article.skipped] == ["PoliticsLark crossing opens"]


def test_a_title_given_need_not_be_in_the_text() -> None:
    article = from_text("Bridge Reopens After Flood" + BODY, title="Something else")
    assert (article.headline, article.headlines) == ("Something else", ())


def test_wrapped_prose_has_no_headline() -> None:
    assert from_text("The council said on Monday that it\nwould reopen the bridge.").headline is None
