"""What is wrong with a text that is no SPARQL, in one line.

The database's parser tells the end of the longest word that it tried, not the place that it stumbled over, and every token it would
have taken. rdflib's tells the place; it is asked only once there is an error.
"""

from __future__ import annotations

import re
from typing import Final

from kg.store.guard import is_update

_SENTENCE: Final = re.compile(r"(?:expected|expected one of|,) ([A-Z]\w*(?: \w+)+)(?=,|$)")
_PLACE: Final = re.compile(r"error at (\d+):(\d+)")
_PREFIX: Final = re.compile(r"([\w.-]*):[^\s:]*$")
_SHOWN: Final = 30
_LONGEST: Final = 200


def what_is_wrong(text: str, error: SyntaxError | ValueError) -> str:
    """One line: what the database says in words, else where the text stops making sense (line and column from 1) and what stands there."""
    message = " ".join(str(error).split())
    said = _SENTENCE.search(message)
    found = _stumbled(text)
    if found is None:
        place = _PLACE.search(message)
        words = said[1] if said else "it is not understood" if place else message[:_LONGEST]
        at = text.splitlines()[int(place[1]) - 1][: int(place[2]) - 1].rstrip() if place and said and said[1] == "Prefix not found" else ""
        unknown = _PREFIX.search(at)
        if unknown:
            return f"no PREFIX {unknown[1]}: is declared (in {unknown.group()})"
        return f"{words} (read up to line {place[1]}, column {place[2]})" if place else words
    line, column, rest = found
    where = f"line {line}, column {column}: " + (f"not understood from {rest!r} on" if rest else "the text ends too early")
    return f"{where} ({said[1]})" if said else where


def _stumbled(text: str) -> tuple[int, int, str] | None:
    """Line and column from 1 and the rest of that line, shortened; None where rdflib finds nothing wrong."""
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    try:
        (parseUpdate if is_update(text) else parseQuery)(text)
    except ParseBaseException as stop:
        rest = stop.pstr[stop.loc :].strip().splitlines()
        return stop.lineno, stop.column, _cut(rest[0]) if rest else ""
    except (ValueError, RecursionError):
        pass
    return None


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
