"""Named queries: every `queries/NAME.rq` is one, and its comment header is its help.

In the header, `param NAME KIND  help` declares a parameter and `column NAME  help` a column of the answer; the other lines are the
help text. In the query, `$NAME` stands for the parameter's value, and a line that ends in `# if NAME…` counts only when those
parameters are given. Where a name stands for an entity across articles (`kg.namesakes`), `?x kg:nameKey $NAME` finds the entity's
other members, too; the Cypher twin has the entity's IRI in `$NAME_entity`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import ParameterError, QueryError
from kg.store.parameters import KINDS, Given, Parameter

EMPTY: Final[Mapping[str, str]] = MappingProxyType({})
_HEADER: Final = re.compile(r"(?:#.*\n)+")
_PARAMETER: Final = re.compile(r"param (\w+) (\S+) +(.+)")
_COLUMN: Final = re.compile(r"column (\w+) +(.+)")
_VALUE: Final = re.compile(r"\$(\w+)")
_CALLED: Final = re.compile(r"kg:nameKey \$(\w+)")
_CONDITION: Final = re.compile(r"\s+# if (\w+(?: \w+)*)$")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query by its name: `help` is its text in prose, `columns` are (name, help) pairs in the order of the answer."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str

    def sparql(self, given: Mapping[str, Given], entities: Mapping[str, str] = EMPTY) -> str:
        """The SPARQL text with the values put in, and with the `entities` that names stand for, by parameter.

        Raises `ParameterError` for an unknown or missing parameter or a bad value.
        """
        known = self._known(given)
        terms = {name: known[name].term(value) for name, value in given.items() if value is not None}
        text = "\n".join(_CONDITION.sub("", line) for line in self.text.splitlines() if _counts(line, terms))
        for missing in set(_VALUE.findall(text)) - set(terms):
            raise ParameterError(f"{self.name} needs {missing}: {known[missing].help}")
        text = _CALLED.sub(lambda found: _called(found[1], entities.get(found[1]), found[0]), text)
        return _VALUE.sub(lambda found: terms[found[1]], text)

    def values(self, given: Mapping[str, Given], entities: Mapping[str, str] = EMPTY) -> dict[str, Given]:
        """A plain value for every parameter and every name's entity, None for those that do not restrict; raises as `sparql` does."""
        known = self._known(given)
        self.sparql(given, entities)
        values = {name: None if given.get(name) is None else parameter.value(given[name]) for name, parameter in known.items()}
        return values | {entity_of(name): entities.get(name) for name, one in known.items() if one.kind == "name"}

    def entities(self, given: Mapping[str, Given], called: Callable[[str], str | None]) -> dict[str, str]:
        """The entities that the names in `given` stand for, by parameter; `called` gives that of a name key.

        Raises `ParameterError` as `sparql` does.
        """
        known = self._known(given)
        names = [name for name, one in known.items() if one.kind == "name" and given.get(name) is not None]
        found = {name: called(str(known[name].value(given[name]))) for name in names}
        return {name: entity for name, entity in found.items() if entity is not None}

    def _known(self, given: Mapping[str, Given]) -> dict[str, Parameter]:
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise ParameterError(f"{self.name} has no parameter {name!r}: it has {', '.join(known)}")
        return known


def entity_of(name: str) -> str:
    """How a Cypher text calls the entity that the parameter `name` stands for."""
    return f"{name}_entity"


def _called(name: str, entity: str | None, pattern: str) -> str:
    """A pattern of what is called by a name; a table of the two is looked up faster than a union of two patterns."""
    both = f"?{name}_called"
    return pattern if entity is None else f"kg:nameKey|^kg:member {both} . VALUES {both} {{ ${name} {NamedNode(entity)} }}"


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
