"""The indexes beside the store: whether they are whole, and say what the store says. Losing one loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from kg.checking.problem import Problem
from kg.plurals import many
from kg.store import Store, index

_REMEDY: Final = "--repair removes it; it is made again when it is needed"


def sidecars(store: Store) -> Iterator[Problem]:
    """Damaged databases of SQLite, and names, claims or offices in them that the store does not hold so."""
    for name in ("names.sqlite", "links.sqlite"):
        path = store.path / name
        if path.exists():
            what = _damage(path) or (_stale(store, path) if name == "names.sqlite" else None)
            if what:
                yield Problem("indexes", name, what, _REMEDY, partial(path.unlink, missing_ok=True))


def _damage(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(path)) as db:
            said = [str(line) for (line,) in db.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}"
    return None if said == ["ok"] else f"damaged: {said[0]}"


def _stale(store: Store, path: Path) -> str | None:
    """What the index says of graphs that are in the store must be in one that is made anew; of others it learns when it is asked."""
    try:
        held, anew = index.rows(path), index.rows_anew(store.live)
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}"
    there = {None, *(graph for graph, _, _ in anew)}
    wrong = sum(row not in anew for row in held if row[0] in there)
    return (
        f"{many(wrong, 'name, claim or office', 'names, claims or offices')} {'is' if wrong == 1 else 'are'} not what the store holds"
        if wrong
        else None
    )
