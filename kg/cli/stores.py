"""Opening the store that `--store` names."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store import Store

DEFAULT = Path("kg.db")
_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:/")
"""An address of whatever kind, also one that lost a slash by being taken for a path; a drive has one letter."""


def asked(store: str | None) -> Answers:
    """What answers questions: the store in the folder, or the Neo4j database at the address, `store`.

    When nothing is named, the database that `NEO4J_URI` names, else the store in `kg.db`.
    """
    if store is None and os.environ.get("NEO4J_URI"):
        found = _neo4j(None)
        say(f"asking {found.place}, as NEO4J_URI says")
        return found
    return _neo4j(store) if store and _ADDRESS.match(store) else readable(Path(store or DEFAULT))


def _neo4j(uri: str | None) -> Answers:
    from kg.neo4j.answers import open_neo4j
    from kg.neo4j.where import address

    return open_neo4j(address(DEFAULT, uri))


def readable(path: Path) -> Store:
    """The store at `path` for looking things up; raises `StoreError` when there is none."""
    from kg.store import open_store

    return open_store(_folder(path), create=False, read_only=True)


def _folder(path: Path) -> Path:
    if _ADDRESS.match(str(path)):
        raise UsageError("--store takes the folder of a store here, and that is an address: kg sync --to ADDRESS writes a store to Neo4j")
    return path


def writable(path: Path, base: str | None = None, *, create: bool = True) -> Store:
    """The store at `path` for changing it, made when it is not there and `create` says so."""
    from kg.store import open_store

    return open_store(_folder(path), base=base, create=create)


@contextmanager
def importing(path: Path, base: str | None = None) -> Iterator[Store]:
    """The store at `path`, made when it is not there, and then removed again when the block fails with nothing stored."""
    is_new, empty = not path.exists(), False
    try:
        with writable(path, base) as store:
            try:
                yield store
            except BaseException:
                empty = not store.stats()["statements"]
                raise
    finally:
        if is_new and empty:
            shutil.rmtree(path)
