from __future__ import annotations

from datetime import date

import pytest

from kg.loaders.text import from_text

DAY = date(2021, 9, 6)


@pytest.mark.parametrize(
    "top",
    [
        "September 6, 2021",
        "6 September 2021",
        "Sept. 6, 2021",
        "2021-09-06",
        "Monday, September 6, 2021",
        "Published: September 6, 2021 5:36 pm",
        "Last updated on 6th September 2021, 10:00",
        "By Lena Ford | September 6, 2021",
        "HARBOR CITY, Sept. 6, 2021 — The bridge reopened.",
        "HARBOR CITY, Larkland, 6 September 2021 (Coast Press) - The bridge reopened.",
        "HARBOR CITY (September 6, 2021) — The bridge reopened.",
        "Harbor City, September 6, 2021 — The bridge reopened.",
        "HARBOR CITY, Sept. 6, 2021 /Harbor Wire/ -- The bridge reopened.",
        "HARBOR CITY, Sep 6 2021",
        "Harbor-Sud, Sept 6, 2021 (AFP)",
        "The Harbor Ledger, 6 September 2021",
        "By Lena Ford, harbour reporter\nThe Harbor Ledger, 6 September 2021",
        "Published on 6 September 2021 by Lena Ford",
        "6 September 2021 | By Lena Ford",
        "12:04, 6 Sep 2021 | UPDATED 13:30, 7 Sep 2021",
        "BST 14:03 · 6 September 2021",
        "9.15am BST, Monday 6 September 2021",
        "6 Sep 2021 (updated 7 Sep 2021)",
        "**6 September 2021**",
        "*By Lena Ford* – **6 September 2021**",
    ],
)
def test_a_complete_date_at_the_top(top: str) -> None:
    assert from_text(f"Bridge Reopens After Flood\n\n{top}\n\nTraffic was light.").published == DAY


@pytest.mark.parametrize(
    "top",
    [
        "On September 6, 2021, the bridge reopened.",
        "HARBOR CITY, Sept. 6 — The bridge reopened.",
        "September 2021",
        "February 31, 2021",
        "06/09/2021",
        "31/02/2021",
        "14/15/2021",
        "6/9/21",
        "Minutes of 14/3/2021",
        "Harbor City, September 6, 2021, was quiet.",
        "The fire began at 12:04, 6 Sep 2021.",
        "Born in Selm, 6 September 1921",
        "The strike of September 6, 2021 — the longest yet — ended.",
    ],
)
def test_no_date_is_made_up(top: str) -> None:
    assert from_text(f"{top}\n\nTraffic was light.").published is None


@pytest.mark.parametrize(
    ("numbers", "day"),
    [
        ("3/14/2025", date(2025, 3, 14)),
        ("14/3/2025", date(2025, 3, 14)),
        ("14.03.2025, 12:00", date(2025, 3, 14)),
        ("Published: 5/5/2025", date(2025, 5, 5)),
        ("03/04/2025", None),
    ],
)
def test_a_date_in_numbers_that_has_one_reading_only(numbers: str, day: date | None) -> None:
    assert from_text(f"Bridge Reopens After Flood\n\n{numbers}\n\nTraffic was light.").published == day


def test_what_a_headline_tells_of_is_not_the_day_of_publication() -> None:
    assert from_text("The Harbor Explosion, September 6, 1921\n\nIt was the worst fire so far.").published is None
    assert from_text("HARBOR CITY, September 6, 2021\n\nThe bridge reopened.").published == DAY
    later = "Bridge Reopens\n\nTraffic was light.\n\nIt rained.\n\nIt shone.\n\nIt froze.\n\nHarbor City, September 6, 1921\n\nIt fell."
    assert from_text(later).published is None


@pytest.mark.parametrize("path", ["2021/09/06/bridge", "news/2021-09-06-bridge", "2021/9/6/"])
def test_the_date_in_an_address(path: str) -> None:
    assert from_text("Traffic was light.", url=f"https://example.org/{path}").published == DAY


@pytest.mark.parametrize("path", ["2021/09/bridge", "2021/13/06/", "12021/09/061", "2021/09-06"])
def test_no_date_in_an_address(path: str) -> None:
    assert from_text("Traffic was light.", url=f"https://example.org/{path}").published is None


def test_a_date_given_comes_first() -> None:
    article = from_text("May 1, 2020\n\nTraffic was light.", date=DAY, url="https://example.org/2019/01/01/a")
    assert article.published == DAY
