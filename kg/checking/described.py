"""What a store says of itself, `store.json`: without it no command opens the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from kg.checking.problem import Problem
from kg.errors import StoreError, StoreTooNew
from kg.store.engine import open_database
from kg.store.folder import describe, open_folder


def undescribed(path: Path) -> Iterator[Problem]:
    """That it is missing or damaged beside a database. It can be made anew where all names in that have one beginning."""
    if not (path / "live" / "CURRENT").exists():
        return
    try:
        open_folder(path, base=None, create=False)
    except StoreTooNew:
        return
    except StoreError as error:
        what = str(error).removeprefix(f"{path / 'store.json'}: ").partition(":")[0]
        base = _base(path)
        remedy = "kg restore puts a backup back" if base is None else f"--repair makes it anew: names begin with {base}"
        yield Problem("folder", "store.json", what, remedy, None if base is None else partial(describe, path, base))


def _base(path: Path) -> str | None:
    """What the names of all graphs begin with; None where they differ, or cannot be read."""
    with suppress(StoreError):
        graphs = [str(graph.value) for graph in open_database(path / "live", read_only=True).named_graphs()]
        bases = {name.rpartition("g_")[0] for name in graphs}
        if len(bases) == 1 and (base := bases.pop()).endswith(("/", "#")):
            return base
    return None
