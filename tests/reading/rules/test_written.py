"""Paragraphs that somebody is said to write in the line above."""

from __future__ import annotations

import pytest

from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Frame
from kg.reading.rules import written


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Our editor, Ana Ruiz, writes:\n\nIt has won. But barely.\n\nRain.", "Our editor, Ana Ruiz", "It has won. But barely."),
        ("Who won? Ana Ruiz reports:\n\nIt has won.", "Ana Ruiz", "It has won."),
        ("Ana Ruiz writes.\n\nIt has won.", None, None),
        ("Ana Ruiz writes: it has won.\n\nRain.", None, None),
        ("It rained. He writes:", None, None),
    ],
)
def test_written_below(text: str, source: str | None, content: str | None) -> None:
    found = written.find(text, paragraphs(text), [])
    assert [(text[slice(*f.source[0])], text[slice(*f.content[0])].strip()) for f in found] == ([(source, content)] if source else [])


def test_a_paragraph_of_which_something_was_read_is_left() -> None:
    text = "Ana Ruiz writes:\n\nIt has won. But barely."
    assert written.find(text, paragraphs(text), [Frame((), ((9, 15),), ((18, 28),), 0.9)]) == []
    assert len(written.find(text, paragraphs(text), [Frame((), ((21, 24),), ((25, 28),), 0.9)])) == 1


def test_what_was_read_of_its_cue_is_left_out() -> None:
    mine, other = Frame(((0, 1),), ((2, 3),), ((4, 5),), 0.7), Frame(((0, 1),), ((8, 9),), ((10, 11),), 0.7)
    assert written.instead([Frame((), ((2, 3),), ((6, 7),), 0.9), other], [mine]) == [other]
