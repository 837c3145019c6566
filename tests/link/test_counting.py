"""What a text counts."""

from __future__ import annotations

import math
import time

import pytest

from kg.link.counting import Count, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed", [Count("dead", 12, 12)]),
        ("at least twenty people died", [Count("dead", 20, math.inf)]),
        ("up to 1,500 people were arrested", [Count("held", 0, 1500)]),
        ("2 million people fled", [Count("displaced", 2e6, 2e6)]),
        ("about 10 protesters", [Count("crowd", 9, 11)]),
        ("the deaths came at 9 p.m.", []),
        ("he died aged 12 years old", []),
        ("12 boats sank", []),
        ("60 people, 12 of them children, had died", [Count("dead", 60, 60)]),
        ("60 people died, including four children", [Count("dead", 60, 60)]),
    ],
)
def test_counts(text: str, expected: list[Count]) -> None:
    assert list(counts(text)) == expected


def test_many_numbers_take_no_square_of_time() -> None:
    began = time.process_time()
    counts("1,000 " * 33_000)
    assert time.process_time() - began < 15
