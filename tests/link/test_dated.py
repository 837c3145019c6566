"""Amounts that two claims give of other times."""

from __future__ import annotations

import pytest

from kg.link.dated import dated_otherwise

FELL = "unemployment fell to 5.2 percent in March from 6.1 percent in February"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("unemployment was 6.1 percent in March", FELL, True),
        ("unemployment was 6.1 percent in February", FELL, False),
        ("unemployment was 5.2 percent in March", FELL, False),
        ("unemployment fell to 6.1 percent", FELL, True),
        ("unemployment fell from 6.1 percent", FELL, False),
        ("the firm had 900 workers in 2021", "the firm had 500 workers in 2021, down from 900 in 2019", True),
        ("the firm had 900 workers in 2021", "the firm had 900 workers in 2021", False),
        ("the firm had 900 workers", "the firm had 900 workers in 2021", False),
    ],
)
def test_dated_otherwise(one: str, other: str, expected: bool) -> None:
    assert dated_otherwise(one, other) is expected
