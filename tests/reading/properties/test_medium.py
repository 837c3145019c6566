"""Through what it was said."""

from __future__ import annotations

import pytest

from kg.reading.properties import medium


@pytest.mark.parametrize(
    ("around", "source", "addressee", "expected"),
    [
        ("she said in a statement", "she", "", "statement"),
        ("she wrote on Twitter in a post", "she", "", "Twitter"),
        ("she tweeted", "she", "", "Twitter"),
        ("she said at a news conference in Selm", "she", "", "news conference"),
        ("she told Radio Selm", "she", "Radio Selm", "Radio Selm"),
        ("she told residents", "she", "residents", None),
        ("says", "A report by the agency", "", "report"),
        ("says", "The police report", "", "report"),
        ("says", "A reporter", "", None),
        ("said", "the head of the study group", "", None),
        ("she said on Monday", "she", "", None),
        ("she turned X into Y", "she", "", None),
    ],
)
def test_of(around: str, source: str, addressee: str, expected: str | None) -> None:
    assert medium.of(around, 4, source, addressee) == expected
