"""How the ontology looks in Neo4j: classes are labels, literals are properties, things are relationships.

All of it is derived from `ontology/shapes.ttl`, so that a new term of the ontology needs no line here. A name is the local name of its
IRI: `schema:NewsArticle` is the label `NewsArticle`, `kg:nameKey` the property `nameKey`, `kg:inArticle` the relationship `IN_ARTICLE`.
A value of a closed list is a property: `kg:stance kg:Denies` is `stance: "denies"`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.rdf import terms as t
from kg.rdf.lists import LISTS, VALUES
from kg.store.vocabulary import Property, vocabulary

Scalar: TypeAlias = str | int | float | date
OURS: Final = "Kg"
"""The label that every node of ours has, so that a database can be shared."""
DERIVED: Final = ("words", "sourceWords", "cueWords", "contentWords", "sentenceWords")
"""Properties that are cut out of an article's text for people and queries; reading back ignores them."""
SHORTCUTS: Final = ("SAID", "CONTRADICTS", "SUPPORTS", "SAME")
"""Relationships that are derived from attributions and links; they say `derived: true`, and reading back ignores them."""
_BORDER: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Field:
    """A property of the graph that is a property of nodes: a list where a thing may have `many`. `write` and `read` turn a term's text
    into a value and back."""

    name: str
    iri: NamedNode
    many: bool
    write: Callable[[str], Scalar]
    read: Callable[[Scalar], NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Both ways between the graph and Neo4j: by IRI on the way there, by name on the way back."""

    labels: dict[str, str]
    fields: dict[str, Field]
    relationships: dict[str, str]
    classes: dict[str, NamedNode]
    fields_by_name: dict[str, Field]
    relationships_by_name: dict[str, NamedNode]


@cache
def mapping() -> Mapping:
    """The mapping of the ontology that ships."""
    known = vocabulary()
    labels = {one.value: local_name(one) for one in known.classes}
    literal = {one.value: _literal(one, found) for one, found in known.properties.items() if found.datatype}
    listed = {one.value: _listed(one, found) for one, found in known.properties.items() if found.closed}
    things = [one for one, found in known.properties.items() if not found.datatype and not found.closed and one != t.TYPE]
    fields = literal | listed
    return Mapping(
        labels,
        fields,
        {one.value: type_name(one) for one in things},
        {local_name(one): one for one in known.classes},
        {field.name: field for field in fields.values()},
        {type_name(one): one for one in things},
    )


def local_name(iri: NamedNode) -> str:
    """What stands after the last `#` or `/`."""
    return re.split("[#/]", iri.value)[-1]


def type_name(iri: NamedNode) -> str:
    """The relationship type of a property: `kg:inArticle` is `IN_ARTICLE`."""
    return _BORDER.sub("_", local_name(iri)).upper()


def _literal(iri: NamedNode, known: Property) -> Field:
    write: dict[NamedNode | None, Callable[[str], Scalar]] = {t.INTEGER: int, t.DOUBLE: float, t.DATE: date.fromisoformat}
    return Field(local_name(iri), iri, known.many, write.get(known.datatype, str), _read_literal)


def _read_literal(value: Scalar) -> Literal:
    return Literal(value.isoformat(), datatype=t.DATE) if isinstance(value, date) else Literal(value)


def _listed(iri: NamedNode, known: Property) -> Field:
    name = local_name(iri)
    values = {node.value: value for node, value in VALUES[name].items()}

    def read(value: Scalar) -> NamedNode:
        return LISTS[name].get(str(value)) or NamedNode(str(value))

    return Field(name, iri, known.many, lambda term: values.get(term, term), read)
