"""The files of the databases and the log, against what they were when the store was last closed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kg.checking.problem import Problem
from kg.errors import StoreError
from kg.store import Store
from kg.store.folder import Folder
from kg.store.seals import NAME, broken

_RESTORE: Final = "kg restore puts a backup back"


def sealed(store: Store) -> Iterator[Problem]:
    """Files whose bytes are others than those that were written, and a log that has lost its end."""
    yield from files_changed(Folder(store.path, store.base))


def files_changed(folder: Folder) -> Iterator[Problem]:
    """The same for a store that need not be open."""
    try:
        for name, what in broken(folder):
            yield Problem(
                "files", name, what, _RESTORE if name != "history" else f"{_RESTORE}; or kg export, and kg import into a new store"
            )
    except StoreError:
        remove = partial((folder.path / NAME).unlink, missing_ok=True)
        yield Problem(
            "files", NAME, "damaged: it cannot be read", "--repair removes it; it is made again when the store is written", remove
        )
