"""What points at something that is not in the store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.checking.problem import Problem
from kg.rdf import terms as t
from kg.store import Store
from kg.store.graphs import BY_HAND, node_of

_ELSEWHERE: Final = frozenset({t.IN_GRAPH, NamedNode(t.PROV + "wasRevisionOf")})
"""Properties that lead to a graph, or into the history."""
_COMPUTED: Final = frozenset({t.LINK, t.MERGE, t.SPLIT, t.COPY, t.ENTITY, t.CLUSTER})


def dangling(store: Store) -> Iterator[Problem]:
    """Links, merges and copies of which an end is gone can be taken out: they say nothing any more, and linking makes them again if the
    end comes back. What people noted stays, and so does what an article says."""
    live = store.live
    told: set[NamedNode] = set()
    for quad in list(_dangling(live, store.base)):
        subject = node_of(quad.subject)
        if subject not in told:
            told.add(subject)
            yield _problem(store, live, quad)


def _dangling(live: pyoxigraph.Store, base: str) -> Iterator[Quad]:
    @lru_cache(maxsize=200_000)
    def is_there(node: NamedNode) -> bool:
        return next(live.quads_for_pattern(node, t.TYPE, None, None), None) is not None

    for quad in live:
        end = quad.object
        if isinstance(end, NamedNode) and end.value.startswith(base) and quad.predicate not in _ELSEWHERE and not is_there(end):
            yield quad


def _problem(store: Store, live: pyoxigraph.Store, quad: Quad) -> Problem:
    subject = node_of(quad.subject)
    what = f"{quad.predicate.value.rpartition('#')[2].rpartition('/')[2]} leads to {quad.object.value}, which is not there"  # type: ignore[union-attr]
    kinds = {node_of(one.object) for one in live.quads_for_pattern(subject, t.TYPE, None, None)}
    noted = next(live.quads_for_pattern(subject, t.RULE, BY_HAND, None), None)
    if kinds & _COMPUTED and not noted:
        return Problem("links", subject.value, what, "--repair takes it out", partial(store.take_out, subject))
    remedy = "load that article, or take back what was noted" if noted else "kg delete the article, and load it again"
    return Problem("links" if noted else "articles", subject.value, what, remedy)
