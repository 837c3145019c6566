"""SPARQL answers as rows."""

from __future__ import annotations

from datetime import date
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, QueryBoolean, QuerySolutions

from kg.errors import QueryError
from kg.rdf.terms import DATE, DOUBLE, INTEGER, XSD
from kg.rows import Rows, Value

_DECIMALS: Final = {DOUBLE.value, XSD + "decimal", XSD + "float"}


def select(db: pyoxigraph.Store, text: str) -> Rows:
    """The rows of a SELECT query over all graphs of `db`."""
    answer = db.query(text, use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise QueryError("a named query must be a SELECT query")
    return rows(answer)


def rows(answer: QuerySolutions | QueryBoolean) -> Rows:
    """The rows of a SELECT answer; the one row with the one column `answer` of an ASK."""
    if isinstance(answer, QueryBoolean):
        return Rows(("answer",), [(bool(answer),)])
    columns = [variable.value for variable in answer.variables]
    return Rows(columns, [tuple(value(solution[i]) for i in range(len(columns))) for solution in answer])


def value(term: object) -> Value:
    """A term as a Python value: numbers and dates as such, any other literal as its characters, an IRI as its text."""
    if not isinstance(term, Literal):
        return None if term is None else getattr(term, "value", str(term))
    datatype = term.datatype.value
    try:
        if datatype == INTEGER.value:
            return int(term.value)
        if datatype in _DECIMALS:
            return float(term.value)
        return date.fromisoformat(term.value) if datatype == DATE.value else term.value
    except ValueError:
        return term.value
