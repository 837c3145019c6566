"""One graph of the store as rows for Neo4j: nodes with their labels, and relationships by the places of their ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from kg.errors import StoreError
from kg.neo4j.mapping import Field, Mapping, Scalar, mapping
from kg.rdf import terms as t
from kg.store.lexical import Thing

Row = dict[str, Any]
_MOST: Final = 2**63
_LONG: Final = 19
"""Digits of the shortest number that may be too large."""
_QUOTED: Final = ("source", "cue", "content", "sentence")


@dataclass(slots=True)
class Part:
    """The rows of one graph. `nodes` and `labels` go together; `inner` are (from, type, to) with places in `nodes`; `outer` are
    (type, to) with the IRI of what another graph tells of, and whence it is pointed at; `said` are (from, to, properties) of shortcuts."""

    graph: str
    nodes: list[Row] = field(default_factory=list)
    labels: list[list[str]] = field(default_factory=list)
    inner: list[tuple[int, str, int]] = field(default_factory=list)
    outer: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    said: list[tuple[int, int, Row]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many elements it has."""
        return len(self.nodes) + len(self.inner) + sum(map(len, self.outer.values())) + len(self.said)

    @property
    def rows(self) -> Row:
        """What the server gets."""
        outer = [(kind, end, places) for (kind, end), places in self.outer.items()]
        return {"nodes": self.nodes, "labels": self.labels, "inner": self.inner, "outer": outer, "said": self.said}

    @property
    def links(self) -> list[str]:
        """The IRIs of the links between claims in it."""
        return [node["iri"] for node, labels in zip(self.nodes, self.labels, strict=True) if "Link" in labels]

    @property
    def characters(self) -> int:
        """How long the article's text is that is in it."""
        return sum(len(node["isString"]) for node in self.nodes if isinstance(node.get("isString"), str))


def project(graph: str, things: Iterable[Thing]) -> Part:
    """The rows of `graph`, which tells of `things`. Raises `StoreError` for a number that Neo4j cannot hold."""
    part = Part(graph)
    at: dict[str, int] = {}
    edges = _nodes(part, at, things, mapping())
    for begin, kind, end in edges:
        place = at.get(end)
        if place is not None:
            part.inner.append((begin, kind, place))
        else:
            part.outer.setdefault((kind, end), []).append(begin)
    _cut_words(part)
    _shortcuts(part)
    return part


def _nodes(part: Part, at: dict[str, int], things: Iterable[Thing], known: Mapping) -> list[tuple[int, str, str]]:
    fields, relationships, kind_of = known.fields, known.relationships, t.TYPE.value
    edges: list[tuple[int, str, str]] = []
    for place, (iri, told) in enumerate(things):
        at[iri] = place
        node: Row = {"iri": iri, "graph": part.graph}
        labels: list[str] = []
        for predicate, value in told:
            if (found := fields.get(predicate)) is not None:
                if found.many or found.name in node or len(value) >= _LONG:
                    _set(node, found, found.write(value))
                else:
                    node[found.name] = found.write(value)
            elif predicate == kind_of:
                labels.append(known.labels[value])
            else:
                edges.append((place, relationships[predicate], value))
        part.nodes.append(node)
        part.labels.append(labels)
    return edges


def _set(node: Row, to: Field, value: Scalar) -> None:
    """A second value makes a list even of a property that should have one, in a fixed order: nothing is lost."""
    if isinstance(value, int) and not -_MOST <= value < _MOST:
        raise StoreError(f"{node['iri']}: {to.name} is {value}, more than Neo4j can hold")
    held = node.get(to.name)
    if held is None:
        node[to.name] = [value] if to.many else value
    else:
        node[to.name] = sorted([*held, value] if isinstance(held, list) else [held, value])


def _cut_words(part: Part) -> None:
    """Words by their offsets: `substring` in Cypher would count otherwise (UTF-16) than the offsets do (characters)."""
    text = next((node["isString"] for node in part.nodes if "isString" in node), None)
    if not isinstance(text, str):
        return
    for node, labels in zip(part.nodes, part.labels, strict=True):
        if "Attribution" in labels:
            for name in _QUOTED:
                _cut(node, text, f"{name}Words", f"{name}Begin", f"{name}End")
        elif "Sentence" in labels or "Span" in labels:
            _cut(node, text, "words", "beginIndex", "endIndex")


def _cut(node: Row, text: str, name: str, begin: str, end: str) -> None:
    first, last = node.get(begin), node.get(end)
    if isinstance(first, int) and isinstance(last, int):
        node[name] = text[first:last]


def _shortcuts(part: Part) -> None:
    """Who said what in one step: for each attribution to the claim from the speaker, each of several who speak as one, and from whom it
    was said for."""
    ends: dict[int, dict[str, int]] = {}
    members: dict[int | None, list[int]] = {}
    for begin, kind, end in part.inner:
        if kind == "MEMBER_OF":
            members.setdefault(end, []).append(begin)
        elif kind in ("WAS_ATTRIBUTED_TO", "ON_BEHALF_OF", "CLAIM"):
            ends.setdefault(begin, {})[kind] = end
    for place, found in ends.items():
        claim = found.get("CLAIM")
        if claim is None:
            continue
        who, whom = found.get("WAS_ATTRIBUTED_TO"), found.get("ON_BEHALF_OF")
        node = part.nodes[place]
        kept = {name: node[name] for name in ("stance", "certainty", "score", "saidFrom", "saidTo") if name in node}
        for party, voice in ((who, "own"), (whom, "on behalf"), *((one, "joint") for one in members.get(who, []))):
            if party is not None:
                told = {"derived": True, "graph": part.graph, "attribution": node["iri"], "voice": voice}
                part.said.append((party, claim, told | kept))
