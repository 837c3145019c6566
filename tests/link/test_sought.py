"""By which words a sentence is sought."""

from __future__ import annotations

import pytest

from kg.link.sought import sought


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The army withdrew", ["army", "withdrew", "withdraw", "withdrawal", "withdrawn"]),
        ("The mine closed", ["mine", "closed", "close", "closure"]),
        ("Dogs bark", ["dogs", "bark"]),
        ("12,000 dogs bark", ["12", "000", "dogs", "bark", "12,000"]),
        ("It was so", ["it", "was", "so"]),
        ("…", []),
    ],
)
def test_sought(sentence: str, expected: list[str]) -> None:
    assert sought(sentence) == expected
