"""Platforms that the name model passes over."""

from __future__ import annotations

import pytest

from kg.reading.names import platforms
from kg.reading.network.reader import Name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She wrote on Twitter.", ["Twitter"]),
        ("She wrote on X.", ["X"]),
        ("She wrote via its official Telegram channel.", ["Telegram"]),
        ("She wrote on X-rays.", []),
        ("X marks the spot.", []),
        ("She wrote on Signal’s board.", []),
    ],
)
def test_add(text: str, expected: list[str]) -> None:
    assert [text[n.begin : n.end] for n in platforms.add(text, [(0, len(text))], [])] == expected


def test_a_platform_takes_the_place_of_what_was_read_there() -> None:
    text = "She wrote on Twitter."
    assert platforms.add(text, [(0, len(text))], [Name(13, 20, "Person", 0.5)]) == [Name(13, 20, "Organization", 1.0)]
