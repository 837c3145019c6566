"""A text as lines that know their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

_LINE = re.compile(r"[^\r\n\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\x85\u2028\u2029]")
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `text` is stripped, `begin` and `end` are where that lies in the whole text.

    `previous` is the stripped line directly above ("" when that is blank); `spaced` tells that a blank line (or the text's end) follows.
    """

    begin: int
    end: int
    text: str
    previous: str = ""
    spaced: bool = True
    last: bool = False

    @property
    def span(self) -> Span:
        """Where the stripped line lies: `(begin, end)`."""
        return (self.begin, self.end)

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.text))

    @property
    def continues(self) -> bool:
        """Whether it goes on with a sentence that the line above began, as in hard-wrapped text."""
        return len(self.previous) > 40 and not _END.search(self.previous)


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order."""
    found = [m for m in _LINE.finditer(text) if m.group().strip()]
    return [_line(text, m, found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None) for i, m in enumerate(found)]


def _line(text: str, match: re.Match[str], above: re.Match[str] | None, below: re.Match[str] | None) -> Line:
    raw = match.group()
    begin = match.start() + len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    adjacent = above is not None and _breaks(text, above.end(), match.start()) == 1
    spaced = below is None or _breaks(text, match.end(), below.start()) > 1
    return Line(begin, begin + len(stripped), stripped, above.group().strip() if above and adjacent else "", spaced, below is None)


def _breaks(text: str, begin: int, end: int) -> int:
    return len(_BREAK.findall(text, begin, end))
