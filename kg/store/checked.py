"""Checking foreign statements before anything is stored: only what the ontology knows, no blank nodes, every graph one of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError
from kg.plurals import many
from kg.rdf import terms as t
from kg.rdf.columns import Term
from kg.store.vocabulary import vocabulary

_READABLE: Final[dict[NamedNode, Callable[[str], object]]] = {t.INTEGER: int, t.DOUBLE: float, t.DATE: date.fromisoformat}
_WRITTEN: Final = re.compile(r"[+-]?(?:INF|NaN|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_statement(quad: Quad, base: str) -> None:
    """Raise `InputError` when a statement is outside the ontology, has a blank node, or names something under another base."""
    subject, predicate, value = quad.subject, quad.predicate, quad.object
    if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
        raise InputError(f"a blank node in {_shown(quad)}: only things with IRIs can be stored")
    known = vocabulary()
    if predicate not in known.properties:
        raise InputError(f"{predicate} is not in the ontology (in {_shown(quad)})")
    if predicate == t.TYPE and value not in known.classes:
        raise InputError(f"{value} is no class of the ontology (in {_shown(quad)})")
    if not subject.value.startswith(base):
        raise InputError(f"{subject} is not under this store's base {base}: import into a new store made with --base")
    _check_value(value, known.properties[predicate].datatype, quad)


def _check_value(value: Term, datatype: NamedNode | None, quad: Quad) -> None:
    found = value.datatype if isinstance(value, Literal) else None
    if found != datatype:
        raise InputError(f"{quad.predicate} takes {datatype or 'an IRI'}, not {_cut(str(value))}")
    if isinstance(value, Literal) and found in _READABLE:
        try:
            readable = _WRITTEN.fullmatch(value.value) and _READABLE[found](value.value) is not None
        except ValueError:
            readable = False
        if not readable:
            raise InputError(f"{_cut(str(value))} is no {found} (in {_shown(quad)})")


def check_graph(graph: NamedNode, quads: Sequence[Quad]) -> None:
    """Raise `InputError` when a graph is not that of one article, of a run or of links, as `kg:inGraph` must say."""
    if not any(quad.predicate == t.IN_GRAPH and quad.object == graph for quad in quads):
        raise InputError(f"graph {graph}: nothing in it says kg:inGraph {graph}: it is not a graph of a store")
    articles = {quad.subject for quad in quads if quad.predicate == t.TYPE and quad.object == t.NEWS_ARTICLE}
    keys = {quad for quad in quads if quad.predicate == t.KEY}
    if len(articles) > 1 or len(keys) != len(articles):
        raise InputError(
            f"graph {graph}: {many(len(articles), 'article')} with {many(len(keys), 'document key')}: there must be one of each"
        )


def is_graph(graph: NamedNode, quads: Sequence[Quad]) -> bool:
    """Whether `check_graph` has nothing against it."""
    try:
        check_graph(graph, quads)
    except InputError:
        return False
    return True


def in_graphs(quads: Iterable[Quad]) -> dict[NamedNode, list[Quad]]:
    """The statements by graph, each with the graph it belongs to; those without one go where `kg:inGraph` leads.

    Raises `InputError` for a thing that hangs together with no article, run or link.
    """
    quads = list(dict.fromkeys(quads))
    home = _homes(quads)
    graphs: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        graph = quad.graph_name if isinstance(quad.graph_name, NamedNode) else home.get(quad.subject)
        if graph is None:
            raise InputError(f"{quad.subject} belongs to no article, run or link: nothing leads from it to a kg:inGraph")
        graphs.setdefault(graph, []).append(Quad(quad.subject, quad.predicate, quad.object, graph))
    return graphs


_LEAVES_GRAPH: Final = frozenset(
    {
        t.READ_BY,
        t.GENERATED_BY,
        t.FROM,
        t.TO,
        t.FROM_ATTRIBUTION,
        t.TO_ATTRIBUTION,
        t.FROM_ARTICLE,
        t.TO_ARTICLE,
        t.FROM_MENTION,
        t.TO_MENTION,
        t.MEMBER,
        t.SAME_AS,
        t.EVIDENCE,
        t.IN_GRAPH,
        t.TYPE,
    }
)


def _homes(quads: Sequence[Quad]) -> dict[object, NamedNode]:
    things = {quad.subject for quad in quads}
    home: dict[object, NamedNode] = {}
    neighbours: dict[object, list[object]] = {}
    for quad in quads:
        if quad.predicate == t.IN_GRAPH and isinstance(quad.object, NamedNode):
            home[quad.subject] = quad.object
        if quad.predicate not in _LEAVES_GRAPH and quad.object in things:
            neighbours.setdefault(quad.subject, []).append(quad.object)
            neighbours.setdefault(quad.object, []).append(quad.subject)
    waiting = list(home)
    while waiting:
        node = waiting.pop()
        for other in neighbours.get(node, ()):
            if other not in home:
                home[other] = home[node]
                waiting.append(other)
    return home


def _shown(quad: Quad) -> str:
    return _cut(f"{quad.subject} {quad.predicate} {quad.object}")


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 200 else line[:200] + "…"
