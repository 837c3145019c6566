"""Links between articles are as sure as the readings that they join: weighed anew when review changes one of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.link import across
from kg.link.told import Told, told
from kg.rdf import names
from kg.rdf.linked import FarLink, pair_quads
from kg.rdf.read import from_quads
from kg.rdf.terms import FROM_ATTRIBUTION, READ_BY, TO_ATTRIBUTION, TYPE
from kg.store.graphs import FAR_ENDS, graph_of, node_of, statements
from kg.store.reviewing import decisions_on_links, found_in, link_graphs, reading, renew_links
from kg.store.writing import Writer


def weigh(writer: Writer, base: str, graphs: Iterable[NamedNode]) -> None:
    """Weigh what linking found between the articles of `graphs` and others, as it would do now; it may find more than that."""
    sayings = _Sayings(writer.live, base)
    on_links = decisions_on_links(writer.live, base)
    far = {one for graph in graphs for one in link_graphs(writer, base, reading(writer, base, graph))}
    for graph in sorted(far, key=str):
        ends: dict[object, dict[NamedNode, NamedNode]] = {}
        for quad in found_in(writer, graph):
            if quad.predicate in FAR_ENDS:
                ends.setdefault(quad.subject, {})[quad.predicate] = node_of(quad.object)
        pairs = {(of[FROM_ATTRIBUTION], of[TO_ATTRIBUTION]) for of in ends.values() if {FROM_ATTRIBUTION, TO_ATTRIBUTION} <= of.keys()}
        found = [link for one, other in pairs for link in _judged(sayings.called(one), sayings.called(other))]
        renew_links(writer, graph, pair_quads(base, graph, found), on_links)


def _judged(one: Told | None, other: Told | None) -> Iterator[FarLink]:
    if one is None or other is None:
        return
    a, b = sorted((one, other), key=lambda told: told.nodes)
    if finding := across.judge(a, b):
        yield FarLink(a.nodes, b.nodes, finding.relation, finding.basis, finding.rule, across.score(a, b, finding))


class _Sayings:
    """What is said in articles, as far as it is compared with other articles, by the IRIs of attributions; each article is read once."""

    def __init__(self, live: pyoxigraph.Store, base: str) -> None:
        self._live, self._base = live, base
        self._known: dict[NamedNode, Mapping[str, Told]] = {}

    def called(self, attribution: NamedNode) -> Told | None:
        """The one with that IRI; None where it does not count or is not compared."""
        home = next((quad.graph_name for quad in self._live.quads_for_pattern(attribution, TYPE, None, None)), None)
        return self._of(home).get(attribution.value) if isinstance(home, NamedNode) else None

    def _of(self, graph: NamedNode) -> Mapping[str, Told]:
        if graph not in self._known:
            self._known[graph] = {one.nodes[0]: one for one in self._read(graph)}
        return self._known[graph]

    def _read(self, graph: NamedNode) -> Iterator[Told]:
        runs = [graph_of(self._live, node_of(quad.object)) for quad in self._live.quads_for_pattern(None, READ_BY, None, graph)]
        try:
            read = from_quads(quad for one in (graph, *runs) if one for quad in statements(self._live, one))
        except InputError:  # imported without its text: there is nothing to compare
            return
        yield from told(read, names(read.article, read.run, self._base))
