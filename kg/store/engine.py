"""The one place where the database's own errors become the errors a user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import StoreError, StoreLocked


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn what the database raises about the store at `path` into a `StoreError` of one line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        message = " ".join(str(error).split())
        if isinstance(error, RuntimeError) and not _IO_ERROR.search(message):
            raise
        hint = _HINT if "Corruption" in message else ""
        kind, words = next(((kind, words) for sign, kind, words in _KNOWN if sign in message), (StoreError, _OTHER + message + hint))
        raise kind(f"{path}: {words}") from error


_IO_ERROR: Final = re.compile("IO error|Corruption")
_HINT: Final = ": `kg restore` puts a backup back"
_OTHER: Final = "the store cannot be read or written: "
_KNOWN: Final[tuple[tuple[str, type[StoreError], str], ...]] = (
    ("lock hold", StoreLocked, "another process is writing to this store: wait for it to end, or use another --store"),
    ("While lock file", StoreLocked, "another process is writing to this store: wait for it to end, or use another --store"),
    ("No such file", StoreLocked, "another process is changing this store while it is read: run it again when that has ended"),
    ("No space left", StoreError, "the disk is full: make room and run it again; what was stored before is kept"),
    ("Disk quota", StoreError, "the disk quota is used up: make room and run it again; what was stored before is kept"),
    ("ermission denied", StoreError, "no permission to read or write here: choose another --store"),
)


def open_database(folder: Path, *, read_only: bool) -> pyoxigraph.Store:
    """The database in `folder`; an empty one in memory when there is none and nothing may be written."""
    if folder.is_dir() and not (folder / "CURRENT").exists() and any(folder.glob("*.sst")):
        raise StoreError(
            f"{folder / 'CURRENT'}: this is missing, and the store cannot be opened without it: `kg restore` puts a backup back"
        )
    with readable_errors(folder.parent):
        if not read_only:
            return pyoxigraph.Store(str(folder))
        return pyoxigraph.Store.read_only(str(folder)) if (folder / "CURRENT").exists() else pyoxigraph.Store()
