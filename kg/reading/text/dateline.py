"""What stands before a line's first words: a dateline, "SELM (Selm Wire) — ", a bullet, the time of a post. Nobody says it."""

from __future__ import annotations

import re

from kg.model import Span

_DAY = r"(?:,?\s+\(?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?\)?)"
_PLACE = r"[^\W\d_a-z]{2,}(?:[ .’'-]+[^\W\d_a-z]{2,}){0,3}(?:,\s+[A-Z][\w. ]{1,30}?)?"
_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|[A-Z]{1,2}ST|CET))?"
_MARK = rf"(?:[•·▪●■►▶‣*–-]\s+|{_TIME}(?::|\s[—–-])?\s+(?=[“\"‘]?[A-Z]))"
_TOWN = r"[A-Z][\w’-]+(?: [A-Z][\w.’-]+){0,3}(?:,\s+[A-Z][\w. ]{1,30}?)?"  # in small letters, only with a day or an agency behind
_AGENCY = r"\s*\([A-Z][^)\n]{1,40}\)"
_DATELINE = re.compile(
    rf"{_MARK}|(?:{_PLACE}{_DAY}?\s*(?:\([^)\n]{{2,40}}\)\s*)?|{_TOWN}(?:{_DAY}(?:{_AGENCY})?|{_AGENCY}))"
    r"(?:\s?[—–]|\s-)-?\s+(?=[“\"‘(]*[^\W_a-z])"
)


def end(text: str, at: int) -> int:
    """Where the dateline or the like ends with which the line of offset `at` begins; that line's begin when there is none."""
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    found = _DATELINE.match(text, line)
    return found.end() if found else line


def without(text: str, span: Span) -> Span | None:
    """The span without a dateline or the like in which it begins; None when it is nothing but that."""
    begin = max(span[0], end(text, span[0]))
    return (begin, span[1]) if begin < span[1] else None
