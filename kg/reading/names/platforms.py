"""Platforms by name, which the name model often passes over: "on Twitter", "via Telegram"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of
from kg.reading.network.reader import Name

ON = rf"\b(?:on|via|through|over)\s+(?:(?:its|his|her|their|the)\s+(?:official\s+|own\s+)?)?(?P<name>{any_of('platforms')})\b(?![-’'])"
_ON = re.compile(ON)


def add(text: str, paragraphs: list[Span], names: list[Name]) -> list[Name]:
    """`names` with an Organization for each platform through which something is said, in text order."""
    found = [Name(*m.span("name"), "Organization", 1.0) for b, e in paragraphs for m in _ON.finditer(text, b, e)]
    taken = {i for f in found for i in range(f.begin, f.end)}
    kept = [n for n in names if not taken.intersection(range(n.begin, n.end))]
    return sorted([*kept, *found], key=lambda n: n.begin)
