"""What the store says of single nodes, as lines of Turtle that can be put together to a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from kg.rdf import terms as t
from kg.report.material import Saying
from kg.store.formats import prefixes

_LEFT_OUT: Final = {
    t.IN_GRAPH,
    t.READ_BY,
    t.MENTIONS,
    t.QUOTED_FROM,
    t.GENERATED_BY,
    t.ROLE,
    t.MEMBER_OF,
    t.NAME_KEY,
    t.PUBLISHER,
    t.MENTION_SPANS,
    t.READING_ERROR,
    t.ADDRESSEE,
    t.SPANS_OF["source"][2],
    t.SPANS_OF["cue"][2],
    t.SPANS_OF["content"][2],
}
"""Statements that lead to nodes that a selection does not hold, or are of use in the store only."""


def turtle(quads: Iterable[Quad], base: str, article: str, sayings: Sequence[Saying]) -> dict[str, str]:
    """The lines of each node that the `sayings` of an `article` need, by the node's name: one statement block each, without prefixes."""
    about: dict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.predicate not in _LEFT_OUT:
            about[quad.subject.value].append(quad.triple)
    wanted = {base + article} | {base + one for s in sayings for one in (s.id, s.claim_id) if one}
    wanted |= {one.object.value for iri in wanted for one in about[iri] if one.predicate == t.ABOUT and isinstance(one.object, NamedNode)}
    wanted |= {one for s in sayings for one in (s.attribution.speaker, s.attribution.on_behalf_of) if one}
    return {iri.removeprefix(base): _lines(about[iri], base) for iri in sorted(wanted) if about[iri]}


def _lines(triples: list[Triple], base: str) -> str:
    ordered = sorted(triples, key=lambda one: (one.predicate != t.TYPE, str(one.predicate), str(one.object)))
    written: bytes = pyoxigraph.serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes(base)) or b""
    lines = written.decode("utf-8").rstrip("\n").split("\n")
    return "\n".join(line for number, line in enumerate(lines) if number >= len(prefixes(base)))


def prologue(base: str) -> str:
    """The prefixes that the lines need."""
    return "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in prefixes(base).items())
