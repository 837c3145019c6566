"""What linking keeps beside the store: every saying and entity in a form that can be compared, and the blocks they are in.

It can be deleted at any time: it is made again from the store, and linking then finds what it found before.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Final

from kg.link import blocks, copies
from kg.link.identity import buckets, known
from kg.link.told import dump, told
from kg.model import Extraction
from kg.rdf.linked import LINKER
from kg.rdf.names import Names
from kg.rdf.write import node_names

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS linker (version TEXT);
CREATE TABLE IF NOT EXISTS articles (
  id INTEGER PRIMARY KEY, graph TEXT UNIQUE NOT NULL, article TEXT NOT NULL, digest TEXT NOT NULL, linked INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, article INTEGER NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS items_article ON items (article);
CREATE TABLE IF NOT EXISTS keys (key INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (key, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_item ON keys (item);
CREATE TABLE IF NOT EXISTS crowded (key INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS joined (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS joined_b ON joined (b);
"""
WAITING: Final = 300_000
"""Keys that are kept in memory before they are written."""
CACHE: Final = 65_536
"""Memory for pages of the database, in KiB."""
Item = tuple[int, int]
"""Its number, and that of its article."""


class LinksIndex:
    """The index in an open SQLite database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._waiting: list[tuple[int, int]] = []

    def graphs(self) -> set[str]:
        """The article graphs it knows."""
        return {iri for (iri,) in self.db.execute("SELECT graph FROM articles")}

    def forget(self, graph: str) -> None:
        """Leave out an article that is gone; those that it joined are compared anew, as they may belong together without it."""
        self.settle()
        [(number,)] = self.db.execute("SELECT id FROM articles WHERE graph = ?", [graph])
        mine = "SELECT id FROM items WHERE article = ?"
        others = "SELECT i.article FROM joined j JOIN items i ON i.id"
        for one, other in (("a", "b"), ("b", "a")):
            self.db.execute(
                f"UPDATE articles SET linked = 0 WHERE id IN ({others} = j.{other} WHERE j.{one} IN ({mine}))",  # noqa: S608
                [number],
            )
        self.db.execute(f"DELETE FROM joined WHERE a IN ({mine}) OR b IN ({mine})", [number, number])  # noqa: S608
        self.db.execute("DELETE FROM keys WHERE item IN (SELECT id FROM items WHERE article = ?)", [number])
        self.db.execute("DELETE FROM items WHERE article = ?", [number])
        self.db.execute("DELETE FROM articles WHERE id = ?", [number])

    def learn(self, extraction: Extraction, names: Names) -> None:
        """Take in an article; `extraction` is a canonical one."""
        digest = copies.digest(extraction.article.text)
        row = [names.graph.value, names.article.value, json.dumps(digest)]
        article = self.db.execute("INSERT INTO articles (graph, article, digest) VALUES (?, ?, ?)", row).lastrowid
        for one in told(extraction, names):
            self._put("told", article, dump(one), blocks.keys(one))
        nodes = node_names(extraction, names)
        for k in known(extraction):
            data = json.dumps([nodes[k.entity].value, k.name, k.kind, k.names, k.company], ensure_ascii=False)
            self._put("known", article, data, {number(key) for key, _ in buckets(k)})
        self._put("copy", article, "", {number(key) for key in copies.bands(digest)})

    def _put(self, kind: str, article: int | None, data: str, keys: set[int]) -> None:
        item = self.db.execute("INSERT INTO items (kind, article, data) VALUES (?, ?, ?)", [kind, article, data]).lastrowid
        self._waiting += ((key, item) for key in keys if item)
        if len(self._waiting) >= WAITING:
            self.settle()

    def settle(self) -> None:
        """Write the keys that wait: many in their order at once, for one by one they go all over the index, the larger it is the slower."""
        self.db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", sorted(self._waiting))
        self._waiting.clear()

    def unlinked(self) -> list[int]:
        """The articles that were not compared with the others yet."""
        return [number for (number,) in self.db.execute("SELECT id FROM articles WHERE NOT linked ORDER BY id")]

    def linked(self, articles: list[int]) -> None:
        """Note that these were compared."""
        self.db.executemany("UPDATE articles SET linked = 1 WHERE id = ?", ((a,) for a in articles))

    def blocks(self, kind: str, articles: list[int], crowd: int) -> Iterator[list[Item]]:
        """Each block with an item of `articles`, with the items of these and of earlier articles; of a crowded one nothing, ever.

        What was found in a block before it was crowded stays, so that in one that is crowded, if in no other, it depends on which articles
        were compared together."""
        self.settle()
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS now (article INTEGER PRIMARY KEY)")
        self.db.execute("DELETE FROM now")
        self.db.executemany("INSERT INTO now VALUES (?)", ((a,) for a in articles))
        rows = self.db.execute(
            "SELECT k.key, i.id, i.article FROM keys k JOIN items i ON i.id = k.item WHERE i.kind = ? AND k.key IN "
            "(SELECT k2.key FROM items i2 JOIN keys k2 ON k2.item = i2.id WHERE i2.kind = ? AND i2.article IN (SELECT article FROM now) "
            "AND k2.key NOT IN (SELECT key FROM crowded)) "
            "AND i.article <= ? ORDER BY k.key, i.id",
            [kind, kind, max(articles)],
        )
        crowded = []
        for key, members in groupby(rows, key=lambda row: row[0]):
            block = [(item, article) for _, item, article in members]
            if len(block) > crowd:
                crowded.append((key,))
            elif len(block) > 1:
                yield block
        self.db.executemany("INSERT OR IGNORE INTO crowded VALUES (?)", crowded)

    def join(self, a: int, b: int) -> None:
        """Note that two items are one entity."""
        self.db.execute("INSERT OR IGNORE INTO joined VALUES (?, ?)", [a, b])

    def joined(self) -> list[tuple[int, int]]:
        """The pairs of items that are one entity."""
        return self.db.execute("SELECT a, b FROM joined ORDER BY a, b").fetchall()

    def data(self, item: int) -> str:
        """What is kept of an item."""
        [(found,)] = self.db.execute("SELECT data FROM items WHERE id = ?", [item])
        return str(found)

    def article(self, number_: int) -> tuple[str, str, list[int]]:
        """Graph, article and text digest of an article."""
        [(graph, article, digest)] = self.db.execute("SELECT graph, article, digest FROM articles WHERE id = ?", [number_])
        return graph, article, json.loads(digest)


def number(key: str) -> int:
    """A key as a number of 64 bits."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


