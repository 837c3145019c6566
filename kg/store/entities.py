"""Entities and claims across articles: computed from merges and splits, and kept in one graph that can be made again at any time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.plurals import many
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.columns import text
from kg.rdf.names import digest
from kg.store.clusters import clusters
from kg.store.counted import counted
from kg.store.graphs import BY_HAND, node_of, statements
from kg.store.groups import Groups
from kg.store.writing import Writer

FEWEST: Final = 2
"""Mentions that make an entity across articles."""


def canonical_graph(base: str) -> NamedNode:
    """The graph of computed entities."""
    return NamedNode(f"{base}g_{digest('canonical')}")


def hand_graph(base: str) -> NamedNode:
    """The graph of merges and splits that people made."""
    return NamedNode(f"{base}g_{digest('merges by hand')}")


@dataclass(frozen=True, slots=True, order=True)
class _Merge:
    rank: tuple[bool, float]
    a: str
    b: str


def rebuild(writer: Writer, base: str) -> int:
    """Compute the entities anew; the number of them. Nothing is written when they are what they were."""
    _bring_back(writer, base)
    graph = canonical_graph(base)
    if writer.is_in_history(graph):
        writer.change((), list(statements(writer.history, graph)))
        writer.history.remove_graph(graph)
    return compute(writer.live, base, lambda removed, added: _change(writer, removed, added))


def _change(writer: Writer, removed: Collection[Quad], added: Collection[Quad]) -> None:
    """Change entities; what is known elsewhere of those that go is put by for when they come back."""
    if known := [quad for quad in removed if quad.predicate == t.SAME_AS]:
        writer.history.extend(known)
    writer.change(removed, added)


def refresh(writer: Writer, base: str) -> None:
    """Compute the entities anew where there are any, or were: linking makes the first."""
    if _bring_back(writer, base) or any(has(canonical_graph(base)) for has in (writer.live.contains_named_graph, writer.is_in_history)):
        rebuild(writer, base)


def bring_back(writer: Writer, base: str) -> None:
    """Put back what people noted of mentions that are there again, which `prune` put by, and what they make one."""
    if _bring_back(writer, base):
        rebuild(writer, base)


def _bring_back(writer: Writer, base: str) -> bool:
    noted = hand_graph(base)
    back: set[Quad] = set()
    if writer.is_in_history(noted):
        taken_back = counted(writer.log.entries()).says
        lost = _lost(writer.live, noted, writer.history)
        back = {q for q in statements(writer.history, noted) if q.subject not in lost and taken_back(q.subject.value) is not False}  # type: ignore[union-attr]
        writer.change((), back - set(statements(writer.live, noted)))
        for quad in back:
            writer.history.remove(quad)
        if not any(statements(writer.history, noted)):
            writer.history.remove_graph(noted)
    return bool(back)


def compute(live: pyoxigraph.Store, base: str, change: Callable[[set[Quad], set[Quad]], None]) -> int:
    """The number of entities in `live`; `change` is called with what they are no longer, and what they are."""
    graph = canonical_graph(base)
    same_as = {node_of(q.subject).value: q.object for q in live.quads_for_pattern(None, t.SAME_AS, None, graph)}
    quads = {q for members in _groups(live) for q in _entity(live, base, graph, members)}
    quads |= clusters(live, base, graph)
    quads |= {Quad(NamedNode(e), t.SAME_AS, node_of(o), graph) for e, o in same_as.items() if any(q.subject.value == e for q in quads)}  # type: ignore[union-attr]
    old = set(live.quads_for_pattern(None, None, None, graph))
    change(old - quads, quads - old)
    return sum(q.predicate == t.TYPE and q.object == t.ENTITY for q in quads)


def prune(writer: Writer, base: str) -> None:
    """Take mentions that are gone out of their entities, and entities that are left with fewer than two out of the store.

    What people noted of mentions that are gone goes to the history.
    """
    live, graph = writer.live, canonical_graph(base)
    members = list(live.quads_for_pattern(None, t.MEMBER, None, graph))
    gone = {quad for quad in members if next(live.quads_for_pattern(node_of(quad.object), t.TYPE, None, None), None) is None}
    left = Counter(quad.subject for quad in members if quad not in gone)
    for entity in {quad.subject for quad in gone if left[quad.subject] < FEWEST}:
        gone.update(live.quads_for_pattern(entity, None, None, graph))
    notes = _lost(live, hand_graph(base), live)
    lost = {q for q in statements(live, hand_graph(base)) if q.subject in notes}
    if lost:
        writer.history.extend(lost)
        writer.history.flush()
    _change(writer, gone | lost, ())


def _lost(live: pyoxigraph.Store, graph: NamedNode, noted: pyoxigraph.Store) -> set[NamedNode]:
    """The merges and splits in a graph of `noted` of which an end is not in `live`."""
    ends = (q for end in (t.FROM_MENTION, t.TO_MENTION) for q in noted.quads_for_pattern(None, end, None, graph))
    return {node_of(q.subject) for q in ends if next(live.quads_for_pattern(node_of(q.object), t.TYPE, None, None), None) is None}


def _groups(live: pyoxigraph.Store) -> list[list[str]]:
    """Mentions that are one entity: merges by people first, then the surest; a merge that would undo a split does not count."""
    apart = [both for one in _all(live, t.SPLIT) if (both := ends_of(live, one))]
    groups: Groups[str] = Groups()
    for merge in sorted(_merges(live)):
        ends = {groups.top(merge.a), groups.top(merge.b)}
        if not any({groups.top(x), groups.top(y)} == ends for x, y in apart):
            groups.join(merge.a, merge.b)
    return groups.all()


def _merges(live: pyoxigraph.Store) -> Iterator[_Merge]:
    for node in _all(live, t.MERGE):
        rule, sure = _one(live, node, t.RULE), _one(live, node, t.SCORE)
        rank = (rule != BY_HAND, -float(sure.value) if isinstance(sure, Literal) else 0.0)
        if ends := ends_of(live, node):
            yield _Merge(rank, *ends)


def _all(live: pyoxigraph.Store, kind: NamedNode) -> Iterator[NamedNode]:
    return (node_of(q.subject) for q in live.quads_for_pattern(None, t.TYPE, kind, None))


def _one(live: pyoxigraph.Store, node: NamedNode, predicate: NamedNode) -> object:
    found = next(live.quads_for_pattern(node, predicate, None, None), None)
    return found and found.object


def ends_of(live: pyoxigraph.Store, node: NamedNode) -> tuple[str, str] | None:
    """The mentions that a merge or split is about; None where an import lacks one."""
    one, other = _one(live, node, t.FROM_MENTION), _one(live, node, t.TO_MENTION)
    return (one.value, other.value) if isinstance(one, NamedNode) and isinstance(other, NamedNode) else None


def _entity(live: pyoxigraph.Store, base: str, graph: NamedNode, members: list[str]) -> Iterator[Quad]:
    members = [m for m in members if next(live.quads_for_pattern(NamedNode(m), t.TYPE, None, None), None)]
    if len(members) < FEWEST:
        return
    node = NamedNode(f"{base}ent_{digest(members[0])}")
    names = Counter(q.object.value for m in members for q in live.quads_for_pattern(NamedNode(m), t.NAME, None, None))  # type: ignore[union-attr]
    if not names:
        return
    name = min(names, key=lambda n: (-names[n], -len(n), n))
    yield Quad(node, t.TYPE, t.ENTITY, graph)
    yield Quad(node, t.IN_GRAPH, graph, graph)
    yield Quad(node, t.NAME, text(name), graph)
    yield from (Quad(node, t.MEMBER, NamedNode(m), graph) for m in members)


def known(writer: Writer, base: str, rows: Iterable[tuple[str, str]]) -> int:
    """Say of each entity whose name key is in `rows` (name, IRI) that it is `owl:sameAs` that; names in several rows are left out."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for name, iri in rows:
        by_key[name_key(name)].add(iri)
    graph, added = canonical_graph(base), set()
    for quad in list(writer.live.quads_for_pattern(None, t.NAME, None, graph)):
        iris = by_key.get(name_key(quad.object.value), set())  # type: ignore[union-attr]
        if len(iris) == 1:
            added.add(Quad(quad.subject, t.SAME_AS, NamedNode(next(iter(iris))), graph))
    new = [quad for quad in added if quad not in writer.live]
    if new:
        writer.log.add("known", note=f"{many(len(new), 'entity', 'entities')} known elsewhere")
    writer.change((), new)
    return len(new)
