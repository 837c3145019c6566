"""An article's text in stretches: what is shown of it, and which words are whose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.model import Article, Sentence, Span, Spans
from kg.report.material import Saying

ROLES: Final = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of the text. `saying` is the innermost saying that they belong to, `role` what they are in it; None for the writer's.

    `link` is on the stretch that leads to the saying, `last` on the last of its stretches.
    """

    text: str
    saying: Saying | None = None
    role: str | None = None
    link: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Stretches that stand together; `gap` says that text before them is left out."""

    stretches: tuple[Stretch, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    saying: Saying
    role: str


def paragraphs(article: Article, sentences: Sequence[Sentence], sayings: Sequence[Saying], *, full: bool) -> list[Paragraph]:
    """What a report shows of the text: the sentences that sayings stand in or, if `full`, all but page furniture and headline."""
    pieces = [_Piece(b, e, s, role) for s in sayings for role in ROLES for b, e in getattr(s.attribution, role) if b < e]
    titles = tuple((b, e) for b, e in article.headlines if not any(piece.begin < e and piece.end > b for piece in pieces))
    shown = _lines(article, article.skipped + titles) if full else _sentences(article.text, sentences, sayings)
    cut = [[(b, e, piece if article.text[b:e].strip() else None) for b, e, piece in _cut(span, pieces)] for span in shown]
    links, lasts = _ends(cut)
    made, before = [], 0
    for span, parts in zip(shown, cut, strict=True):
        gap = any(article.text[b:e].strip() for b, e in _without((before, span[0]), titles))
        stretches = tuple(_stretch(article.text, b, e, piece, (b, e) in links, (b, e) in lasts) for b, e, piece in parts)
        made.append(Paragraph(stretches, gap))
        before = span[1]
    return made


def excerpt(text: str, saying: Saying) -> tuple[Stretch, ...]:
    """The sentence or sentences around a saying, with its words marked."""
    pieces = [_Piece(b, e, saying, role) for role in ROLES for b, e in getattr(saying.attribution, role) if b < e]
    return tuple(_stretch(text, b, e, piece, False, False) for b, e, piece in _cut(saying.within, pieces)) if saying.within else ()


def _lines(article: Article, holes: Spans) -> list[Span]:
    spans: list[Span] = []
    begin = 0
    for line in article.text.splitlines(keepends=True):
        spans += _without((begin, begin + len(line)), holes)
        begin += len(line)
    return [span for span in spans if article.text[slice(*span)].strip()]


def _without(span: Span, holes: Spans) -> Iterator[Span]:
    begin, end = span
    for b, e in sorted(holes):
        if b < end and e > begin:
            if b > begin:
                yield begin, b
            begin = max(begin, e)
    if begin < end:
        yield begin, end


def _sentences(text: str, sentences: Sequence[Sentence], sayings: Iterable[Saying]) -> list[Span]:
    """The sentences that sayings stand in; those with nothing but blanks within a line between them are one stretch."""
    wanted = {saying.within for saying in sayings if saying.within}
    held = [s for s in sentences if any(b < s.end and s.begin < e for b, e in wanted)]
    spans: list[Span] = []
    for sentence in held:
        between = text[spans[-1][1] : sentence.begin] if spans else "\n"
        if between.strip(" \t\xa0"):
            spans.append((sentence.begin, sentence.end))
        else:
            spans[-1] = (spans[-1][0], sentence.end)
    return spans


def _cut(span: Span, pieces: Iterable[_Piece]) -> Iterator[tuple[int, int, _Piece | None]]:
    begin, end = span
    inside = [piece for piece in pieces if piece.begin < end and piece.end > begin]
    cuts = sorted({begin, end, *(p.begin for p in inside if p.begin > begin), *(p.end for p in inside if p.end < end)})
    for b, e in pairwise(cuts):
        over = [piece for piece in inside if piece.begin < e and piece.end > b]
        yield b, e, min(over, key=_depth, default=None)


def _depth(piece: _Piece) -> tuple[int, int, int]:
    """Least for the innermost: of the saying with the least content, its source before its cue before its content."""
    content = sum(e - b for b, e in piece.saying.attribution.content)
    return content, piece.saying.number, ROLES.index(piece.role)


def _ends(cut: Iterable[Iterable[tuple[int, int, _Piece | None]]]) -> tuple[set[Span], set[Span]]:
    """The stretch that leads to each saying, the first of its content if it has any, and its last one."""
    first: dict[tuple[int, bool], Span] = {}
    last: dict[int, Span] = {}
    for part in cut:
        for b, e, piece in part:
            if piece is not None:
                first.setdefault((piece.saying.number, piece.role == "content"), (b, e))
                last[piece.saying.number] = (b, e)
    return {first.get((number, True)) or first[number, False] for number in last}, set(last.values())


def _stretch(text: str, begin: int, end: int, piece: _Piece | None, link: bool, last: bool) -> Stretch:
    words = text[begin:end]
    return Stretch(words, piece.saying, piece.role, link, last) if piece else Stretch(words)
