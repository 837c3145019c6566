from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kg.report.frames import sayings
from kg.report.timeline import LEFT, WIDTH, in_words, timeline
from tests.store.sample import sample

ONE = next(s for s in sayings(sample()) if s.party)


def test_nothing_has_a_date() -> None:
    found = timeline([replace(ONE, day=None)])
    assert (found.days, found.dots, found.undated) == ((), (), 1)


def test_days_are_in_order_and_points_in_the_drawing() -> None:
    days = [date(2024, 3, 1), date(2024, 1, 1), date(2024, 2, 1), date(2024, 1, 1)]
    found = timeline(replace(ONE, day=day) for day in days)
    assert [(one.first, len(one.sayings)) for one in found.days] == [(date(2024, 1, 1), 2), (date(2024, 2, 1), 1), (date(2024, 3, 1), 1)]
    places = [dot.x for dot in found.dots]
    assert places == sorted(places)
    assert LEFT < places[0] < places[-1] < WIDTH
    assert [dot.count for dot in found.dots] == [2, 1, 1]


def test_a_stray_day_stands_at_the_edge() -> None:
    days = [date(1904, 1, 1), *(date(2024, 1, 1 + n % 28) for n in range(60))]
    found = timeline(replace(ONE, day=day) for day in days)
    assert found.ticks[0][0] >= "2024-01-01"
    assert min(dot.x for dot in found.dots) > LEFT
    assert found.days[0].first == date(1904, 1, 1)


def test_those_who_speak_most_have_a_lane() -> None:
    said = [replace(ONE, day=date(2024, 1, 1), party=f"P{n:02}") for n in range(20) for _ in range(20 - n)]
    found = timeline(said)
    assert [name for name, _ in found.lanes] == [f"P{n:02}" for n in range(12)]
    assert {dot.who for dot in found.dots} == {name for name, _ in found.lanes}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2023-06-05", "5 June 2023"),
        ("2018-01-01/2018-12-31", "2018"),
        ("2017-01-01/2018-12-31", "2017 – 2018"),
        ("2023-02-01/2023-02-28", "February 2023"),
        ("2023-12-01/2023-12-31", "December 2023"),
        ("2023-06-05/2023-06-11", "5 June 2023 – 11 June 2023"),
        ("2023-01-01/2023-11-30", "1 January 2023 – 30 November 2023"),
        ("9999-01-01/9999-12-31", "9999"),
    ],
)
def test_times_in_words(written: str, words: str) -> None:
    assert in_words(written) == words


def test_what_was_said_within_a_year_is_not_said_on_its_first_day() -> None:
    day = date(2018, 1, 1)
    found = timeline([replace(ONE, day=day, date="2018-01-01/2018-12-31"), replace(ONE, day=day, date="2018-01-01")])
    assert [(one.words, one.name, len(one.sayings)) for one in found.days] == [
        ("1 January 2018", "day-2018-01-01", 1),
        ("2018", "day-2018-01-01_2018-12-31", 1),
    ]
    assert [(dot.words, dot.to) for dot in found.dots] == [(one.words, one.name) for one in found.days]


@pytest.mark.parametrize("span", [1, 2, 5, 6, 7, 8, 13, 40, 400])
def test_days_are_written_at_equal_distances(span: int) -> None:
    first = date(2024, 1, 1)
    days = [date.fromisoformat(words) for words, _ in timeline(replace(ONE, day=first + timedelta(days=n)) for n in (0, span)).ticks]
    assert len({after - before for before, after in pairwise(days)}) == 1
    assert (days[0], len(days) <= 7) == (first, True)
