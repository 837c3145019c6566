"""SPARQL in the user's own words."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import QueryTriples

from kg.errors import QueryError
from kg.rows import Rows
from kg.store.formats import prefixes
from kg.store.guard import is_update
from kg.store.select import rows
from kg.store.triples import Triples


def run(db: pyoxigraph.Store, base: str, text: str) -> Rows | Triples:
    """The answer to a query over all graphs of `db`; an update gives no rows. The store's prefixes are declared already.

    Raises `QueryError` when the text is not understood.
    """
    known = prefixes(base)
    try:
        if is_update(text):
            db.update(text, prefixes=known)
            return Rows((), [])
        answer = db.query(text, prefixes=known, use_default_graph_as_union=True)
        return Triples(list(answer), base) if isinstance(answer, QueryTriples) else rows(answer)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"this is not SPARQL as it should be: {str(error).splitlines()[0][:300]}") from None
