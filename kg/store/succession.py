"""Which article takes the place of which: of one document, under whatever keys it came, one version counts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.rdf.terms import IN_GRAPH
from kg.store import find
from kg.store.graphs import articles_with_key, graph_of, node_of

if TYPE_CHECKING:
    from kg.store.writing import Writer


def siblings(writer: Writer, node: NamedNode, key: str) -> list[NamedNode]:
    """What counts of the document of which an earlier version comes (again), the article `node` or one with that `key`."""
    if articles_with_key(writer.live, key) or not _was_there(writer, node, key):
        return []
    return _counting(writer, {node.value, *(one.value for one in articles_with_key(writer.history, key))})


def was_replaced(writer: Writer, node: NamedNode) -> bool:
    """Whether an article that does not count was there, and went, as the log says, when another version came."""
    if not writer.has_history or graph_of(writer.live, node) is not None:
        return False
    graphs = {node_of(quad.object).value for quad in writer.history.quads_for_pattern(node, IN_GRAPH, None, None)}
    return bool(graphs) and any(not graphs.isdisjoint(entry.removes) for entry in writer.log.entries())


def to_replace(writer: Writer, base: str, words: str) -> list[NamedNode]:
    """What counts of the document that `words` name; raises `InputError` when there is none, or nothing of it counts."""
    try:
        return [find.article(writer.live, base, words)]
    except InputError:
        found = None
        if writer.has_history:
            with suppress(InputError):
                found = find.article(writer.history, base, words)
        if found is None:
            raise
    if not (old := _counting(writer, {found.value})):
        raise InputError(f"nothing of {words!r} counts any more (`kg log` says why): load without --replaces")
    return old


def supersede(writer: Writer, node: NamedNode, named: str, old: list[NamedNode]) -> None:
    """Put articles into the history of which one that counts already is a new version."""
    from kg.store.writing import leaving

    gone = tuple(name for one in old for name in leaving(writer.live, one))
    with writer.telling("changed", named=named, concerns=node.value, removes=gone, revises=old[0].value):
        writer.move(old)
    writer.folder.pending.unlink(missing_ok=True)


def _was_there(writer: Writer, node: NamedNode, key: str) -> bool:
    return writer.has_history and (was_replaced(writer, node) or bool(articles_with_key(writer.history, key)))


def _counting(writer: Writer, known: set[str]) -> list[NamedNode]:
    """Those of a document that count, of which some versions are `known`: older and newer ones are looked for in the log."""
    found = find.family([writer.live, writer.history], writer.log.entries(), known)
    return [NamedNode(one) for one in sorted(found) if graph_of(writer.live, NamedNode(one))]
