"""Loading very many articles into an empty store: several times cheaper than one by one, and all of them or none.

`bulk.json` is there as long as it lasts: whoever opens the store to write after a crash finds it, and empties the store again: it was
empty before.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import Quad

from kg.errors import StoreLocked
from kg.model import Extraction
from kg.rdf import names, to_quads
from kg.store.edited import renew
from kg.store.graphs import node_of
from kg.store.log import Log
from kg.store.writing import Loaded, Put, Writer, coming

_NOTE: Final = "bulk.json"
_AT_ONCE: Final = 200_000
"""Statements: some 100 MB of memory."""


class Bulk:
    """Takes in extractions; what it was given is in the store once `finish` was called."""

    def __init__(self, writer: Writer, base: str) -> None:
        self._writer, self._base = writer, base
        self._waiting: list[Quad] = []
        self._graphs: set[bytes] = set()
        self._keys: set[bytes] = set()
        _note(writer.folder.path).write_text(json.dumps({"log": writer.log.size()}) + "\n", encoding="utf-8")

    def add(self, extraction: Extraction) -> Loaded:
        """Take in what was read of one article; it replaces another with the same document key."""
        article, minted = extraction.article, names(extraction.article, extraction.run, self._base)
        if _short(minted.graph.value) in self._graphs:
            return Loaded(minted.graph.value, minted.article.value, "unchanged", 0)
        quads = [quad for quad in to_quads(extraction, self._base) if _short(node_of(quad.graph_name).value) not in self._graphs]
        self._graphs |= {_short(node_of(quad.graph_name).value) for quad in quads}
        if _short(article.key) in self._keys:
            self._write()
            return self._writer.put(Put(minted.article, minted.graph, article.key, quads))
        self._keys.add(_short(article.key))
        put = Put(minted.article, minted.graph, article.key, quads)
        self._writer.log.add("loaded", named=put.named, concerns=minted.article.value, adds=coming(minted.graph, quads))
        self._waiting += quads
        if len(self._waiting) >= _AT_ONCE:
            self._write()
        return Loaded(minted.graph.value, minted.article.value, "added", len(quads))

    def finish(self) -> None:
        """Write what is left, put what is in several files in order, so that it is read three times faster, and let others see it."""
        self._write()
        self._writer.live.optimize()
        self._writer.live.flush()
        _note(self._writer.folder.path).unlink()

    def _write(self) -> None:
        renew(self._writer.folder.path, {node_of(quad.graph_name) for quad in self._waiting})
        self._writer.live.bulk_extend(self._waiting)
        self._waiting.clear()


def is_under_way(path: Path) -> bool:
    """Whether the store in the folder `path` is being filled in bulk, or that was interrupted."""
    return _note(path).exists()


def refuse_half(path: Path) -> None:
    """Raise `StoreLocked` when the store in the folder `path` is half filled."""
    if is_under_way(path):
        raise StoreLocked(f"{path}: it is being filled, or that was interrupted: wait, or run the load again")


def undo(path: Path, live: pyoxigraph.Store, log: Log) -> None:
    """Empty a store that a bulk load left half filled: it was empty before; the log is as it was."""
    if is_under_way(path):
        note = json.loads(_note(path).read_bytes())
        log.cut(note.get("log", log.size()))
        live.clear()
        live.flush()
        _note(path).unlink()


def _note(path: Path) -> Path:
    return path / _NOTE


def _short(name: str) -> bytes:
    """What stands for a name in memory: 128 bits of its hash."""
    return sha256(name.encode("utf-8", "surrogatepass")).digest()[:16]
