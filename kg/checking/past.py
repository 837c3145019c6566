"""What was: the log, unbroken and true to the store, and the history, which holds nothing that is current."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import NamedNode

from kg.checking.problem import Problem
from kg.rdf import terms as t
from kg.store import Store
from kg.store.counted import counted
from kg.store.graphs import statements
from kg.store.log import Log

_ARTICLES = ("loaded", "imported", "changed", "reread", "restored")
_REMEDY = "kg restore puts a backup back"


def past(store: Store) -> Iterator[Problem]:
    """Every entry of the log has the name of what it says and follows on the one before; what it says counts is there, and nothing else."""
    log = Log(store.path / "log.nt", store.base)
    faults = list(log.faults())
    yield from (Problem("log", "log.nt", fault, _REMEDY) for fault in faults)
    history = store.read_history() or pyoxigraph.Store()
    if not faults:
        yield from _said(log, store.live)
    yield from _twice(store.live, history)


def _said(log: Log, live: pyoxigraph.Store) -> Iterator[Problem]:
    """Of articles; links and what people noted may go with them without a word of their own."""
    entries = list(log.entries())
    if any(entry.act == "edited" and not entry.removes for entry in entries):
        return  # updates in a user's own words may take out anything, and say only their words
    found = counted(entries)
    for iri in sorted({entry.adds[0] for entry in entries if entry.adds and entry.act in _ARTICLES}):
        node = NamedNode(iri)
        is_there = live.contains_named_graph(node)
        if found.says(iri) and not is_there:
            yield Problem("log", iri, "is gone, and the log does not say when it went", _REMEDY)
        elif found.says(iri) is False and is_there:
            yield Problem("log", iri, "is there, and the log says that it went", _REMEDY)
    if untold := [iri for iri in _came(live) if found.says(iri) is None]:
        others = f" (and {len(untold) - 1:,} more)" if len(untold) > 1 else ""
        what = f"does not say when {untold[0]} came{others}: it was shortened, or is gone, or is younger"
        yield Problem("log", "log.nt", what, f"none for a store that is older than its log; otherwise {_REMEDY}")


def _came(live: pyoxigraph.Store) -> list[str]:
    """What only comes with an entry of the log: the graphs of articles, and what people decided."""
    graphs = {quad.graph_name for quad in live.quads_for_pattern(None, t.KEY, None, None)}
    decisions = {quad.subject for quad in live.quads_for_pattern(None, t.TYPE, t.DECISION, None)}
    return sorted(one.value for one in graphs | decisions if isinstance(one, NamedNode))


def _twice(live: pyoxigraph.Store, history: pyoxigraph.Store) -> Iterator[Problem]:
    for quad in history.quads_for_pattern(None, t.KEY, None, None):
        graph = quad.graph_name
        if (
            isinstance(graph, NamedNode)
            and live.contains_named_graph(graph)
            and set(statements(live, graph)) == set(statements(history, graph))
        ):
            yield Problem("history", graph.value, "is current and in the history at once", "kg delete it and load it again")
