"""Changing a store: adding, replacing and removing whole articles, each in one transaction of the database.

A replaced article goes to the history first and leaves the live database second; `moving.json` notes what is on its way, so that
a crash between the two leaves nothing in both places once the store is opened again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pyoxigraph
from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Quad

from kg.rdf.terms import IN_GRAPH, IS_STRING, KEY
from kg.store.edited import renew, touch
from kg.store.engine import open_database
from kg.store.folder import Folder
from kg.store.graphs import articles_with_key, graph_of, graphs_with, node_of, statements
from kg.store.links_index import forget

_FLUSH_EVERY: Final = 50_000
"""Statements: whoever opens the store beside a writer has to read again what was not flushed."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading an article did. `quads` is the number of statements written: 0 when it was there already."""

    graph: str
    article: str
    status: Literal["added", "unchanged", "replaced"]
    quads: int


class Writer:
    """Writes to the live database of a store, and to its history when something leaves."""

    def __init__(self, folder: Folder, live: pyoxigraph.Store) -> None:
        self.folder = folder
        self.live = live
        self._history: pyoxigraph.Store | None = None
        self._unflushed = 0
        self._finish_moves()

    @property
    def history(self) -> pyoxigraph.Store:
        """The database of what was replaced or retracted, opened on first use."""
        if self._history is None:
            self._history = open_database(self.folder.history, read_only=False)
        return self._history

    def put(self, article: NamedNode, graph: NamedNode, key: str, quads: Sequence[Quad]) -> Loaded:
        """Store an article's quads, in place of what was there under the same document key."""
        if self.live.contains_named_graph(graph):
            text = self._missing_text(graph, quads)
            touch(self.folder.path, [graph] if text else [])
            self.live.extend(text)
            return Loaded(graph.value, article.value, "replaced" if text else "unchanged", len(text))
        old = articles_with_key(self.live, key)
        written = self.move(old, quads) if old else self.add(quads)
        return Loaded(graph.value, article.value, "replaced" if old else "added", written)

    def move(self, articles: Sequence[NamedNode], replacement: Sequence[Quad] = ()) -> int:
        """Take `articles` out of the live database into the history, and put `replacement` in; the number of quads put in."""
        homes = [(article, graph) for article in articles if (graph := graph_of(self.live, article))]
        gone = {name for article, graph in homes for name in graphs_with(self.live, article, graph)} - {q.graph_name for q in replacement}
        new = [quad for quad in replacement if not self._is_there(quad.graph_name)]
        self._note([graph for _, graph in homes])
        for article, graph in homes:
            for name in graphs_with(self.live, article, graph, shared=True):
                self.history.extend(statements(self.live, name))
        self.history.flush()
        forget(self.folder.links, [graph.value for _, graph in homes])
        self._renew(new)
        self.live.update(replacing(sorted(gone, key=lambda name: name.value), new))
        self.folder.pending.unlink()
        return len(new)

    def _note(self, graphs: Sequence[NamedNode]) -> None:
        draft = self.folder.pending.with_suffix(".new")
        draft.write_text(json.dumps([graph.value for graph in graphs]), encoding="utf-8")
        draft.replace(self.folder.pending)

    def put_shared(self, graph: NamedNode, quads: Sequence[Quad]) -> int:
        """Store the quads of a run or of links, unless that graph is there; the number of quads written."""
        return 0 if self.live.contains_named_graph(graph) else self.add(quads)

    def add(self, quads: Sequence[Quad]) -> int:
        """Store those of `quads` whose graphs are not there yet; their number."""
        new = [quad for quad in quads if not self._is_there(quad.graph_name)]
        self._renew(new)
        self.live.extend(new)
        self._unflushed += len(new)
        if self._unflushed >= _FLUSH_EVERY:
            self.live.flush()
            self._unflushed = 0
        return len(new)

    def change(self, removed: Collection[Quad], added: Collection[Quad]) -> None:
        """Take out and put in statements of graphs that change in place, in one transaction; nothing happens when there are none."""
        if removed or added:
            graphs = {node_of(quad.graph_name) for quad in (*removed, *added)}
            touch(self.folder.path, graphs)
            gone, new = set(removed), {quad.graph_name for quad in added}
            emptied = [graph for graph in sorted(graphs - new, key=str) if all(quad in gone for quad in statements(self.live, graph))]
            self.live.update(changing(removed, added, emptied))

    def _renew(self, quads: Sequence[Quad]) -> None:
        renew(self.folder.path, {node_of(quad.graph_name) for quad in quads})

    def _missing_text(self, graph: NamedNode, quads: Sequence[Quad]) -> list[Quad]:
        """The text of an article that was imported without it."""
        return [q for q in quads if q.predicate == IS_STRING and not any(self.live.quads_for_pattern(q.subject, IS_STRING, None, graph))]

    def _is_there(self, graph: object) -> bool:
        return self.live.contains_named_graph(node_of(graph))

    def retract(self, article: NamedNode, *, purge: bool) -> int:
        """Move an article to the history, or with `purge` remove all its versions everywhere; the number of quads that left."""
        keys = [quad.object.value for quad in self.live.quads_for_pattern(article, KEY, None, None) if isinstance(quad.object, Value)]
        graph = graph_of(self.live, article)
        gone = graphs_with(self.live, article, graph) if graph else []
        count = sum(1 for name in gone for _ in statements(self.live, name))
        self.move([article])
        if purge:
            for old in [old for key in keys for old in articles_with_key(self.history, key)]:
                for quad in list(self.history.quads_for_pattern(old, IN_GRAPH, None, None)):
                    self._erase(node_of(quad.object))
        return count

    def _erase(self, graph: NamedNode) -> None:
        """Remove an article's graph and what belongs to it from the history for good."""
        for quad in list(self.history.quads_for_pattern(None, IN_GRAPH, graph, graph)):
            self.history.update(replacing(graphs_with(self.history, node_of(quad.subject), graph), ()))

    def _finish_moves(self) -> None:
        if self.folder.pending.exists():
            for name in json.loads(self.folder.pending.read_bytes()):
                if self.live.contains_named_graph(NamedNode(name)):
                    self._erase(NamedNode(name))
            self.folder.pending.unlink()


def changing(removed: Collection[Quad], added: Collection[Quad], emptied: Iterable[NamedNode] = ()) -> str:
    """The SPARQL update that takes out `removed` and puts in `added`: one request is one transaction.

    The graphs `emptied` by it go, too: the database would keep their names, and they would seem to be there.
    """
    parts = (("DELETE", removed), ("INSERT", added))
    data = [f"{verb} DATA {{\n{_data(quads)}\n}}" for verb, quads in parts if quads]
    return " ;\n".join(data + [f"DROP SILENT GRAPH {graph}" for graph in emptied])


def _data(quads: Iterable[Quad]) -> str:
    return "\n".join(f"GRAPH {q.graph_name} {{ {q.triple} }}" if isinstance(q.graph_name, NamedNode) else f"{q.triple} ." for q in quads)


def replacing(graphs: Sequence[NamedNode], quads: Iterable[Quad]) -> str:
    """The SPARQL update that drops `graphs` and inserts `quads`: one request is one transaction.

    Only terms that the database parsed or made are written into it, by its own serialiser.
    """
    drops = [f"DROP SILENT GRAPH {graph}" for graph in graphs]
    data = [f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads]
    return " ;\n".join([*drops, "INSERT DATA {\n" + "\n".join(data) + "\n}"] if data else drops)
