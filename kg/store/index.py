"""The full-text index beside the store: SQLite FTS5 over names and claims, and the words for offices, rebuilt whenever it lags behind.

It is brought up to date when it is asked, not on every load: where the database's files are not those that it was last compared with, the
graphs it knows are compared with those in the store. Losing it loses nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode

from kg.near import nearest
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.store.graphs import articles, graph_of

_VERSION: Final = 2
_SCHEMA: Final = f"""
PRAGMA user_version = {_VERSION};
CREATE TABLE IF NOT EXISTS compared (state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS graphs (id INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS names USING fts5(key, name UNINDEXED, graph UNINDEXED, tokenize = trigram);
CREATE VIRTUAL TABLE IF NOT EXISTS claims USING fts5(text, iri UNINDEXED, graph UNINDEXED, tokenize = 'porter unicode61');
CREATE TABLE IF NOT EXISTS offices (role TEXT NOT NULL, graph INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS office ON offices (role);
CREATE INDEX IF NOT EXISTS office_of ON offices (graph);
"""
_TABLES: Final = ("names", "claims", "offices")


@dataclass(frozen=True, slots=True)
class Index:
    """Where the index of a store is, and the state of the database's files (see `engine.state`) before what it is asked for was read: None
    where that is not known, as of a store that is in no file."""

    path: Path | str
    state: str | None = None


def catch_up(at: Index, db: pyoxigraph.Store) -> None:
    """Bring the index up to date, which whoever asks it first after many articles came would wait for."""
    _ask(at, db, "SELECT 1", [])


def suggest(at: Index, db: pyoxigraph.Store, words: str, count: int = 5) -> list[str]:
    """At most `count` names of people, organizations, groups and places in `db` that are written much like `words`, the nearest first."""
    key = name_key(words)
    query = "SELECT DISTINCT key, name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 500"
    near = _ask(at, db, query, [_any_part(key)])
    return nearest(key, ((found, name) for found, name in near), count)


def keys_with(at: Index, db: pyoxigraph.Store, key: str) -> list[str]:
    """The keys of names in `db` that have `key` behind another word."""
    return [found for (found,) in _ask(at, db, "SELECT DISTINCT key FROM names WHERE key LIKE ?", [f"% {key}%"])]


def roles(at: Index, db: pyoxigraph.Store) -> list[str]:
    """The words for offices that somebody in `db` holds, each once."""
    return [role for (role,) in _ask(at, db, "SELECT DISTINCT role FROM offices", [])]


def search(at: Index, db: pyoxigraph.Store, words: str, count: int) -> list[str]:
    """The IRIs of at most `count` claims that hold all of `words`, the best first."""
    return _claims(at, db, " ".join(_quoted(words)), count)


def search_any(at: Index, db: pyoxigraph.Store, words: str, count: int) -> list[str]:
    """The IRIs of at most `count` claims that hold some of `words`, those with most and rarest first."""
    return _claims(at, db, " OR ".join(_quoted(words)), count)


def _quoted(words: str) -> list[str]:
    return ['"' + word.replace('"', '""') + '"' for word in words.split()]


def _claims(at: Index, db: pyoxigraph.Store, asked: str, count: int) -> list[str]:
    query = "SELECT iri FROM claims WHERE claims MATCH ? ORDER BY rank LIMIT ?"
    return [iri for (iri,) in _ask(at, db, query, [asked or '""', count])]


def rows(path: Path | str) -> set[tuple[str | None, str, str]]:
    """What the index at `path` says: graph, and name key and name or words and IRI."""
    with closing(sqlite3.connect(path)) as index:
        return _rows(index)


def rows_anew(db: pyoxigraph.Store) -> set[tuple[str | None, str, str]]:
    """What an index of `db` should say."""
    with closing(_opened(":memory:")) as index:
        _catch_up(index, db)
        return _rows(index)


def _rows(index: sqlite3.Connection) -> set[tuple[str | None, str, str]]:
    parts = (("key", "t.name", "names"), ("text", "t.iri", "claims"), ("role", "''", "offices"))
    each = (f"SELECT g.iri, t.{one}, {other} FROM {table} t LEFT JOIN graphs g ON g.id = t.graph" for one, other, table in parts)  # noqa: S608
    return set(index.execute(" UNION ".join(each)))


def _any_part(key: str) -> str:
    parts = {key[i : i + 3] for i in range(len(key) - 2)}
    return " OR ".join(sorted('"' + part.replace('"', '""') + '"' for part in parts)) or '""'


def _ask(at: Index, db: pyoxigraph.Store, query: str, values: list[object]) -> list[tuple[str, ...]]:
    """The rows of `query` from the index, brought up to date; from one in memory where that cannot be written or is damaged."""
    try:
        return _rows_of(at, db, query, values)
    except sqlite3.OperationalError:
        pass
    except sqlite3.DatabaseError:
        Path(at.path).unlink(missing_ok=True)
    return _rows_of(Index(":memory:"), db, query, values)


def _rows_of(at: Index, db: pyoxigraph.Store, query: str, values: list[object]) -> list[tuple[str, ...]]:
    with closing(_opened(at.path)) as index:
        if at.state is None or at.state != _state(index):
            _catch_up(index, db, at.state)
        return index.execute(query, values).fetchall()


def _opened(path: Path | str) -> sqlite3.Connection:
    index = sqlite3.connect(path)
    try:
        [(version,)] = index.execute("PRAGMA user_version")
        if version != _VERSION:
            with index:
                for table in (*_TABLES, "graphs", "compared"):
                    index.execute(f"DROP TABLE IF EXISTS {table}")
            index.executescript(_SCHEMA)
    except sqlite3.DatabaseError:
        index.close()
        raise
    return index


def _state(index: sqlite3.Connection) -> str | None:
    return next((state for (state,) in index.execute("SELECT state FROM compared")), None)


def _catch_up(index: sqlite3.Connection, db: pyoxigraph.Store, state: str | None = None) -> None:
    """Alone: others may be at it just now, and what they have done is not done again."""
    there = {graph.value for one in articles(db) if (graph := graph_of(db, one))}
    up_to_date = _known(index) == there
    if up_to_date and state is None:
        return
    try:
        with index:
            index.execute("BEGIN IMMEDIATE")
            _learn_all(index, db, there)
            index.execute("DELETE FROM compared")
            index.executemany("INSERT INTO compared VALUES (?)", [[state]] if state else [])
    except sqlite3.OperationalError:
        if not up_to_date:
            raise


def _learn_all(index: sqlite3.Connection, db: pyoxigraph.Store, there: set[str]) -> None:
    known = _known(index)
    for iri in known - there:
        _forget(index, iri)
    for iri in sorted(there - known):
        _learn(index, db, NamedNode(iri))


def _known(index: sqlite3.Connection) -> set[str]:
    return {iri for (iri,) in index.execute("SELECT iri FROM graphs")}


def _forget(index: sqlite3.Connection, iri: str) -> None:
    [(number,)] = index.execute("SELECT id FROM graphs WHERE iri = ?", [iri])
    for table in _TABLES:
        index.execute(f"DELETE FROM {table} WHERE graph = ?", [number])  # noqa: S608
    index.execute("DELETE FROM graphs WHERE id = ?", [number])


def _learn(index: sqlite3.Connection, db: pyoxigraph.Store, graph: NamedNode) -> None:
    number = index.execute("INSERT INTO graphs (iri) VALUES (?)", [graph.value]).lastrowid
    names = {quad.subject: quad.object.value for quad in db.quads_for_pattern(None, t.NAME, None, graph)}  # type: ignore[union-attr]
    keys: Iterable[tuple[str, str]] = ((q.object.value, names[q.subject]) for q in db.quads_for_pattern(None, t.NAME_KEY, None, graph))  # type: ignore[union-attr]
    index.executemany("INSERT INTO names VALUES (?, ?, ?)", ((key, name, number) for key, name in keys))
    claims = ((q.object.value, q.subject.value, number) for q in db.quads_for_pattern(None, t.TEXT, None, graph))  # type: ignore[union-attr]
    index.executemany("INSERT INTO claims VALUES (?, ?, ?)", claims)
    held = {q.object.value for q in db.quads_for_pattern(None, t.ROLE_NAME, None, graph)}  # type: ignore[union-attr]
    index.executemany("INSERT INTO offices VALUES (?, ?)", ((role, number) for role in sorted(held)))
