"""Words that set two sayings against each other."""

from __future__ import annotations

import pytest

from kg.link.contrast import LONGEST, Between
from kg.link.pairs import said
from tests.link.articles import article


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It rained", 0),
        ("Few believed it, however", 1),
        ("Another account was told in Selm", 2),
        ("That was disputed", 2),
        ("That was disputed" + " at length" * (LONGEST // 10), 0),
    ],
)
def test_words_near_each_other_set_sayings_against_each_other(words: str, expected: int) -> None:
    extraction = article(("Mill", "said", "the dam held"), ("", "", words), ("Union", "said", "the dam broke"))
    a, b = said(extraction)
    assert Between.of(extraction).contrast(a, b) == expected
