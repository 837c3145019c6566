"""Which parts of a scraped text are page furniture and never read. Nothing is cut out: offsets stay those of the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders import bylines, listings
from kg.loaders.credits import photo_credit
from kg.loaders.furniture import RULES
from kg.loaders.lines import Line
from kg.loaders.words import buttons_only
from kg.model import Span

_LONGEST = 300
_LABEL = r"(?i:photo|image|picture|photograph|file photo|credit)\w*\b"
_CREDIT_AT_END = re.compile(rf"(?:(?<=[.!?”\"])\s+|\s*(?=[(\[]))(?P<credit>[(\[]?{_LABEL}[^.!?]{{2,80}})$")
_BUTTONS_AT_END = re.compile(r"(?<=[.!?”\"])\s*(?P<buttons>[A-Z][A-Za-z |/-]{5,80})$")


def find(lines: Sequence[Line]) -> list[Span]:
    """Spans of `lines` that are furniture, in order; each is a whole line, or the end of one that a credit or buttons are glued to."""
    found = {*bylines.find(lines), *listings.find(lines)}
    above = False
    for line in lines:
        if span := _furniture(line, after=above):
            found.add(span)
        above = line.span in found
    return sorted(found)


def _furniture(line: Line, *, after: bool) -> Span | None:
    """What of `line` is furniture; `after`: the line above is, so that no sentence of it goes on here."""
    if line.continues and not after:
        return None
    if len(line.text) <= _LONGEST and any(rule(line.text) for rule in RULES):
        return line.span
    return _glued(line)


def _glued(line: Line) -> Span | None:
    credit = _CREDIT_AT_END.search(line.text, max(0, len(line.text) - 100))
    if credit and photo_credit(credit["credit"]):
        return (line.begin + credit.start("credit"), line.end)
    tail = _BUTTONS_AT_END.search(line.text, max(0, len(line.text) - 100)) if line.last else None
    if tail and buttons_only(tail["buttons"]):
        return (line.begin + tail.start("buttons"), line.end)
    return None
