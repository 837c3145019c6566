"""Counts of what a store holds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Final

import pyoxigraph

from kg.answers import POSSIBLE
from kg.rdf import terms as t
from kg.rdf.lists import LISTS
from kg.store.graphs import node_of

_CLASSES: Final = {
    "articles": t.NEWS_ARTICLE,
    "attributions": t.ATTRIBUTION,
    "claims": t.CLAIM_CLASS,
    "links": t.LINK,
    "people": LISTS["type"]["Person"],
    "organizations": LISTS["type"]["Organization"],
    "groups": LISTS["type"]["Group"],
    "places": LISTS["type"]["Place"],
    "runs": t.RUN,
}


def stats(db: pyoxigraph.Store, path: Path) -> dict[str, int]:
    """Name → number, in a fixed order: things by kind, attributions with a speaker, those that dispute another, contradictions and how many
    of them are only possible, statements, graphs, and bytes on disk."""
    counts = {name: _count(db, t.TYPE, kind) for name, kind in _CLASSES.items()}
    scores = [_score(db, node_of(quad.subject)) for quad in db.quads_for_pattern(None, t.RELATION, LISTS["relation"]["contradicts"], None)]
    return {
        **counts,
        "attributed": _count(db, t.ATTRIBUTED_TO),
        "disputing": _count(db, t.DISPUTES),
        "contradictions": len(scores),
        "possible_contradictions": sum(score < POSSIBLE for score in scores),
        "statements": len(db),
        "graphs": sum(1 for _ in db.named_graphs()),
        "bytes": size(path),
    }


def _count(db: pyoxigraph.Store, predicate: pyoxigraph.NamedNode, value: pyoxigraph.NamedNode | None = None) -> int:
    """How many statements say that of anything, all or those of that value; by a query, which reads no words, and so takes a fiftieth."""
    [row] = db.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s {predicate} {value or '?o'} }} }}")  # type: ignore[misc]
    return int(row["n"].value)


def _score(db: pyoxigraph.Store, link: pyoxigraph.NamedNode) -> float:
    """How sure a link is; wholly, where nothing says so."""
    return next((float(quad.object.value) for quad in db.quads_for_pattern(link, t.SCORE, None, None)), 1.0)  # type: ignore[union-attr]


def size(folder: Path) -> int:
    """Bytes of all files in a folder; none where there is no folder."""
    return sum(map(_size, folder.rglob("*")))


def _size(path: Path) -> int:
    """Bytes of a file; none of a folder, and of a file that the database took away meanwhile."""
    with suppress(FileNotFoundError):
        told = path.stat()
        return told.st_size if S_ISREG(told.st_mode) else 0
    return 0
