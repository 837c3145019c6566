"""Sentence borders."""

from __future__ import annotations

import time

import pytest

from kg.reading.network.pieces import paragraphs
from kg.reading.text import sentences


def split(text: str) -> list[str]:
    return [text[s.begin : s.end] for s in sentences.split(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It stopped.", 2),
        ("Mr. Hale met Sen. Ruiz at 9 a.m. on Jan. 5 in the U.S. capital.", 1),
        ("He came at 9 p.m. The door was shut.", 2),
        ("J. R. Hale spoke.", 1),
        ("“It rained.” She left.", 2),
        ("“It rained!” she said.", 1),
        ("Well … perhaps. Yes.", 2),
        ("He waited... and left.", 1),
        ("It cost 3.5 million. “Too much,” he said.", 2),
        ("Why? Because!", 2),
        ("no capitals here. none at all", 1),
        ("One line\nAnother line", 2),
        ("‹‹It rained.›› She left.", 2),
        ("😀 It rained. 😀 It stopped.", 2),
        ("قال ذلك. It stopped.", 2),
        ("", 0),
        (" \n\n ", 0),
    ],
)
def test_split(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_offsets_hold_with_wide_characters() -> None:
    assert split("😀😀 It rained.\nשלום. It stopped.") == ["😀😀 It rained.", "שלום.", "It stopped."]


@pytest.mark.parametrize("piece", ["word ", "A. ", ". ", "Mr. ", "“a ", "... ", "A.B. "])
def test_a_long_line_takes_no_square_of_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    split(text)
    assert time.process_time() - began < 10
