"""The ontology as far as the stores need it at run time, read from `ontology/shapes.ttl` without an RDF library on top."""

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
_PATH, _DATATYPE, _TARGET, _MOST, _IN = (NamedNode(_SHACL + name) for name in ("path", "datatype", "targetClass", "maxCount", "in"))

_Node = dict[NamedNode, list[Term]]


@dataclass(frozen=True, slots=True)
class Property:
    """What a property's values are: literals of `datatype`, or things where that is None, out of a closed list where `closed`;
    `many` when a thing may have several of them."""

    datatype: NamedNode | None
    many: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The classes a thing may have, and the properties that the shapes know."""

    classes: frozenset[NamedNode]
    properties: dict[NamedNode, Property]


@cache
def vocabulary() -> Vocabulary:
    """What the shapes allow."""
    nodes: dict[NamedNode | BlankNode | Triple, _Node] = defaultdict(lambda: defaultdict(list))
    for quad in parse(files("kg.ontology").joinpath("shapes.ttl").read_bytes(), format=RdfFormat.TURTLE):
        nodes[quad.subject][quad.predicate].append(quad.object)
    classes = {one for node in nodes.values() for one in node.get(_TARGET, [])}
    shapes: dict[NamedNode, list[_Node]] = defaultdict(list)
    for node in nodes.values():
        for path in node.get(_PATH, []):
            if isinstance(path, NamedNode):
                shapes[path].append(node)
    properties = {path: _property(found) for path, found in shapes.items()} | {TYPE: Property(None, many=True, closed=False)}
    return Vocabulary(frozenset(one for one in classes if isinstance(one, NamedNode)), properties)


def _property(shapes: list[_Node]) -> Property:
    """Several shapes may have the same property; those that only ask for a minimum say nothing of its values."""
    datatypes = (one for shape in shapes for one in shape.get(_DATATYPE, []))
    telling = [shape for shape in shapes if shape.keys() - {_PATH, NamedNode(_SHACL + "minCount")}]
    return Property(
        next((one for one in datatypes if isinstance(one, NamedNode)), None),
        many=any(_MOST not in shape for shape in telling),
        closed=any(_IN in shape for shape in shapes),
    )
