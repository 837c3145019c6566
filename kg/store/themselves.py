"""Once a speaker is corrected, two of different articles who were at odds may be one, and one who turned round may be two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
REVERSAL: Final = LISTS["basis"]["reversal"]
_ENDS: Final = (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION)
_SIDES: Final = (t.ATTRIBUTED_TO, t.ON_BEHALF_OF)
Found = Mapping[NamedNode, object]
"""What is said of a link, by predicate."""


def is_out_of_place(live: pyoxigraph.Store, link: Found, others: Iterable[Found]) -> bool:
    """Whether a contradiction is not what its ends make it today: who turns round (`reversal`) is one side, all others are two.

    What linking found stays where people looked at neither end, unless it found the same ends, as one of `others`, the other way, too.
    """
    if link.get(t.RELATION) != _CONTRADICTS:
        return False
    one, other = (node_of(link[end]) for end in _ENDS)
    turns_round = link.get(t.BASIS) == REVERSAL
    if not (turns_round or _is_reviewed(live, one) or _is_reviewed(live, other) or any(_is_reversal_of(link, found) for found in others)):
        return False
    return _sides(live, one).isdisjoint(_sides(live, other)) == turns_round


def _is_reversal_of(link: Found, other: Found) -> bool:
    return other.get(t.BASIS) == REVERSAL and {other.get(end) for end in _ENDS} == {link[end] for end in _ENDS}


def _is_reviewed(live: pyoxigraph.Store, attribution: NamedNode) -> bool:
    return any(_text(quad).endswith(REVIEWED) for quad in live.quads_for_pattern(attribution, t.METHOD, None, None))


def _sides(live: pyoxigraph.Store, attribution: NamedNode) -> set[str]:
    """The keys of the names of who speaks, each of several who speak as one, and for whom; none for who is only described, as "the
    officials" are."""
    parties = [node_of(quad.object) for side in _SIDES for quad in live.quads_for_pattern(attribution, side, None, None)]
    parties += [node_of(quad.subject) for one in parties for quad in live.quads_for_pattern(None, t.MEMBER_OF, one, None)]
    return {name_key(_text(quad)) for one in parties if _is_named(live, one) for quad in live.quads_for_pattern(one, t.NAME, None, None)}


def _is_named(live: pyoxigraph.Store, party: NamedNode) -> bool:
    spans = [_text(quad) for quad in live.quads_for_pattern(party, t.MENTION_SPANS, None, None)]
    return any(mention.kind == "name" for one in spans for mention in read_mentions(one))


def _text(quad: Quad) -> str:
    return str(quad.object.value)  # type: ignore[union-attr]
