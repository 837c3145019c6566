"""The news agency that a text credits: in its dateline, byline, or the line of rights below it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from importlib.resources import files

from kg.loaders.lines import Line

_TOP, _BOTTOM, _LONGEST = 8, 4, 200
_DATELINE = re.compile(r"^[^a-z.!?]{2,40}?[A-Z][\w ,./’'—–-]{0,60}? ?\((?P<who>[A-Z][^()]{1,40})\) ?(?:—|–|--?|:) ?\S")
_BYLINE = re.compile(r"^(?:by|from|source|via|credit)\b:? ?(?P<who>.{2,100})$", re.IGNORECASE)
_RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright)[ ©]*(?:\d{4}(?:[-–]\d{2,4})?)?,? ?(?:by )?(?P<who>[^.|]{2,60}?)(?:[.|].*| all rights reserved.*)?$",
    re.IGNORECASE,
)
_PARTS = re.compile(r" ?(?:[|/;•·]|,| - | – | — | and | with | in [A-Z][\w ]+$| for (?=the ))\s*")


def credited(lines: Sequence[Line]) -> str | None:
    """The agency credited in the lines of an article, under its common name, or None."""
    top = [line.text for line in lines[:_TOP]]
    bottom = [line.text for line in lines[-_BOTTOM:] if len(line.text) <= _LONGEST]
    found = (rule(line) for rule, them in ((_in_dateline, top), (_in_byline, [*top, *bottom]), (_in_rights, bottom)) for line in them)
    return next((name for name in found if name), None)


def known(name: str) -> str | None:
    """The common name of an agency that `name` stands for in a byline or an author's field: "By AP", "Ann Bee, Associated Press"."""
    table = _table()
    parts = (part.strip(" .") for part in _PARTS.split(name[:_LONGEST]))
    return next((table[part] for part in parts if part in table), None)


def _in_dateline(line: str) -> str | None:
    found = _DATELINE.match(line[:_LONGEST])
    return known(found["who"]) if found else None


def _in_byline(line: str) -> str | None:
    found = _BYLINE.match(line) if len(line) <= _LONGEST else None
    alone = line.strip("()[]—–- .")
    return known(found["who"]) if found else _table().get(alone)


def _in_rights(line: str) -> str | None:
    found = _RIGHTS.match(line)
    return known(found["who"]) if found else None


@functools.cache
def _table() -> dict[str, str]:
    lines = files("kg.loaders").joinpath("agencies.tsv").read_text("utf-8").splitlines()
    return {alias: name for name, alias in (line.split("\t") for line in lines)}
