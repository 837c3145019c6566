"""Which graphs were changed since they were made: their names, hashes of what they were made of, no longer tell what is in them.

`edited.json` in the store's folder gives each of them a stamp that changes with every change.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.store.folder import read_json

_FILE: Final = "edited.json"


def stamps(folder: Path) -> dict[str, str]:
    """Graph IRI → stamp, for the graphs that were changed."""
    found = read_json(folder / _FILE, dict) or {}
    return {str(graph): str(stamp) for graph, stamp in found.items()}


def touch(folder: Path, graphs: Iterable[NamedNode]) -> None:
    """Give `graphs` new stamps: to be called before they change, so that a crash leaves no change without one."""
    named = {graph.value: secrets.token_hex(6) for graph in graphs}
    if named:
        draft = folder / f"{_FILE}.new"
        draft.write_text(json.dumps(stamps(folder) | named, indent=0, sort_keys=True), encoding="utf-8")
        draft.replace(folder / _FILE)


def renew(folder: Path, graphs: Iterable[NamedNode]) -> None:
    """New stamps for those of `graphs` that have one: a graph that is made again is not what it was when it was changed."""
    known = stamps(folder)
    touch(folder, [graph for graph in graphs if graph.value in known])
