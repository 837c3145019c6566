"""When it was said."""

from __future__ import annotations

from datetime import date

import pytest

from kg.reading.properties import times

THURSDAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("around", "said", "first", "last"),
    [
        ("he said on Monday", "on Monday", date(2024, 3, 11), date(2024, 3, 11)),
        ("he said late Sunday", "late Sunday", date(2024, 3, 10), date(2024, 3, 10)),
        ("he said on Thursday", "on Thursday", THURSDAY, THURSDAY),
        ("he said yesterday", "yesterday", date(2024, 3, 13), date(2024, 3, 13)),
        ("he said last week", "last week", date(2024, 3, 4), date(2024, 3, 10)),
        ("he said on Sept. 3", "on Sept. 3", date(2023, 9, 3), date(2023, 9, 3)),
        ("he said on 3 March 2021", "on 3 March 2021", date(2021, 3, 3), date(2021, 3, 3)),
        ("he said in March 2015", "in March 2015", date(2015, 3, 1), date(2015, 3, 31)),
        ("he said in 2017", "in 2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("he said last spring", "last spring", None, None),
        ("he said an hour later", "an hour later", None, None),
        ("he said on February 31, 2021", "on February 31, 2021", None, None),
    ],
)
def test_found_and_resolved(around: str, said: str, first: date | None, last: date | None) -> None:
    assert times.find(around, 3) == said
    assert times.resolve(said, THURSDAY) == (first, last)


@pytest.mark.parametrize(
    "around",
    ["he said it may rain", "he said in Marche", "he said 12 men", "he said so, of a plan that was drawn up at length in 2017", ""],
)
def test_no_time(around: str) -> None:
    assert times.find(around, 3) is None


def test_without_a_day_of_publication_words_stay_words() -> None:
    assert times.resolve("on Monday", None) == (None, None)
    assert times.resolve("on Sept. 3", None) == (None, None)
