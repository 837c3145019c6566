"""Quotes that go on over paragraphs."""

from __future__ import annotations

import pytest

from kg.reading.attributions import continued
from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Frame
from kg.reading.text import quotes


def pieces(text: str) -> list[str]:
    """Contents of the frame “She said “One …" after `extend`."""
    spans = paragraphs(text)
    begin = text.index("One")
    frame = Frame(((0, 3),), ((4, 8),), ((begin, begin + 3),), 0.9)
    (found,) = continued.extend([frame], quotes.find(text, spans), spans)
    return [text[b:e] for b, e in found.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “One\n“Two”", ["One", "Two"]),
        ("She said “One\n“Two\n“Three”", ["One", "Two", "Three"]),
        ("She said “One”\n“Two”", ["One"]),
        ("She said “One\nTwo", ["One"]),
        ("She said One\n“Two”", ["One"]),
    ],
)
def test_extend(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
