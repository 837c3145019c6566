"""Text to model input: word pieces with offsets, their shapes, and windows of whole paragraphs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.model import Span

SHAPES = ("special", "lower", "title", "upper", "mixed", "digit", "punctuation", "open", "close", "straight", "single")
FLAGS = ("first", "glued", "quoted")  # bits: first of its paragraph; follows the piece before without a space; inside quotation marks
CLS, SEP = 101, 102
_MARKS = {"“": "open", "«": "open", "„": "open", "”": "close", "»": "close", '"': "straight", "'": "single", "’": "single", "‘": "single"}
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one window: vocabulary ids, `begin` and `end` offsets in the text (equal for separators), shape and flag codes.

    All arrays have shape (pieces,). The first piece is CLS; a SEP ends each paragraph.
    """

    ids: Ints
    begin: Ints
    end: Ints
    shape: Ints
    flags: Ints

    def __len__(self) -> int:
        return len(self.ids)


@functools.cache
def tokenizer(path: Path) -> Any:  # noqa: ANN401
    """The `tokenizers.Tokenizer` saved at `path`, without truncation, padding or special tokens."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def paragraphs(text: str, skipped: tuple[Span, ...] = ()) -> list[Span]:
    """Spans of the lines of `text` that hold something, or of what skipped spans leave of them, without outer white space."""
    spans = []
    for match in _PARAGRAPH.finditer(text):
        at = match.start()
        for b, e in [*sorted(s for s in skipped if s[0] < match.end() and s[1] > match.start()), (match.end(), match.end())]:
            part = text[at : max(at, b)]
            if part.strip():
                spans.append((at + len(part) - len(part.lstrip()), at + len(part.rstrip())))
            at = max(at, e)
    return spans


def shape_of(surface: str) -> str:
    """The shape class of one piece's surface."""
    if surface in _MARKS:
        return _MARKS[surface]
    if surface.isdigit():
        return "digit"
    if not any(c.isalpha() for c in surface):
        return "punctuation"
    if surface.islower():
        return "lower"
    if surface[0].isupper() and (len(surface) == 1 or surface[1:].islower()):
        return "title"
    return "upper" if surface.isupper() else "mixed"


_CODE = {name: code for code, name in enumerate(SHAPES)}
_IS_MARK = np.array([name in ("special", "punctuation", "open", "close", "straight", "single") for name in SHAPES])


@functools.lru_cache(maxsize=1 << 14)
def _shape_code(surface: str) -> int:
    return _CODE[shape_of(surface)]


def encode(text: str, spans: list[Span], tok: Any) -> list[Pieces]:  # noqa: ANN401
    """One `Pieces` for each paragraph span, ending in SEP and without CLS."""
    return [
        _paragraph(text, span, found)
        for span, found in zip(spans, tok.encode_batch([text[b:e] for b, e in spans], add_special_tokens=False), strict=True)
    ]


_GLOSS = re.compile(r"\s?[(（][\s\u0370-\u1fff\u2e80-\uffef·.,;:-]{1,40}[)）]")  # "Tan Lien (譚廉)": the same in another script


def _paragraph(text: str, span: Span, found: Any) -> Pieces:  # noqa: ANN401
    ids, offsets = _without_glosses(found.ids, found.offsets, text[slice(*span)])
    size = len(offsets)
    begin, end, shape, flags = (np.zeros(size + 1, np.int32) for _ in range(4))
    numbers = np.fromiter((*ids, SEP), np.int32, size + 1)
    base, quoted, last = span[0], False, -1
    for i, (b, e) in enumerate(offsets):
        code = _shape_code(text[base + b : base + e])
        if code == _CODE["open"]:
            quoted = True
        elif code == _CODE["close"]:
            quoted = False
        elif code == _CODE["straight"]:
            quoted = not quoted
        begin[i], end[i], shape[i] = base + b, base + e, code
        flags[i] = (i == 0) | (b == last) << 1 | quoted << 2
        last = e
    begin[size] = end[size] = span[1]
    return Pieces(numbers, begin, end, shape, flags)


def _without_glosses(ids: list[int], offsets: list[Span], text: str) -> tuple[list[int], list[Span]]:
    """Pieces but for those in parentheses that hold nothing but letters of another script, at which the model stumbles."""
    glosses = [m.span() for m in _GLOSS.finditer(text)] if not text.isascii() else []
    if not glosses:
        return ids, offsets
    kept = [i for i, (b, e) in enumerate(offsets) if not any(x <= b and e <= y for x, y in glosses)]
    return [ids[i] for i in kept], [offsets[i] for i in kept]


def windows(parts: list[Pieces], limit: int) -> Iterator[Pieces]:
    """Whole paragraphs packed into windows of at most `limit` pieces; a longer one is cut, at a sentence's end where it can be."""
    held: list[Pieces] = []
    size = 1
    for part in parts:
        for piece in _cut(part, limit - 1):
            if held and size + len(piece) > limit:
                yield _join(held)
                held, size = [], 1
            held.append(piece)
            size += len(piece)
    if held:
        yield _join(held)


def word_starts(p: Pieces) -> Ints:
    """Indices of the pieces that begin a word; a mark or a separator is a word of its own."""
    mark = _IS_MARK[p.shape]
    starts = ((p.flags & 2) == 0) | mark
    starts[1:] |= mark[:-1]
    starts[0] = True
    found: Ints = np.flatnonzero(starts).astype(np.int32)
    return found


def _cut(part: Pieces, limit: int) -> Iterator[Pieces]:
    start = 0
    while len(part) - start > limit:
        stop = start + limit
        full_stops = np.flatnonzero(np.isin(part.ids[start + limit // 2 : stop], (1012, 1029, 999)))  # . ? !
        if len(full_stops):
            stop = start + limit // 2 + int(full_stops[-1]) + 1
        yield _slice(part, start, stop)
        start = stop
    yield _slice(part, start, len(part))


def _slice(part: Pieces, start: int, stop: int) -> Pieces:
    return Pieces(part.ids[start:stop], part.begin[start:stop], part.end[start:stop], part.shape[start:stop], part.flags[start:stop])


def _join(parts: list[Pieces]) -> Pieces:
    head, zero = np.full(1, CLS, np.int32), np.zeros(1, np.int32)
    at = np.full(1, parts[0].begin[0], np.int32)
    return Pieces(
        np.concatenate([head, *(p.ids for p in parts)]),
        np.concatenate([at, *(p.begin for p in parts)]),
        np.concatenate([at, *(p.end for p in parts)]),
        np.concatenate([zero, *(p.shape for p in parts)]),
        np.concatenate([zero, *(p.flags for p in parts)]),
    )
