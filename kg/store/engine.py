"""The one place where the database's own errors become the errors a user reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from kg.errors import StoreError, StoreLocked


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn what the database raises about the store at `path` into a `StoreError` of one line."""
    try:
        yield
    except OSError as error:
        message = str(error)
        if "lock" in message.casefold():
            raise StoreLocked(f"{path}: another process is writing to this store: wait for it to end, or use another --store") from error
        if "No space left" in message or "Disk quota" in message:
            raise StoreError(f"{path}: the disk is full: make room and run it again; what was stored before is kept") from error
        if "ermission denied" in message:
            raise StoreError(f"{path}: no permission to write here: choose another --store") from error
        raise StoreError(f"{path}: the store cannot be read or written: {message.splitlines()[0]}") from error


def open_database(folder: Path, *, read_only: bool) -> pyoxigraph.Store:
    """The database in `folder`; an empty one in memory when there is none and nothing may be written."""
    with readable_errors(folder.parent):
        if not read_only:
            return pyoxigraph.Store(str(folder))
        return pyoxigraph.Store.read_only(str(folder)) if (folder / "CURRENT").exists() else pyoxigraph.Store()
