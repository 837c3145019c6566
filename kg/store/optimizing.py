"""Putting the databases of a store in order: many writings leave many files, and what lies in several is read several times slower."""

from __future__ import annotations

import pyoxigraph

from kg.store.folder import Folder
from kg.store.stats import size


def optimize(folder: Folder, databases: list[pyoxigraph.Store]) -> int:
    """Merge the files of each of the `databases` of the store in `folder`; how many bytes they have now."""
    for database in databases:
        database.optimize()
        database.flush()
    return size(folder.live) + size(folder.history)
