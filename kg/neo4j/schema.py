"""The constraint and the indexes of a database of ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import LiteralString

from kg.neo4j import statements as s
from kg.neo4j.connection import Connection


def make(server: Connection, schema: Sequence[LiteralString] = s.SCHEMA) -> int:
    """Make what is missing of `schema`, and wait until all of it can be asked; how many indexes were added."""
    if server.read(s.INDEXES)[0]["there"] >= len(schema):
        return 0
    added = 0
    for statement in schema:
        told = server.writing(lambda tx, text=statement: tx.run(text).consume())  # type: ignore[misc]
        added += told.counters.indexes_added
    server.read(s.AWAIT_INDEXES)
    return added
