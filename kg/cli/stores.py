"""Opening the store that `--store` names."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store

DEFAULT = Path("kg.db")


def readable(path: Path) -> Store:
    """The store at `path` for looking things up; raises `StoreError` when there is none."""
    from kg.store import open_store

    return open_store(path, create=False, read_only=True)


def writable(path: Path, base: str | None = None, *, create: bool = True) -> Store:
    """The store at `path` for changing it, made when it is not there and `create` says so."""
    from kg.store import open_store

    return open_store(path, base=base, create=create)


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
