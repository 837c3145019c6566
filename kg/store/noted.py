"""What merges and splits are about, in words: `kg log` names them so."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph
from pyoxigraph import NamedNode

from kg.rdf import terms as t
from kg.store.find import called
from kg.store.graphs import BY_HAND, FAR_ENDS, node_of


def noted(places: Sequence[pyoxigraph.Store]) -> dict[str, str]:
    """The names of what people merged or split, by the IRI of the merge or split, as far as one of `places` still has it; where both are
    called alike, also the articles that call them so."""
    found = {node_of(quad.subject) for db in places for quad in db.quads_for_pattern(None, t.RULE, BY_HAND, None)}
    words = {node.value: _words(places, node) for node in found}
    return {iri: both for iri, both in words.items() if both}


def _words(places: Sequence[pyoxigraph.Store], node: NamedNode) -> str:
    ends = {node_of(quad.object) for db in places for end in FAR_ENDS for quad in db.quads_for_pattern(node, end, None, None)}
    names = {end: name for end in sorted(ends, key=str) if (name := _value(places, end, t.NAME))}
    alike = len(set(names.values())) < len(names)
    return " and ".join(f"{name} ({_article(places, end)})" if alike else name for end, name in names.items())


def _article(places: Sequence[pyoxigraph.Store], mention: NamedNode) -> str:
    homes = (node_of(quad.subject) for db in places for quad in db.quads_for_pattern(None, t.MENTIONS, mention, None))
    home = next(homes, None)
    return "" if home is None else called(_value(places, home, t.KEY), _value(places, home, t.DOC) or None)


def _value(places: Sequence[pyoxigraph.Store], node: NamedNode, predicate: NamedNode) -> str:
    return next((str(quad.object.value) for db in places for quad in db.quads_for_pattern(node, predicate, None, None)), "")  # type: ignore[union-attr]
