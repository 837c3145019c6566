"""From a store to Neo4j: a set difference of graphs, each of them written whole in one transaction or not at all.

`(:Kg:Graph {iri, stamp})` nodes say which graphs are there. They are written in the transaction that writes their graph, so that a sync
that was killed goes on where it stopped.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from kg.errors import ServerError, StoreError
from kg.neo4j import statements as s
from kg.neo4j.change import Change, change
from kg.neo4j.connection import Connection
from kg.neo4j.mapping import SHORTCUTS
from kg.neo4j.project import project
from kg.neo4j.readback import of_graphs
from kg.neo4j.schema import make
from kg.store import Store

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

PROJECTION: Final = 1
"""Raised when the same store would look different in Neo4j: every graph is then written anew."""
BATCH: Final = 10_000
"""Elements (nodes and relationships) of a transaction, about."""
_TEXT: Final = 200
"""Characters of an article's text that weigh as much as an element."""
_REMOVED: Final = 100
"""Graphs taken out in a transaction."""
COUNTED: Final = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set", "indexes_added")

PLANNED: Final = ("nodes_to_write", "relationships_to_write", "nodes_to_remove")

Step = Callable[[int, int], None]


def sync(
    store: Store, server: Connection, *, dry_run: bool = False, full: bool = False, take_over: bool = False, step: Step | None = None
) -> dict[str, int]:
    """Make `server` hold what `store` holds, and touch nothing in it that is not ours.

    Returns counts: graphs added, changed, removed and unchanged, and what the server says it wrote. With `dry_run` nothing is written,
    and the counts are of nodes and relationships that would be written, and of nodes that would go. What is there counts as unchanged by
    the names of its graphs; with `full` it is read and compared, so that what others changed in it is mended. `step(done, of)` is called
    as graphs are done. Raises `ServerError` when the database mirrors another store, unless `take_over`.
    """
    wanted = store.graphs()
    there, is_ours = _state(server, store, take_over=take_over)
    stale = {graph for graph in there if graph in wanted and there[graph] != wanted[graph]}
    new = [graph for graph in wanted if graph not in there]
    gone = sorted(there.keys() - wanted.keys())
    if full:
        stale |= set(_damaged(store, server, [graph for graph in wanted if graph in there and graph not in stale]))
    counts: Counter[str] = Counter()
    counts.update(
        graphs_added=len(new), graphs_changed=len(stale), graphs_removed=len(gone), graphs_unchanged=len(wanted) - len(new) - len(stale)
    )
    changes = _changes(store, server, new, stale, whole=not is_ours)
    if dry_run:
        return _sorted(counts + _planned(server, changes, gone), PLANNED)
    writer = _Writer(server, wanted, counts)
    writer.prepare(store, is_ours=is_ours, is_empty=not there)
    writer.remove(gone)
    with no_collecting():
        writer.write(changes, step)
    writer.index()
    return _sorted(counts, COUNTED)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Rows hold no cycles: looking for some among them, again and again, would be a tenth of the work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _state(server: Connection, store: Store, *, take_over: bool) -> tuple[dict[str, str | None], bool]:
    """The graphs that are there with their stamps (a wrong one where they were written in another way), and whether the store's mark is."""
    found = next(iter(server.read(s.STATE)), None)
    is_ours = found is not None and (found["id"], found["base"], found["projection"]) == (store.identity(), store.base, PROJECTION)
    if found is not None and found["id"] != store.identity() and not take_over:
        raise ServerError(
            f"{server.place}: this database mirrors another store ({found['name']}, base {found['base']}): name another database in "
            "NEO4J_DATABASE, or give --take-over to replace what it holds"
        )
    graphs = {row["graph"]: row["stamp"] for row in server.read(s.GRAPHS)}
    if found is not None and found["projection"] != PROJECTION:
        graphs = dict.fromkeys(graphs, "written by another version")
    return graphs, is_ours


def _changes(store: Store, server: Connection, new: list[str], stale: set[str], *, whole: bool) -> Iterator[Change]:
    """What is pointed at comes before what points at it, as far as that is known: links last."""
    fresh = (Change(project(graph, told), []) for graph, told in store.things_of(new))
    changed = (change(store, server, graph, whole=whole) for graph in sorted(stale))
    links: list[Change] = []
    for each in chain(fresh, changed):
        if each.part.links:
            links.append(each)
        else:
            yield each
    yield from links


def _damaged(store: Store, server: Connection, graphs: list[str]) -> Iterator[str]:
    """Those of `graphs` that are not in `server` as they are in `store`."""
    for graph, held in of_graphs(server, graphs):
        if set(held) != set(store.statements(graph)):
            yield graph


