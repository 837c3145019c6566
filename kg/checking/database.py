"""The databases: all of them can be read, their indexes agree, and every graph is one of a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

import pyoxigraph
from pyoxigraph import NamedNode

from kg.checking.problem import Problem
from kg.errors import InputError
from kg.rdf import terms as t
from kg.store import Store
from kg.store.checked import check_graph
from kg.store.export import sorted_graphs
from kg.store.folder import Folder
from kg.store.graphs import node_of, statements
from kg.store.seals import is_sealed


def database(store: Store) -> Iterator[Problem]:
    """Reads every statement of both databases, by graph and by property, so that what is damaged on the disk is noticed."""
    live, folder = store.live, Folder(store.path, store.base)
    yield from _graphs(store, live)
    yield from _indexes("live", live, whole=is_sealed(folder, "live"))
    yield from _keys(store, live)
    history = store.read_history()
    if history is not None:
        yield from _indexes("history", history, whole=is_sealed(folder, "history"))


def _indexes(name: str, db: pyoxigraph.Store, *, whole: bool) -> Iterator[Problem]:
    by_property: Counter[NamedNode] = Counter()
    subjects, objects, places = set(), set(), set()
    for quad in db:
        by_property[quad.predicate] += 1
        if not whole:
            subjects.add(quad.subject)
            objects.add(quad.object)
            places.add((quad.predicate, quad.graph_name))
    for who in subjects:  # the other orders that statements are kept in: what is damaged on the disk is noticed only where it is read
        _read(db.quads_for_pattern(who, None, None, None))
    for what in objects:
        _read(db.quads_for_pattern(None, None, what, None))
    for predicate, graph in places:
        _read(db.quads_for_pattern(None, predicate, None, graph))
    total = sum(by_property.values())
    homeless = sum(1 for _ in db.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
    by_graph = homeless + sum(1 for graph in sorted_graphs(db) for _ in statements(db, graph))
    again = {one: sum(1 for _ in db.quads_for_pattern(None, one, None, None)) for one in by_property}
    if not total == by_graph == len(db) or again != by_property:
        found = f"its indexes do not agree ({total:,}, {by_graph:,}, {len(db):,}, {sum(again.values()):,} statements)"
        yield Problem(name, name, found, "kg restore puts a backup back; or kg export, and kg import into a new store")


def _read(quads: Iterator[pyoxigraph.Quad]) -> None:
    for _ in quads:
        pass


def _graphs(store: Store, live: pyoxigraph.Store) -> Iterator[Problem]:
    if any(live.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())):
        yield Problem("live", store.place, "there are statements in no graph", "kg export, and kg import into a new store")
    for graph in sorted_graphs(live):
        quads = list(statements(live, graph))
        if not quads:
            yield Problem("live", graph.value, "a graph without statements", "--repair removes it", partial(live.remove_graph, graph))
            continue
        try:
            check_graph(graph, quads)
        except InputError as error:
            yield Problem("live", graph.value, str(error).removeprefix(f"graph {graph}: "), "kg sparql --write can remove it")


def _keys(store: Store, live: pyoxigraph.Store) -> Iterator[Problem]:
    known: dict[str, NamedNode] = {}
    for quad in live.quads_for_pattern(None, t.KEY, None, None):
        article, key = node_of(quad.subject), str(quad.object)
        if known.setdefault(key, article) != article:
            yield Problem("live", article.value, f"has the document key of {known[key].value}, too", "kg delete one of them, by its IRI")
