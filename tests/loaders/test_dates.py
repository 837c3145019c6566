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
        "The strike of September 6, 2021 — the longest yet — ended.",
    ],
)
def test_no_date_is_made_up(top: str) -> None:
    assert from_text(f"{top}\n\nTraffic was light.").published is None


@pytest.mark.parametrize("path", ["2021/09/06/bridge", "news/2021-09-06-bridge", "2021/9/6/"])
def test_the_date_in_an_address(path: str) -> None:
    assert from_text("Traffic was light.", url=f"https://example.org/{path}").published == DAY


@pytest.mark.parametrize("path", ["2021/09/bridge", "2021/13/06/", "12021/09/061", "2021/09-06"])
def test_no_date_in_an_address(path: str) -> None:
    assert from_text("Traffic was light.", url=f"https://example.org/{path}").published is None


def test_a_date_given_comes_first() -> None:
    article = from_text("May 1, 2020\n\nTraffic was light.", date=DAY, url="https://example.org/2019/01/01/a")
    assert article.published == DAY
