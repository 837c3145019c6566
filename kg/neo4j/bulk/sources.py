"""What can be put into Neo4j in bulk: a store, or the output of a corpus run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.neo4j.bulk.files import Origin
from kg.neo4j.project import Part, project
from kg.rdf import names, to_graphs
from kg.rdf.names import digest
from kg.store import Store
from kg.store.lexical import grouped


def of_store(store: Store) -> Origin:
    """All of `store`, graph by graph: afterwards `sync` has nothing to write."""
    mark = {"id": store.identity(), "name": store.path.name, "base": store.base}
    return Origin(mark, _graphs(store), store.tells_of)


def _graphs(store: Store) -> Iterator[tuple[Part, str | None]]:
    stamps = store.graphs()
    for graph, told in store.things_of(stamps):
        yield project(graph, told), stamps[graph]


def of_run(run: Path, base: str) -> Origin:
    """All that the corpus run in the folder `run` has read, as a store with that base would hold it after `kg load`. Raises `InputError`,
    as its parts are asked for, when it is not finished."""
    mark = {"id": digest("run", str(run.resolve())), "name": run.name, "base": base}
    return Origin(mark, _articles(run, base), lambda _: True)


def _articles(run: Path, base: str) -> Iterator[tuple[Part, str | None]]:
    from kg.corpus.current import current

    told: set[str] = set()
    for extraction in current(run):
        for graph, statements in to_graphs(extraction, base):
            if graph.value not in told:
                yield project(graph.value, grouped(statements)), None
        told.add(names(extraction.article, extraction.run, base).run_graph.value)
