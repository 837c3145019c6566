"""SPARQL in the user's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pyoxigraph
from pyoxigraph import NamedNode, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.rows import Rows
from kg.store.broken import what_is_wrong
from kg.store.formats import prefixes
from kg.store.guard import graphs_asked
from kg.store.select import rows
from kg.store.triples import Triples
from kg.store.updating import update


def run(db: pyoxigraph.Store, base: str, text: str) -> Rows | Triples:
    """The answer to a query over all graphs of `db`, or over those that it names. The store's prefixes are declared already.

    Raises `QueryError` when the text is not understood.
    """
    with _readable(text):
        over_all = not _has_dataset(db, base, text)
        answer = db.query(text, prefixes=prefixes(base), use_default_graph_as_union=over_all)
        return Triples(list(answer), base) if isinstance(answer, QueryTriples) else rows(answer)


def change(db: pyoxigraph.Store, folder: Path, base: str, text: str) -> Rows:
    """Apply an update to `db`, whose folder is `folder`; no rows. Raises `QueryError` for what is no update or would do harm."""
    with _readable(text):
        update(db, folder, base, text, prefixes(base))
    return Rows((), [])


def _has_dataset(db: pyoxigraph.Store, base: str, text: str) -> bool:
    """Whether the query names its graphs; raises `QueryError` for one that is not there."""
    asked = graphs_asked(text)
    if asked is None:
        return False
    for graph in next(iter(cast("QuerySolutions", db.query(asked, prefixes=prefixes(base))))):
        if not db.contains_named_graph(cast("NamedNode", graph)):
            raise QueryError(f"there is no graph {graph} in this store: SELECT DISTINCT ?g {{ GRAPH ?g {{ }} }} lists those that there are")
    return True


@contextmanager
def _readable(text: str) -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"this is not SPARQL as it should be: {what_is_wrong(text, error)}") from None
