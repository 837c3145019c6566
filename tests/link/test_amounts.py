"""Amounts as ranges."""

from __future__ import annotations

import math

import pytest

from kg.link.amounts import amounts, apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.2 million people had signed", [("count", 4.2e6, 4.2e6)]),
        ("no more than 3 million", [("count", 0, 3e6)]),
        ("at least $3 billion", [("$", 3e9, math.inf)]),
        ("8 million euros a day", [("€", 8e6, 8e6)]),
        ("a quarter at most", [("percent", 0, 25)]),
        ("one in five trains", [("percent", 20, 20)]),
        ("two-thirds of voters", [("percent", 200 / 3, 200 / 3)]),
        ("62 percent", [("percent", 62, 62)]),
        ("between 10 and 15 shots", [("count", 10, 15)]),
        ("about 100 protesters", [("count", 90, 110)]),
        ("hundreds of villagers", [("count", 150, 1500)]),
        ("about a million people", [("count", 9e5, 11e5)]),
        ("$4 million a year", [("$", 4e6, 4e6)]),
        ("tens of thousands", [("count", 15e3, 15e4)]),
        ("2,000 homes", [("count", 2000, 2000)]),
        ("2000 homes", [("count", 2000, 2000)]),
        ("900 in 2019", [("count", 900, 900)]),
        ("in 2019", []),
        ("at 5 p.m. on March 3", []),
        ("a 12-year-old boy", []),
        ("the third time", []),
        ("12 years later", []),
        ("70 km away", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[str, float, float]]) -> None:
    found = amounts(text)
    assert [x.kind for x in found] == [kind for kind, _, _ in expected]
    assert [bound for x in found for bound in (x.low, x.high)] == pytest.approx([bound for _, *bounds in expected for bound in bounds])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("60 people, 12 of them children, had died", [False, True]),
        ("12 people died, including four children", [False, True]),
        ("60 people and 30 others", [False, True]),
        ("60 people in 30 houses", [False, False]),
    ],
)
def test_a_part_of_what_is_counted(text: str, parts: list[bool]) -> None:
    assert [x.part for x in amounts(text)] == parts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("300 people", "1,200 people", True),
        ("at least 300", "250", True),
        ("at least 300", "400", False),
        ("up to 300", "250", False),
        ("more than 12", "12", True),
        ("fewer than 12", "12", True),
        ("5,000", "5,100", False),
        ("45", "46", True),
        ("between 10 and 15", "12", False),
        ("half", "45 percent", True),
    ],
)
def test_apart(one: str, other: str, expected: bool) -> None:
    assert apart(amounts(one)[0], amounts(other)[0]) is expected
