"""How much of a content is quoted."""

from __future__ import annotations

import pytest

from kg.reading.properties import manner
from kg.reading.text import quotes


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“It rained”", "direct"),
        ("It rained", "indirect"),
        ("that it “rained hard”", "mixed"),
        ("“It rained” and “It snowed”", "mixed"),
        ("", "indirect"),
    ],
)
def test_of(content: str, expected: str) -> None:
    text = f"She said {content}."
    assert manner.of(text, ((9, 9 + len(content)),), quotes.find(text, [(0, len(text))])) == expected


def test_what_is_told_within_a_quote_is_not_quoted_itself() -> None:
    text = "“He told me it fell,” she said."
    found = quotes.find(text, [(0, len(text))])
    assert manner.of(text, ((12, 19),), found, text.index("told")) == "indirect"
