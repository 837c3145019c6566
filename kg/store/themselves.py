"""Once a speaker is corrected, two of different articles who were at odds may be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.lists import LISTS
from kg.rdf.offsets import read_mentions
from kg.review.apply import REVIEWED
from kg.store.graphs import node_of

_CONTRADICTS: Final = LISTS["relation"]["contradicts"]
_REVERSAL: Final = LISTS["basis"]["reversal"]


def with_itself(live: pyoxigraph.Store, link: Mapping[NamedNode, Quad]) -> bool:
    """Whether a link is a contradiction of a party with itself where people looked at an end; who turns round contradicts himself."""
    found = {predicate: quad.object for predicate, quad in link.items()}
    if found.get(t.RELATION) != _CONTRADICTS or found.get(t.BASIS) == _REVERSAL:
        return False
    one, other = (node_of(found[end]) for end in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION))
    return (_is_reviewed(live, one) or _is_reviewed(live, other)) and not _names(live, one).isdisjoint(_names(live, other))


def _is_reviewed(live: pyoxigraph.Store, attribution: NamedNode) -> bool:
    return any(_text(quad).endswith(REVIEWED) for quad in live.quads_for_pattern(attribution, t.METHOD, None, None))


def _names(live: pyoxigraph.Store, attribution: NamedNode) -> set[str]:
    """The key of the name of who speaks; none for who is only described, as "the officials" are."""
    parties = [node_of(quad.object) for quad in live.quads_for_pattern(attribution, t.ATTRIBUTED_TO, None, None)]
    return {name_key(_text(quad)) for one in parties if _is_named(live, one) for quad in live.quads_for_pattern(one, t.NAME, None, None)}


def _is_named(live: pyoxigraph.Store, party: NamedNode) -> bool:
    spans = [_text(quad) for quad in live.quads_for_pattern(party, t.MENTION_SPANS, None, None)]
    return any(mention.kind == "name" for one in spans for mention in read_mentions(one))


def _text(quad: Quad) -> str:
    return str(quad.object.value)  # type: ignore[union-attr]
