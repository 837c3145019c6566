"""How much of a thing is told of, and whether two claims agree on it."""

from __future__ import annotations

import pytest

from kg.link.shares import agreement, without


@pytest.mark.parametrize(
    ("asked", "claim", "expected"),
    [
        ("12 wells are dry", "only three of the 12 wells are dry", "apart"),
        ("three wells are dry", "only three of the 12 wells are dry", "within"),
        ("all wells are dry", "three of the 12 wells are dry", "apart"),
        ("every well is dry", "60 percent of the wells are dry", "apart"),
        ("not all wells are dry", "60 percent of the wells are dry", "within"),
        ("a third of the houses burned", "half of the houses burned", "apart"),
        ("20 houses burned", "half of the 40 houses burned", "within"),
        ("most residents left", "few of the residents left", "apart"),
        ("most residents left", "a majority of residents left", "within"),
        ("11 wells are dry", "at least 10 of the 12 wells are dry", None),
        ("all wells are dry", "nine out of ten wells are dry", "apart"),
        ("12 wells are dry", "three wells are dry", None),
        ("residents left", "most residents left", None),
        ("all shops closed", "few residents left", None),
    ],
)
def test_agreement(asked: str, claim: str, expected: str | None) -> None:
    assert agreement(asked, claim) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("only three of the 12 wells are dry", "wells are dry"),
        ("not all wells are dry", "wells are dry"),
        ("the wells are dry", "the wells are dry"),
    ],
)
def test_without(text: str, left: str) -> None:
    assert without(text) == left