@contextmanager
def links_index(path: Path) -> Iterator[LinksIndex]:
    """The index at `path`; of another version of the linker, or damaged, it starts anew. What is done in the block counts as a whole."""
    with closing(_opened(path)) as db, db:
        index = LinksIndex(db)
        yield index
        index.settle()


def forget(path: Path, graphs: Iterable[str]) -> None:
    """Leave out articles that go from the store: the same ones may come again, and are compared anew then."""
    if path.exists():
        with links_index(path) as index:
            for graph in index.graphs().intersection(graphs):
                index.forget(graph)


def is_of_another_linker(path: Path) -> bool:
    """Whether the index at `path` was made by another version of the linker, as then is what was found with it; a missing or damaged one
    does not tell."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as db:
        try:
            versions = db.execute("SELECT version FROM linker").fetchall()
        except sqlite3.DatabaseError:
            return False
    return bool(versions) and versions != [(LINKER,)]


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    try:
        db.executescript(_SCHEMA)
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        is_whole = db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        versions = [version for (version,) in db.execute("SELECT version FROM linker")] if is_whole else ["damaged"]
    except sqlite3.DatabaseError:
        versions = ["damaged"]
    if versions and versions != [LINKER]:
        db.close()
        path.unlink()
        return _opened(path)
    if not versions:
        db.execute("INSERT INTO linker VALUES (?)", [LINKER])
        db.commit()
    return db
