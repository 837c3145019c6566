"""JSON-LD with the short names of `ontology/context.jsonld`: one graph after another, one line for each thing in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.rdf.columns import Term
from kg.rdf.terms import DOUBLE, INTEGER, PREFIXES, TYPE, XSD


def write_jsonld(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """Write `quads`, which must come graph by graph and subject by subject."""
    context = json.dumps({**_context(), "k": base}, ensure_ascii=False)
    out.write(f'{{"@context": {context},\n"@graph": ['.encode())
    between = "\n"
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        out.write(f'{between}{{"id": {json.dumps(_short(graph, base))}, "@graph": ['.encode())
        between = "\n"
        for subject, statements in groupby(members, key=lambda quad: quad.subject):
            node = {"id": _short(subject, base)} | _node(statements, base)
            out.write((between + json.dumps(node, ensure_ascii=False)).encode())
            between = ",\n"
        out.write(b"\n]}")
        between = ",\n"
    out.write(b"\n]}\n")


@cache
def _context() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("kg.ontology").joinpath("context.jsonld").read_bytes())["@context"]
    return loaded


@cache
def _terms() -> dict[str, tuple[str, dict[str, str]]]:
    """Property IRI → its short name and how the context says its values are to be read."""
    declared = ((name, how) for name, how in _context().items() if isinstance(how, dict))
    return {_long(how["@id"]): (name, how) for name, how in declared}


@cache
def _names() -> dict[str, str]:
    return {_long(iri): name for name, iri in _context().items() if isinstance(iri, str) and ":" in iri and not iri.endswith(("#", "/"))}


def _long(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return PREFIXES[prefix] + local


def _short(term: object, base: str) -> str:
    iri = term.value if isinstance(term, NamedNode) else str(term)
    return "k:" + iri.removeprefix(base) if iri.startswith(base) else iri


def _node(statements: Iterable[Quad], base: str) -> dict[str, Any]:
    node: dict[str, Any] = {}
    for predicate, quads in groupby(statements, key=lambda quad: quad.predicate):
        name, how = ("type", {}) if predicate == TYPE else _terms().get(predicate.value, (predicate.value, {}))
        values = [_names().get(_iri(q.object), _iri(q.object)) if predicate == TYPE else _value(q.object, how, base) for q in quads]
        node[name] = values if len(values) > 1 or "@container" in how else values[0]
    return node


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _value(term: Term, how: dict[str, str], base: str) -> object:
    declared = how.get("@type")
    if isinstance(term, NamedNode | BlankNode):
        if declared == "@vocab":
            return _names().get(_iri(term), _iri(term))
        return _short(term, base) if declared == "@id" else {"@id": _short(term, base)}
    if not isinstance(term, Literal):
        raise TypeError(f"{term} cannot be written as JSON-LD")
    return _literal(term, declared)


def _literal(term: Literal, declared: str | None) -> object:
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    expected = _long(declared) if declared and not declared.startswith("@") else XSD + "string"
    if term.datatype.value != expected or (declared or "").startswith("@"):
        return {"@value": term.value, "@type": term.datatype.value}
    if term.datatype == INTEGER:
        return int(term.value)
    return float(term.value) if term.datatype == DOUBLE else term.value
