"""The ontology as far as the store needs it at run time, read from `ontology/shapes.ttl` without an RDF library on top."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from kg.rdf.columns import Term
from kg.rdf.terms import TYPE

_SHACL: Final = "http://www.w3.org/ns/shacl#"
_PATH, _DATATYPE, _TARGET = (NamedNode(_SHACL + name) for name in ("path", "datatype", "targetClass"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`classes` are the classes a thing may have; `properties` give the datatype of each property, or None when its values are things."""

    classes: frozenset[NamedNode]
    properties: dict[NamedNode, NamedNode | None]


@cache
def vocabulary() -> Vocabulary:
    """What the shapes allow."""
    nodes: dict[NamedNode | BlankNode | Triple, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(files("kg.ontology").joinpath("shapes.ttl").read_bytes(), format=RdfFormat.TURTLE):
        nodes[quad.subject][quad.predicate].append(quad.object)
    classes = {one for node in nodes.values() for one in node.get(_TARGET, [])}
    properties: dict[NamedNode, NamedNode | None] = {}
    for node in nodes.values():
        for path in node.get(_PATH, []):
            datatype = next((one for one in node.get(_DATATYPE, []) if isinstance(one, NamedNode)), None)
            if isinstance(path, NamedNode):
                properties[path] = datatype or properties.get(path)
    return Vocabulary(frozenset(one for one in classes if isinstance(one, NamedNode)), properties | {TYPE: None})
