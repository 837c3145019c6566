"""What can be put into Neo4j in bulk: a store, or the output of a corpus run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.neo4j.bulk.files import Origin
from kg.neo4j.project import Part, project
from kg.rdf import names, to_quads
from kg.rdf.names import digest
from kg.store import Store
from kg.store.lexical import things

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import Extraction


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

    shared: set[str] = set()
    for extraction in current(run):
        for graph, quads in _by_graph(extraction, base).items():
            if graph not in shared:
                yield project(graph, things(quads)), None
        shared.add(names(extraction.article, extraction.run, base).run_graph.value)


def _by_graph(extraction: Extraction, base: str) -> dict[str, list[Quad]]:
    found: dict[str, list[Quad]] = defaultdict(list)
    for quad in to_quads(extraction, base):
        found[quad.graph_name.value].append(quad)  # type: ignore[union-attr]
    return found
