"""The same claim in several places: clusters of claims that links say are the same."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import terms as t
from kg.rdf.columns import text
from kg.rdf.lists import LISTS
from kg.rdf.names import digest
from kg.store.graphs import node_of
from kg.store.groups import Groups


def clusters(live: pyoxigraph.Store, base: str, graph: NamedNode) -> set[Quad]:
    """The quads of all clusters, to stand in `graph`; the wording that stands for one is the longest of those said most often."""
    groups: Groups[str] = Groups()
    for quad in live.quads_for_pattern(None, t.RELATION, LISTS["relation"]["same"], None):
        ends = [node_of(q.object).value for p in (t.FROM, t.TO) for q in live.quads_for_pattern(quad.subject, p, None, quad.graph_name)]
        if len(ends) > 1:
            groups.join(*ends)
    quads: set[Quad] = set()
    for members in groups.all():
        node = NamedNode(f"{base}cls_{digest(members[0])}")
        quads |= {Quad(node, t.MEMBER, NamedNode(m), graph) for m in members}
        quads |= {Quad(node, t.TYPE, t.CLUSTER, graph), Quad(node, t.IN_GRAPH, graph, graph)}
        quads.add(Quad(node, t.TEXT, text(_wording(live, members)), graph))
    return quads


def _wording(live: pyoxigraph.Store, members: list[str]) -> str:
    found = [q.object for m in members for q in live.quads_for_pattern(NamedNode(m), t.TEXT, None, None)]
    texts = [words.value for words in found if isinstance(words, Literal)]
    return min(texts, key=lambda words: (-texts.count(words), -len(words), words), default="")
