"""Opening the store that `--store` names."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import say
from kg.errors import StoreError, UsageError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store import Store

DEFAULT = Path("kg.db")
_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:/")
"""An address of whatever kind, also one that lost a slash by being taken for a path; a drive has one letter."""


def asked(store: str | None, as_of: str | None = None) -> Answers:
    """What answers questions: the store in the folder, or the Neo4j database at the address, `store`.

    When nothing is named, the database that `NEO4J_URI` names, else the store in `kg.db`; as it was at the time `as_of`, only the store.
    """
    if store == "":
        raise UsageError("--store is empty: name the folder of the store, or the address of a Neo4j")
    if as_of is not None:
        return readable(Path(store or DEFAULT), as_of)
    if store is None and os.environ.get("NEO4J_URI"):
        found = _neo4j(None)
        say(f"asking {found.place}, as NEO4J_URI says")
        return found
    return _neo4j(store) if store and _ADDRESS.match(store) else readable(Path(store or DEFAULT))


def is_address(path: Path) -> bool:
    """Whether what stands for the folder of a store is an address."""
    return bool(_ADDRESS.match(str(path)))


def _neo4j(uri: str | None) -> Answers:
    from kg.neo4j.answers import open_neo4j
    from kg.neo4j.where import address

    return open_neo4j(address(DEFAULT, uri))


def readable(path: Path, as_of: str | None = None) -> Store:
    """The store at `path` for looking things up, now or as it was at the time `as_of`; raises `StoreError` when there is none."""
    from kg.store import open_store

    if as_of is None:
        return open_store(folder_of(path), create=False, read_only=True)
    from kg.store.asof import moment

    if is_address(path):
        raise UsageError("--as-of asks a store in a folder: Neo4j holds only what counts now")
    if (then := moment(as_of)) > datetime.now(UTC):
        say(f"note: {as_of} is still to come: this is the store as it is now")
    store = open_store(path, as_of=then)
    first = next(iter(store.log()), None)
    if first is not None and then < first.at and not store.stats()["articles"]:
        say(f"note: at {as_of} nothing was stored yet: the log begins at {first.at:%Y-%m-%dT%H:%M} (UTC)")
    return store


def folder_of(path: Path) -> Path:
    """`path`; raises `UsageError` when it is an address."""
    if is_address(path):
        raise UsageError("--store takes the folder of a store here, and that is an address: kg sync --to ADDRESS writes a store to Neo4j")
    return path


def refuse_file(path: Path) -> None:
    """Raise `UsageError` where the folder of a store cannot be, since it is a file, or within one."""
    for one in (path, *path.parents):
        if one.is_file():
            raise UsageError(f"--store takes the folder of a store, and {one} is a file")


def refuse_running(store: Path) -> None:
    """Raise `StoreError` while the local Neo4j of the store runs, whose folder is about to be moved, and `UsageError` for a file."""
    refuse_file(store)
    from kg.neo4j.local.home import Home

    if Home(store).running() is not None:
        from kg.neo4j.local.server import alive

        if alive(Home(store)):
            raise StoreError(f"{store}: its local Neo4j is running: `kg neo4j stop` first")


def writable(path: Path, base: str | None = None, *, create: bool = True, by: str | None = None) -> Store:
    """The store at `path` for changing it, made when it is not there and `create` says so; what is done is `by` somebody (or `KG_BY`)."""
    from kg.store import open_store

    opened = open_store(folder_of(path), base=base, create=create, by=by or os.environ.get("KG_BY") or None)
    tell_unsealed(path)
    return opened


def tell_unsealed(path: Path) -> None:
    """Say that the seals of the store at `path` are gone, which the command at hand makes anew."""
    from kg.store.folder import Folder
    from kg.store.seals import NAME, gone

    with suppress(StoreError):
        if gone(Folder(path, "")):
            say(f"note: {path}: {NAME} is gone: it is made of the files as they are now, whatever was done to them meanwhile")


@contextmanager
def importing(path: Path, base: str | None = None, by: str | None = None) -> Iterator[Store]:
    """The store at `path`, made when it is not there, and then removed again when the block fails with nothing stored."""
    is_new, empty = not path.exists(), False
    try:
        with writable(path, base, by=by) as store:
            try:
                yield store
            except BaseException:
                empty = not store.stats()["statements"]
                raise
    finally:
        if is_new and empty:
            shutil.rmtree(path)
