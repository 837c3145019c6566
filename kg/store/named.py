"""Named queries: every `queries/NAME.rq` is one, and its comment header is its help.

In the header, `param NAME KIND  help` declares a parameter and `column NAME  help` a column of the answer; the other lines are the
help text. In the query, `$NAME` stands for the parameter's value, and a line that ends in `# if NAME…` counts only when those
parameters are given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from kg.errors import ParameterError, QueryError
from kg.store.parameters import KINDS, Given, Parameter

_HEADER: Final = re.compile(r"(?:#.*\n)+")
_PARAMETER: Final = re.compile(r"param (\w+) (\S+) +(.+)")
_COLUMN: Final = re.compile(r"column (\w+) +(.+)")
_VALUE: Final = re.compile(r"\$(\w+)")
_CONDITION: Final = re.compile(r"\s+# if (\w+(?: \w+)*)$")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query by its name: `help` is its text in prose, `columns` are (name, help) pairs in the order of the answer."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str

    def sparql(self, given: dict[str, Given]) -> str:
        """The SPARQL text with the values put in; raises `ParameterError` for an unknown or missing parameter or a bad value."""
        known = self._known(given)
        terms = {name: known[name].term(value) for name, value in given.items() if value is not None}
        text = "\n".join(_CONDITION.sub("", line) for line in self.text.splitlines() if _counts(line, terms))
        for missing in set(_VALUE.findall(text)) - set(terms):
            raise ParameterError(f"{self.name} needs {missing}: {known[missing].help}")
        return _VALUE.sub(lambda found: terms[found[1]], text)

    def values(self, given: dict[str, Given]) -> dict[str, Given]:
        """A plain value for every parameter, None for those that do not restrict; raises `ParameterError` as `sparql` does."""
        known = self._known(given)
        self.sparql(given)
        return {name: None if given.get(name) is None else parameter.value(given[name]) for name, parameter in known.items()}

    def _known(self, given: dict[str, Given]) -> dict[str, Parameter]:
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise ParameterError(f"{self.name} has no parameter {name!r}: it has {', '.join(known)}")
        return known


def _counts(line: str, terms: dict[str, str]) -> bool:
    condition = _CONDITION.search(line)
    return condition is None or all(name in terms for name in condition[1].split())


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Every named query, by name."""
    found = (file for file in files("kg.queries").iterdir() if file.name.endswith(".rq"))
    return tuple(_parse(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in sorted(found, key=lambda file: file.name))


def named_query(name: str) -> NamedQuery:
    """The query of that name; raises `ParameterError` listing what there is."""
    for query in named_queries():
        if query.name == name:
            return query
    raise ParameterError(f"no query is called {name!r}: there is {', '.join(query.name for query in named_queries())}")


def _parse(name: str, text: str) -> NamedQuery:
    header = _HEADER.match(text)
    lines = [line.lstrip("#").strip() for line in header[0].splitlines()] if header else []
    parameters = tuple(Parameter(found[1], found[2], found[3]) for line in lines if (found := _PARAMETER.fullmatch(line)))
    columns = tuple((found[1], found[2]) for line in lines if (found := _COLUMN.fullmatch(line)))
    prose = " ".join(line for line in lines if line and not line.startswith(("param ", "column ")))
    for parameter in parameters:
        if parameter.kind not in KINDS:
            raise QueryError(f"{name}.rq: {parameter.name} has the unknown kind {parameter.kind!r}: there is {', '.join(KINDS)}")
    return NamedQuery(name, prose, parameters, columns, text[header.end() :] if header else text)
