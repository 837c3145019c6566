"""Pages of lines, as a printed page has them, to paragraphs: one a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)^\W*(?:page\W*)?\d{1,4}(?:\W*(?:of|/)\W*\d{1,4})?\W*$")
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_EDGE = 2
_REPEATS = 3


def reflow(pages: Sequence[str]) -> str:
    """The running text of `pages`: running heads, feet and page numbers left out, words that were divided at a line's end joined."""
    lines = [line for page in _without_heads([_lines(page) for page in pages]) for line in page]
    width = sorted(len(line) for line in lines)[len(lines) * 9 // 10] if lines else 0
    paragraphs: list[str] = []
    joins = False
    for line in lines:
        if joins and line:
            paragraphs[-1] = _join(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        joins = bool(line) and not _ends(line, width)
    return "\n".join(paragraphs)


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines()]


def _ends(line: str, width: int) -> bool:
    """Whether a paragraph ends with this line: it is a short one, or closes a sentence before the right edge is near."""
    return len(line) < 0.6 * width or (len(line) < 0.85 * width and bool(_END.search(line)))


def _join(before: str, line: str) -> str:
    if _HYPHEN.search(before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """`pages` without the lines at their edges that are page numbers, or come again on most pages."""
    edges = Counter(shape for page in pages for shape in {_shape(page[i]) for i in _edges(page)})
    often = {shape for shape, count in edges.items() if count >= max(_REPEATS, len(pages) / 2)}
    return [[line for i, line in enumerate(page) if i not in _edges(page) or not _is_head(line, often)] for page in pages]


def _edges(page: list[str]) -> set[int]:
    filled = [i for i, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _is_head(line: str, often: set[str]) -> bool:
    return bool(_PAGE_NUMBER.match(line)) or _shape(line) in often


def _shape(line: str) -> str:
    return _NUMBER.sub("#", line)
