"""Whether a Neo4j holds what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kg.checking.problem import Problem
from kg.neo4j.connection import Address, Connection
from kg.neo4j.sync import sync
from kg.plurals import many
from kg.store import Store

_WORDS: Final = {
    "graphs_added": "are not there yet",
    "graphs_changed": "are not there as they are in the store",
    "graphs_removed": "are there and no longer in the store",
}


def out_of_step(store: Store, where: Address) -> Iterator[Problem]:
    """Compares every node and relationship that `kg sync` writes. Raises `ServerError` when the server cannot be asked, or mirrors another
    store."""
    with Connection(where) as server:
        counts = sync(store, server, dry_run=True, full=True)
    for name, words in _WORDS.items():
        if counts[name]:
            yield Problem(
                "neo4j", where.place, f"{many(counts[name], 'graph')} {words}", "--repair or kg sync --full", partial(_mend, store, where)
            )


def _mend(store: Store, where: Address) -> None:
    with Connection(where) as server:
        sync(store, server, full=True)
