"""Updates in the user's own words: tried on a copy, so that only what the ontology knows and an export carries reaches the store."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import InputError, QueryError
from kg.store.checked import check_graph, check_statement
from kg.store.edited import touch
from kg.store.graphs import statements
from kg.store.writing import changing

SCRATCH: Final = "update-"
_HOMELESS: Final = "these statements name no graph: write GRAPH <…> { … } with the graph of an article, a run or links: nothing was changed"


@dataclass(frozen=True, slots=True)
class Change:
    """What an update would take out and put in, and what the graphs that it touches would hold then."""

    removed: list[Quad]
    added: list[Quad]
    after: dict[NamedNode, list[Quad]]


def update(live: pyoxigraph.Store, folder: Path, base: str, text: str, prefixes: dict[str, str]) -> None:
    """Apply the update `text` to `live`, in one transaction; a copy of it (of links, where the disk has them) stands in `folder` meanwhile.

    Takes time in proportion to the store. Raises `QueryError`, with nothing changed, for statements in no graph or in one that is not
    that of an article, a run or links, and for terms outside the ontology; `SyntaxError` for what is no update.
    """
    for left_over in folder.glob(f"{SCRATCH}*"):
        shutil.rmtree(left_over)
    with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch:
        change = _tried(live, Path(scratch, "copy"), text, prefixes)
    _check(change, base)
    if change.removed or change.added:
        touch(folder, change.after)
        live.update(changing(change.removed, change.added, [graph for graph, quads in change.after.items() if not quads]))


def _tried(live: pyoxigraph.Store, folder: Path, text: str, prefixes: dict[str, str]) -> Change:
    live.flush()
    live.backup(str(folder))
    copy = pyoxigraph.Store(str(folder))
    try:
        copy.update(text, prefixes=prefixes)
        removed, added = [quad for quad in live if quad not in copy], [quad for quad in copy if quad not in live]
        touched = {quad.graph_name for quad in removed + added if isinstance(quad.graph_name, NamedNode)}
        return Change(removed, added, {graph: list(statements(copy, graph)) for graph in sorted(touched, key=str)})
    finally:
        del copy  # a database that a traceback keeps open cannot be removed


def _check(change: Change, base: str) -> None:
    if not all(isinstance(quad.graph_name, NamedNode) for quad in change.added):
        raise QueryError(_HOMELESS)
    try:
        for quad in change.added:
            check_statement(quad, base)
        for graph, quads in change.after.items():
            if quads:
                check_graph(graph, quads)
    except InputError as error:
        raise QueryError(f"{error}: nothing was changed") from None
