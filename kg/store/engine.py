"""The one place where the database's own errors become the errors a user reads."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import StoreDamaged, StoreError, StoreLocked


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn what the database raises about the store at `path` into a `StoreError` of one line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        message = " ".join(str(error).split())
        if isinstance(error, RuntimeError) and not _IO_ERROR.search(message):
            raise
        known = next((kind(f"{path}: {words}") for sign, kind, words in _KNOWN if sign in message), None)
        raise known or (_damaged(path, message) if "Corruption" in message else StoreError(f"{path}: {_OTHER}{message}")) from error


_IO_ERROR: Final = re.compile("IO error|Corruption")
_FILE: Final = re.compile(r"[^/\\\s]+[/\\](?:\d+\.\w+|MANIFEST-\d+|CURRENT)(?!\w)")
_ATTEMPTS: Final = 10
_PAUSE: Final = 0.02
"""Seconds: a writer that opened a moment ago puts many files together, and a reader beside it may come too late for one after the other."""
_LOGS: Final = 2
_OTHER: Final = "the store cannot be read or written: "
_MISSING: Final = "No such file"
_KNOWN: Final[tuple[tuple[str, type[StoreError], str], ...]] = (
    ("lock hold", StoreLocked, "another process is writing to this store: wait for it to end, or use another --store"),
    ("While lock file", StoreLocked, "another process is writing to this store: wait for it to end, or use another --store"),
    (_MISSING, StoreLocked, "another process is changing this store while it is read: run it again when that has ended"),
    ("File exists", StoreError, "there is a file where a folder must be: name another place"),
    ("Not a directory", StoreError, "there is a file where a folder must be: name another place"),
    ("No space left", StoreError, "the disk is full: make room and run it again; what was stored before is kept"),
    ("Disk quota", StoreError, "the disk quota is used up: make room and run it again; what was stored before is kept"),
    ("Read-only file system", StoreError, "nothing can be written here: choose another --store"),
    ("ermission denied", StoreError, "no permission to read or write here: choose another --store"),
)


def open_database(folder: Path, *, read_only: bool) -> pyoxigraph.Store:
    """The database in `folder`; an empty one in memory when there is none and nothing may be written.

    Raises `StoreDamaged` where a file is gone or is not what it must be. One that is gone still when the list of files is read again was
    not taken away by another process: that would have changed the list first.
    """
    if folder.is_dir() and not (folder / "CURRENT").exists() and any(folder.glob("*.sst")):
        raise _damaged(folder.parent, f"{_MISSING}: {folder / 'CURRENT'}")
    gone: list[str] = []
    while True:
        try:
            with readable_errors(folder.parent):
                return _opened(folder, read_only=read_only)
        except StoreLocked as error:
            message = str(error.__cause__)
            if message in gone and _FILE.search(message):
                raise _damaged(folder.parent, message) from error
            gone.append(message)
            if _MISSING not in message or len(gone) == _ATTEMPTS:
                raise
            time.sleep(_PAUSE)


@contextmanager
def held(path: Path, *, shared: bool = True) -> Iterator[None]:
    """Keep other processes from writing to the store at `path`, none of whose databases is open here to write; with `shared`, by what
    they may read. Raises `StoreLocked` when one writes to it."""
    import fcntl

    with ExitStack() as stack, readable_errors(path):
        for lock in sorted(path.glob("*/LOCK")):
            stream = stack.enter_context(lock.open("rb" if shared else "r+b"))
            try:
                fcntl.lockf(stream, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OSError("lock hold by another process") from None
        yield


def state(folder: Path) -> str:
    """What tells one state of the database in `folder` from another without reading it: its files of statements, their sizes and times."""
    files = ((path.name, path.stat()) for path in (*folder.glob("*.sst"), *folder.glob("*.log")))
    told = sorted((name, about.st_size, about.st_mtime_ns) for name, about in files)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def tidy(folder: Path) -> None:
    """Remove what the database told of itself in earlier days, but for the newest: it writes such a file whenever it is opened."""
    for old in sorted(folder.glob("LOG.old.*"))[:-_LOGS]:
        with suppress(OSError):  # another process may have been faster, or nobody may write here
            old.unlink()


def _opened(folder: Path, *, read_only: bool) -> pyoxigraph.Store:
    if not read_only:
        return pyoxigraph.Store(str(folder))
    return pyoxigraph.Store.read_only(str(folder)) if (folder / "CURRENT").exists() else pyoxigraph.Store()


def _damaged(path: Path, message: str) -> StoreDamaged:
    """What the database complains of, with the file to blame where it names one."""
    files = list(dict.fromkeys(one.replace("\\", "/") for one in _FILE.findall(message)))
    words = f"{files[0]} is missing" if files and _MISSING in message else message.replace("Corruption: ", "")
    if len(files) > 1:
        words = f"{words.partition(' The file ')[0]}, or {files[-1]} is damaged"
    return damaged_files(path, words, files[0] if files else None)


def damaged_files(path: Path, words: str, file: str | None) -> StoreDamaged:
    """That the files of the store at `path` are not what was written: what is wrong, in words, and with which file."""
    return StoreDamaged(f"{path}: the store is damaged: {words}: `kg check` lists what is wrong, `kg restore` puts a backup back", file)
