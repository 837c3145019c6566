"""Paragraphs and word borders: what is read, and what is one word."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.reading.network.pieces import CLS, SEP, Pieces, encode, paragraphs, shape_of, tokenizer, windows, word_starts
from kg.reading.network.reader import WEIGHTS


@pytest.mark.parametrize(
    ("text", "skipped", "read"),
    [
        ("One.\n\n Two. \nThree.", (), ["One.", "Two.", "Three."]),
        ("One.\nShare this\nThree.", ((5, 15),), ["One.", "Three."]),
        ("One. Share this\nTwo.", ((5, 15),), ["One.", "Two."]),
        ("One. Share this two.", ((5, 15),), ["One.", "two."]),
        ("\ufeff\r\n\u2028 \t", (), ["\ufeff"]),
        ("", (), []),
    ],
)
def test_paragraphs(text: str, skipped: tuple[Span, ...], read: list[str]) -> None:
    assert [text[b:e] for b, e in paragraphs(text, skipped)] == read


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).map(tuple), max_size=3))
def test_paragraphs_touch_nothing_skipped(text: str, skipped: list[Span]) -> None:
    read = paragraphs(text, tuple(skipped))
    assert all(b < e and not any(b < f and e > s for s, f in skipped if s < f) for b, e in read)
    assert all(a[1] <= b[0] for a, b in pairwise(read))


@pytest.mark.parametrize(
    ("surface", "shape"),
    [
        ("said", "lower"),
        ("Ruiz", "title"),
        ("NATO", "upper"),
        ("iPhone", "mixed"),
        ("1984", "digit"),
        ("“", "open"),
        ("”", "close"),
        ('"', "straight"),
        ("—", "punctuation"),
    ],
)
def test_shapes(surface: str, shape: str) -> None:
    assert shape_of(surface) == shape


def _pieces(size: int, shape: list[int] | None = None, flags: list[int] | None = None) -> Pieces:
    numbers = np.arange(size, dtype=np.int32)
    return Pieces(numbers + 2000, numbers, numbers + 1, np.array(shape or [1] * size, np.int32), np.array(flags or [0] * size, np.int32))


def test_a_word_begins_where_nothing_glues_it_and_a_mark_stands_alone() -> None:
    # CLS, "Tin", "##ubu", ",", "said"
    assert word_starts(_pieces(5, [0, 2, 1, 6, 1], [0, 0, 2, 2, 0])).tolist() == [0, 1, 3, 4]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=20), st.integers(10, 40))
def test_windows_keep_every_piece_in_order_within_the_limit(sizes: list[int], limit: int) -> None:
    parts = [_pieces(n) for n in sizes]
    found = list(windows(parts, limit))
    assert all(len(w) <= limit and w.ids[0] == CLS for w in found)
    assert np.concatenate([w.ids[1:] for w in found]).tolist() == np.concatenate([p.ids for p in parts]).tolist()
    assert SEP not in found[0].ids


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Tan Lien (譚廉) said", "Tan Lien said"),
        ("Tan Lien（譚廉） said", "Tan Lien said"),
        ("Tan Lien (b. 1970) said", "Tan Lien (b. 1970) said"),
        ("He wrote 譚廉 there", "He wrote 譚廉 there"),
    ],
)
def test_a_name_again_in_another_script_is_not_read(text: str, read: str) -> None:
    tok = tokenizer(WEIGHTS / "news" / "tokenizer.json")
    (part,) = encode(text, [(0, len(text))], tok)
    (expected,) = encode(read, [(0, len(read))], tok)
    assert list(part.ids) == list(expected.ids)
    assert [text[b:e] for b, e in zip(part.begin, part.end, strict=True)] == [
        read[b:e] for b, e in zip(expected.begin, expected.end, strict=True)
    ]
