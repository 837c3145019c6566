"""Writing a store anew, with nothing in its files but what it holds: a database keeps the words of what was deleted."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import StoreError, StoreLocked
from kg.store.backup import SCRATCH as BACKUP
from kg.store.backup import put, settle
from kg.store.engine import held, open_database, readable_errors
from kg.store.folder import Folder
from kg.store.seals import broken, seal
from kg.store.store import open_store
from kg.store.updating import SCRATCH as UPDATE

SCRATCH: Final = "compact-"
_OTHERS: Final = (SCRATCH, BACKUP, UPDATE, "as-of-")
_DATABASES: Final = ("live", "history")
_LEFT: Final = (*_DATABASES, "neo4j", "seals.json", "names.sqlite", "links.sqlite")
"""What is not copied: what is written anew, stays, or is made again when it is needed."""


def compact(path: Path) -> tuple[int, int]:
    """Write the databases of the store at `path` anew, and put them in its place when they are whole; its bytes before and after.

    It takes as much room again meanwhile. Raises `StoreError` when it is damaged, and `StoreLocked` when another process writes to it; then
    it is as it was.
    """
    path = path.resolve()
    settle(path)
    with open_store(path, create=False) as store:  # which finishes what a crash left half done
        folder, before = Folder(path, store.base), store.stats()["bytes"]
    with readable_errors(path), held(path, shared=False):
        for name, what in broken(folder):
            raise StoreError(f"{path}: {name} {what}: this is not written anew; `kg check` says more")
        if (path / "moving.json").exists() or (path / "settling.json").exists() or (path / "bulk.json").exists():
            raise StoreLocked(f"{path}: another process has written to it just now: run it again")
        ready = path.with_name(f".{path.name}.{SCRATCH}part")
        for left_over in [ready, *path.glob(f"{SCRATCH}*")]:
            shutil.rmtree(left_over, ignore_errors=True)
        part = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=path))
        try:
            _fill(folder, part)
            part.chmod(path.stat().st_mode & 0o777)
            part.replace(ready)
            put(ready, path)
        finally:
            for left_over in (part, ready):
                shutil.rmtree(left_over, ignore_errors=True)
    with open_store(path, read_only=True) as store:
        return before, store.stats()["bytes"]


def _fill(folder: Folder, part: Path) -> None:
    for name in _DATABASES:
        if (folder.path / name / "CURRENT").exists():
            _rewrite(open_database(folder.path / name, read_only=True), part / name)
    for one in folder.path.iterdir():
        if one.name not in _LEFT and not one.name.startswith(_OTHERS) and one.suffix != ".new":
            shutil.copytree(one, part / one.name, symlinks=True) if one.is_dir() else shutil.copy2(one, part / one.name)
    seal(Folder(part, folder.base))


def _rewrite(old: pyoxigraph.Store, place: Path) -> None:
    """Write all statements into a new database, and see that they are there."""
    new = pyoxigraph.Store(str(place))
    new.bulk_extend(old)
    new.optimize()
    new.flush()
    if len(new) != len(old) or any(quad not in new for quad in old):
        raise StoreError(f"{place.name}: not all statements could be written anew: the store is as it was")
