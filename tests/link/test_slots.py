"""Words of two claims, and where they differ."""

from __future__ import annotations

import pytest

from kg.link.slots import akin, counts_otherwise, numbers


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("go", "goes", True),
        ("plan", "plann", True),
        ("norland", "norlander", True),
        ("mill", "milk", False),
        ("engineer", "engine", True),
        ("engineer", "english", False),
        ("count 3", "count 30", False),
        ("1990", "199", False),
    ],
)
def test_of_one_word(one: str, other: str, expected: bool) -> None:
    assert akin(one, other) is akin(other, one) is expected


def test_numbers_in_words_and_digits_are_the_same() -> None:
    assert numbers("three of the 12 mills closed in 1990") == numbers("in 1990 3 of the twelve mills closed")
    assert not numbers("no one came")


def test_each_has_an_amount_of_its_own() -> None:
    assert counts_otherwise("three mills closed", "five mills closed")
    assert not counts_otherwise("three mills closed", "mills closed")
