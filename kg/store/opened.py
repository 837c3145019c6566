"""An open store: its folder and databases, and how they are read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

import pyoxigraph

from kg.errors import StoreError, StoreLocked
from kg.store.asof import View
from kg.store.bulk import undo
from kg.store.engine import open_database, readable_errors, state, tidy
from kg.store.folder import Folder
from kg.store.index import Index
from kg.store.log import Log
from kg.store.seals import healing, seal
from kg.store.writing import Writer

Answer = TypeVar("Answer")
ATTEMPTS: Final = 3
"""How often what is read beside a writer is opened anew, whose files may go meanwhile."""


class Opened:
    """What is open of a store; a context manager. `path` is its folder, `base` the IRI under which it mints names, `before` the state of
    the database's files before it was opened to read."""

    def __init__(
        self,
        folder: Folder,
        live: pyoxigraph.Store,
        *,
        read_only: bool,
        before: str | None = None,
        by: str | None = None,
        view: View | None = None,
    ) -> None:
        self._folder, self._view, self._state = folder, view, before
        self._live: pyoxigraph.Store | None = live
        with readable_errors(folder.path):
            self._writer = None if read_only else _writer(folder, live, by)

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._folder.path

    @property
    def by(self) -> str | None:
        """The name under which the log keeps what is done."""
        return None if self._writer is None else self._writer.log.by

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return str(self._folder.path)

    @property
    def base(self) -> str:
        """The IRI that every minted name starts with."""
        return self._folder.base

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that others can open it; closing twice does nothing."""
        was_written = self._writer is not None and self._live is not None
        try:
            if was_written:
                with readable_errors(self.path):
                    self._open().flush()
        finally:
            self._live = self._writer = None
            if self._view is not None:
                self._view.close()
        for database in (self._folder.live, self._folder.history):
            tidy(database)
        if was_written:
            with suppress(OSError, StoreError):  # older seals stay, and hold
                seal(self._folder)

    @property
    def live(self) -> pyoxigraph.Store:
        """The database of what is current, to be read."""
        return self._open()

    def read_history(self) -> pyoxigraph.Store | None:
        """The database of what was replaced or retracted, to be read; None when there never was anything."""
        return self._read_history() if self._folder.history.exists() else None

    def _read_history(self) -> pyoxigraph.Store:
        return open_database(self._folder.history, read_only=True) if self._writer is None else self._writer.history

    @property
    def _index(self) -> Index:
        """Where the full-text index is."""
        if self._view is not None:
            return Index(":memory:")
        return Index(self._folder.index, self._state if self._writer is None else state(self._folder.live))

    def _open(self) -> pyoxigraph.Store:
        if self._live is None:
            raise StoreError(f"{self.path}: this store was closed: open it again")
        return self._live

    def _read(self, ask: Callable[[pyoxigraph.Store], Answer]) -> Answer:
        """What `ask` finds. Beside a writer, files may go while they are read: then the store is opened anew and asked again."""
        for _ in range(ATTEMPTS):
            try:
                with readable_errors(self.path):
                    return ask(self._open())
            except StoreLocked:
                if self._writer is not None or self._view is not None:
                    raise
                self._state = state(self._folder.live)
                self._live = open_database(self._folder.live, read_only=True)
        with readable_errors(self.path):
            return ask(self._open())

    def _both(self, ask: Callable[[pyoxigraph.Store, pyoxigraph.Store], Answer]) -> Answer:
        """What `ask` finds in what counts and in the history."""
        history = self._read_history()
        return self._read(lambda live: ask(live, history))

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        self._open()
        if self._writer is None:
            raise StoreError(f"{self.path}: this store was opened to read only")
        with readable_errors(self.path):
            yield self._writer


def _writer(folder: Folder, live: pyoxigraph.Store, by: str | None) -> Writer:
    """Whoever writes to the store, who first undoes or finishes what a crash left half done."""
    with healing(folder):
        undo(folder.path, live, Log(folder.log, folder.base))
        return Writer(folder, live, by)