def _planned(server: Connection, changes: Iterable[Change], gone: list[str]) -> Counter[str]:
    planned: Counter[str] = Counter()
    for each in changes:
        part = each.part
        planned["nodes_to_write"] += len(part.nodes)
        planned["relationships_to_write"] += part.size - len(part.nodes) + len(part.links)
        if each.gone is None:
            gone.append(part.graph)
        else:
            planned["nodes_to_remove"] += len(each.gone)
    planned["nodes_to_remove"] += server.read(s.HELD, {"graphs": gone})[0]["nodes"] if gone else 0
    return planned


def _sorted(counts: Counter[str], counted: tuple[str, ...]) -> dict[str, int]:
    names = ("graphs_added", "graphs_changed", "graphs_removed", "graphs_unchanged", *counted)
    return {name: counts[name] for name in names}


class _Writer:
    """Writes to `server` and adds to `counts` what the server says it did."""

    def __init__(self, server: Connection, wanted: Mapping[str, str | None], counts: Counter[str]) -> None:
        self._server, self._wanted, self._counts = server, wanted, counts

    def prepare(self, store: Store, *, is_ours: bool, is_empty: bool) -> None:
        """The constraint, indexes unless there `is_empty`, and the mark that says whose database this is."""
        self._counts["indexes_added"] += make(self._server, s.SCHEMA[:1] if is_empty else s.SCHEMA)
        if not is_ours:
            mark = {"id": store.identity(), "name": store.path.name, "base": store.base, "projection": PROJECTION}
            self._do(lambda tx: [tx.run(s.CLAIM_DATABASE, mark)])

    def index(self) -> None:
        """All indexes, of what is there."""
        self._counts["indexes_added"] += make(self._server)

    def remove(self, graphs: list[str]) -> None:
        """Take `graphs` out."""
        for first in range(0, len(graphs), _REMOVED):
            some = graphs[first : first + _REMOVED]
            self._do(lambda tx, some=some: _remove(tx, some))  # type: ignore[misc]
        if graphs:
            self._do(lambda tx: [tx.run(s.SWEEP)])

    def write(self, changes: Iterable[Change], step: Step | None) -> None:
        """Put what `changes` have in, in place of what they say is gone."""
        done, swept = 0, True
        for batch in _batches(changes):
            self._do(lambda tx, batch=batch: self._write(tx, batch))  # type: ignore[misc]
            done += len(batch)
            swept &= all(each.gone == [] for each in batch)
            if step:
                step(done, len(self._wanted))
        if not swept:
            self._do(lambda tx: [tx.run(s.SWEEP)])

    def _write(self, tx: ManagedTransaction, batch: list[Change]) -> list[Any]:
        results = _remove(tx, [each.part.graph for each in batch if each.gone is None])
        results += _remove_nodes(tx, [node for each in batch for node in each.gone or ()])
        parts = [each.part for each in batch]
        results.append(tx.run(s.WRITE_GRAPHS, {"graphs": [{"iri": part.graph, "stamp": self._wanted[part.graph]} for part in parts]}))
        written = tx.run(s.WRITE, {"parts": [part.rows for part in parts]})
        for row in written:
            if row["twice"]:
                raise StoreError(f"{row['twice']} stands in two graphs of the store, which Neo4j cannot show: `kg validate` says more")
        results.append(written)
        if links := [link for part in parts for link in part.links]:
            results.append(tx.run(s.WRITE_SHORTCUTS, {"links": links, "types": list(SHORTCUTS)}))
        return results

    def _do(self, work: Callable[[ManagedTransaction], list[Any]]) -> None:
        def counted(tx: ManagedTransaction) -> Counter[str]:
            counts: Counter[str] = Counter()
            for result in work(tx):
                told = result.consume().counters
                counts.update({name: getattr(told, name) for name in COUNTED})
            return counts

        self._counts.update(self._server.writing(counted))


def _remove(tx: ManagedTransaction, graphs: list[str]) -> list[Any]:
    return [tx.run(text, {"graphs": graphs}) for text in s.REMOVE] if graphs else []


def _remove_nodes(tx: ManagedTransaction, nodes: list[str]) -> list[Any]:
    return [tx.run(text, {"nodes": nodes}) for text in s.REMOVE_NODES] if nodes else []


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    batch: list[Change] = []
    weight = 0
    for each in changes:
        weight += each.part.size + each.part.characters // _TEXT + len(each.gone or ())
        batch.append(each)
        if weight >= BATCH:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch
