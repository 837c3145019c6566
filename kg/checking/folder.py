"""What was left in the folder by commands that were killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from kg.checking.problem import Problem
from kg.errors import StoreError
from kg.store import Store
from kg.store.backup import SCRATCH, settle
from kg.store.compacting import SCRATCH as COMPACT
from kg.store.folder import read_json, replaced
from kg.store.updating import SCRATCH as UPDATE

_MENDED: Final = "--repair removes it"
_WRITING: Final = f"{_MENDED}, and so does the next command that writes"


def left_over(store: Store) -> Iterator[Problem]:
    """Scratch folders and drafts, an article that was on its way to the history, a store that a backup took the place of."""
    folder = store.path
    for path in sorted([*folder.glob(f"{SCRATCH}*"), *folder.glob(f"{UPDATE}*"), *folder.glob(f"{COMPACT}*")]):
        yield Problem("folder", path.name, "left by a command that was killed", _MENDED, partial(shutil.rmtree, path))
    for path in sorted(folder.glob("*.new")):
        yield Problem("folder", path.name, "left by a command that was killed", _MENDED, partial(path.unlink, missing_ok=True))
    yield from _unreadable(folder)
    if (folder / "moving.json").exists():
        yield Problem("folder", "moving.json", "a command was killed while an article went to the history", "--repair finishes it", _opened)
    old = replaced(Path(folder).resolve())
    if os.path.isdir(old):  # noqa: PTH112 - False where nobody may look
        yield Problem(
            "folder", old.name, "a restore was killed before it removed the old store", _MENDED, partial(settle, folder.resolve())
        )


def _unreadable(folder: Path) -> Iterator[Problem]:
    copy = "put it back from a copy, or kg restore a backup"
    for name, kind, remedy in (("moving.json", dict | list, copy), ("edited.json", dict, copy), ("settling.json", list, _WRITING)):
        try:
            read_json(folder / name, kind)
        except StoreError:
            yield Problem("folder", name, "damaged: it cannot be read", remedy, _opened if remedy == _WRITING else None)


def _opened() -> None:
    """Whoever opens the store to write finishes it: that has happened by now."""
