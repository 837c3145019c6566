"""The name of the paper at the top of an article, which is nobody's employer: "The Harbor Post", "Harbor Post, 2 May 2024"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.loaders.dates import is_date_line, is_named_day
from kg.loaders.lines import Line
from kg.loaders.words import masthead
from kg.model import Span

_TOP = 8


def find(lines: Sequence[Line], headlines: Sequence[Span], skipped: Sequence[Span]) -> list[Span]:
    """Spans of such lines among the first of `lines`: a name with the day behind it, or a paper's beside headline, byline or day."""
    top = lines[:_TOP]
    matter = [line.span in headlines or line.span in skipped or is_date_line(line.text) for line in top]
    return [
        line.span
        for i, line in enumerate(top)
        if line.span not in headlines
        and (is_named_day(line.text, first=not i) or (masthead(line.text) and any(matter[max(0, i - 1) : i + 2])))
    ]
