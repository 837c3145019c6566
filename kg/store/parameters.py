"""The parameters of named queries: what kinds there are, and how a value becomes a SPARQL term."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import ParameterError
from kg.rdf import name_key
from kg.rdf.lists import LISTS, VALUES
from kg.rdf.terms import DATE, DOUBLE

_MOST_DIGITS: Final = 18
"""The database counts rows in 64 bits."""

Given: TypeAlias = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a named query. `kind` is a key of `KINDS`."""

    name: str
    kind: str
    help: str

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of a closed list; none when any value of the kind will do."""
        return tuple(LISTS.get(self.kind, ()))

    def term(self, value: Given) -> str:
        """`value` as SPARQL text; raises `ParameterError`, naming the parameter, when it is not of its kind."""
        return str(self._checked(value))

    def value(self, value: Given) -> Given:
        """`value` as a plain Python value, normalised; raises `ParameterError`, naming the parameter, when it is not of its kind."""
        found = self._checked(value)
        if isinstance(found, str):
            return int(found)
        if isinstance(found, NamedNode):
            return VALUES.get(self.kind, {}).get(found, found.value)
        return (
            date.fromisoformat(found.value) if found.datatype == DATE else float(found.value) if found.datatype == DOUBLE else found.value
        )

    def _checked(self, value: Given) -> Literal | NamedNode | str:
        try:
            return KINDS[self.kind](value, self)
        except (ValueError, TypeError) as error:
            raise ParameterError(f"{self.name.replace('_', '-')}: {error}") from None


def _name(value: Given, _: Parameter) -> Literal:
    key = name_key(str(value))
    if not key:
        raise ValueError("the name is empty")
    return Literal(key)


def _words(value: Given, _: Parameter) -> Literal:
    words = " ".join(str(value).casefold().split())
    if not words:
        raise ValueError("there are no words in it")
    return Literal(words)


def _date(value: Given, _: Parameter) -> Literal:
    if isinstance(value, datetime):
        value = value.date()
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no date: write YYYY-MM-DD") from None
    return Literal(day.isoformat(), datatype=DATE)


def _score(value: Given, _: Parameter) -> Literal:
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise ValueError(f"{value!r} is no score: a number from 0 to 1")
    return Literal(repr(number), datatype=DOUBLE)


def _count(value: Given, _: Parameter) -> str:
    digits = str(value).lstrip("0") if str(value).isascii() and str(value).isdigit() else ""
    if not 0 < len(digits) <= _MOST_DIGITS:
        raise ValueError(f"{value!r} is no number of rows: 1, 2, 3 …")
    return digits


def _node(value: Given, _: Parameter) -> NamedNode:
    return NamedNode(str(value))


def _choice(value: Given, parameter: Parameter) -> NamedNode:
    found = LISTS[parameter.kind].get(str(value).casefold())
    if found is None:
        raise ValueError(f"{value!r} is none of {', '.join(parameter.choices)}")
    return found


KINDS: Final[dict[str, Callable[[Given, Parameter], Literal | NamedNode | str]]] = {
    "name": _name,
    "words": _words,
    "date": _date,
    "score": _score,
    "count": _count,
    "node": _node,
    **dict.fromkeys((name for name in LISTS if name != "type"), _choice),
}
"""What a value of each kind becomes: a normalised name, lower-case words, a date, a score in 0–1, a number of rows, a node, or one
of a closed list."""
