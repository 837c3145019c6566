"""Whether a store is what it should be, and mending it where that loses nothing: `kg check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kg.checking.articles import articles
from kg.checking.dangling import dangling
from kg.checking.database import database
from kg.checking.decisions import decisions
from kg.checking.described import undescribed
from kg.checking.folder import left_over
from kg.checking.past import past
from kg.checking.problem import Problem
from kg.checking.sealed import files_changed, sealed
from kg.checking.sidecars import sidecars
from kg.errors import StoreDamaged, StoreError, StoreLocked
from kg.store import Store
from kg.store.engine import readable_errors
from kg.store.folder import Folder

__all__ = ["Problem", "check", "mend", "undescribed", "unopened"]

Part = Callable[[Store], Iterator[Problem]]
PARTS: Final[tuple[Part, ...]] = (left_over, sealed, database, past, articles, decisions, dangling, sidecars)


def check(store: Store) -> Iterator[Problem]:
    """Everything that is wrong with `store`, part after part; one that cannot be read is a problem, and the next one is looked at."""
    for part in PARTS:
        try:
            with readable_errors(store.path):
                yield from part(store)
        except StoreLocked:
            raise
        except StoreError as error:
            yield _unreadable(store.path, error)


def unopened(path: Path, error: StoreDamaged) -> list[Problem]:
    """What is wrong with the store at `path`, which is too damaged to be opened, as `error` says."""
    told = _unreadable(path, error)
    return [told, *(one for one in files_changed(Folder(path, "")) if one.thing != told.thing)]


def _unreadable(path: Path, error: StoreError) -> Problem:
    thing = error.file if isinstance(error, StoreDamaged) else None
    words = str(error).removeprefix(f"{path}: ").removeprefix("the store is damaged: ").partition(": `kg check`")[0]
    return Problem("database", thing or str(path), words, "kg restore puts a backup back")


def mend(problems: list[Problem]) -> int:
    """Mend what can be mended without losing anything; how many of `problems` that was."""
    safe = [problem.repair for problem in problems if problem.repair]
    for repair in safe:
        repair()
    return len(safe)
