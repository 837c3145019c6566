"""The files of the databases and the log, against what they were when the store was last closed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kg.checking.problem import Problem
from kg.errors import StoreError
from kg.store import Store
from kg.store.folder import Folder
from kg.store.seals import NAME, broken, gone, seal

_RESTORE: Final = "kg restore puts a backup back"


def sealed(store: Store) -> Iterator[Problem]:
    """Files whose bytes are others than those that were written, and a log that has lost its end."""
    folder = Folder(store.path, store.base)
    if gone(folder):
        yield _seals(folder, "gone: nothing says what the files were when the store was last closed")
    yield from files_changed(folder)


def files_changed(folder: Folder) -> Iterator[Problem]:
    """The same for a store that need not be open."""
    try:
        for name, what in broken(folder):
            yield Problem(
                "files", name, what, _RESTORE if name != "history" else f"{_RESTORE}; or kg export, and kg import into a new store"
            )
    except StoreError:
        yield _seals(folder, "damaged: it cannot be read")


def _seals(folder: Folder, what: str) -> Problem:
    return Problem("files", NAME, what, "--repair makes it of the files as they are now", partial(_made_anew, folder))


def _made_anew(folder: Folder) -> None:
    (folder.path / NAME).unlink(missing_ok=True)
    seal(folder)
