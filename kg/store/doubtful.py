"""What was read or found with little certainty and nobody decided on yet, the lowest score first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.model import EntityType, Relation, Span, Spans
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.rdf.offsets import read_mentions
from kg.review import Decision, Place, Speaker, text_sha256
from kg.review.apply import REVIEWED
from kg.review.attach import attach
from kg.review.decision import place_of
from kg.review.fit import is_fit
from kg.store import find
from kg.store.graphs import node_of
from kg.store.reviewing import decisions_on, told

_SPAN: Final = re.compile(r"[0-9]+-[0-9]+")
DOUBTFUL: Final = 0.6
"""A score below which something is shown for review unless another bound is given."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An `attribution`, or a `link` between two: its IRI, its score, the rule or model that found it, and the attributions at its ends."""

    iri: str
    kind: str
    score: float
    rule: str
    ends: tuple[str, ...]
    relation: Relation | None = None


def doubtful(db: pyoxigraph.Store, below: float, kind: str | None = None) -> list[Doubtful]:
    """What scores less than `below`, the lowest first; what people decided on is not among it."""
    found = [one for one in _all(db) if one.score < below and kind in (None, one.kind) and REVIEWED not in one.rule]
    return sorted(found, key=lambda one: (one.score, one.kind, one.iri))


def _all(db: pyoxigraph.Store) -> Iterator[Doubtful]:
    for kind in (t.ATTRIBUTION, t.LINK):
        for quad in db.quads_for_pattern(None, t.TYPE, kind, None):
            with suppress(KeyError):  # imported without its score or ends: nothing says how doubtful it is
                yield item(db, node_of(quad.subject))


def item(db: pyoxigraph.Store, node: NamedNode) -> Doubtful:
    """What is to be decided of an attribution or link."""
    found = {quad.predicate: quad.object for quad in db.quads_for_pattern(node, None, None, None)}
    score = float(found[t.SCORE].value)  # type: ignore[union-attr]
    if found[t.TYPE] == t.ATTRIBUTION:
        return Doubtful(node.value, "attribution", score, found[t.METHOD].value, (node.value,))  # type: ignore[union-attr]
    ends = tuple(node_of(found[end]).value for end in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION))
    relation: Relation = VALUES["relation"][node_of(found[t.RELATION])]  # type: ignore[assignment]
    return Doubtful(node.value, "link", score, found[t.RULE].value, ends, relation)  # type: ignore[union-attr]


def named(db: pyoxigraph.Store, base: str, words: str) -> Doubtful:
    """The attribution or link that `words` name, by IRI, name or its beginning; raises `QueryError` for none or several."""
    if find.is_link(base, words):
        return item(db, find.link(db, base, words))
    node = find.node(db, base, words)
    if not any(db.quads_for_pattern(node, t.TYPE, t.ATTRIBUTION, None)):
        raise QueryError(f"{words!r} is a claim: name the attribution (att_…) that makes it, or a link (lnk_…)")
    return item(db, node)


def place(db: pyoxigraph.Store, attribution: str) -> tuple[Place, str]:
    """Where an attribution stands, and the text; raises `QueryError` when the text is not there."""
    found = told(db, NamedNode(attribution))
    if found is None:
        raise QueryError(f"{attribution}: the text it stands in is not in this store: it cannot be reviewed")
    return place_of(found[0], text_sha256(found[1])), found[1]


def about(db: pyoxigraph.Store, base: str, one: Doubtful) -> Decision:
    """The decision that accepts something: on the place that an earlier decision about it has, and as that corrects it."""
    ends = [place(db, end)[0] for end in one.ends]
    decision = Decision("accepted", ends[0], ends[1] if len(ends) > 1 else None, one.relation)
    if one.kind == "attribution":
        found, text = told(db, NamedNode(one.iri)) or (None, "")
        earlier = [d for d in decisions_on(db, base, text) if d.place.content and not d.other and d.key is None and is_fit(d, text)]
        if found and (known := next(iter(attach(earlier, [found], text)), None)):
            return known if known.verdict == "corrected" else replace(known, verdict="accepted", reason=None)
    return decision


def speaker(db: pyoxigraph.Store, attribution: str, words: str) -> Speaker:
    """The party that `words` name in the article of an attribution: a name that it gives, the offsets of words (`120-129`), or nobody.

    Raises `QueryError` for a name that the article does not give, or gives to several, and for offsets outside it.
    """
    if words.casefold() in ("", "nobody", "none"):
        return Speaker()
    if offsets(words) is not None:
        text = place(db, attribution)[1]
        span = spans_of(text, words, 0)[0]
        return Speaker(text[slice(*span)], _type_at(db, attribution, span), span)
    key, parties = name_key(words), _parties(db, attribution)
    fitting = [one for one in parties if any(db.quads_for_pattern(one, t.NAME_KEY, Literal(key), None))]
    if len(fitting) != 1:
        names = ", ".join(sorted({_value(db, one, t.NAME) for one in parties})[:8])
        many = f"{len(fitting)} parties are" if fitting else "nobody is"
        raise QueryError(f"{many} called {words!r} in this article: give offsets, as in 120-129, or one of {names}")
    [mention] = fitting
    first = read_mentions(_value(db, mention, t.MENTION_SPANS))[0]
    return Speaker(_value(db, mention, t.NAME), _type(db, mention), (first.begin, first.end))


def _parties(db: pyoxigraph.Store, attribution: str) -> list[NamedNode]:
    article = next(q.object for q in db.quads_for_pattern(NamedNode(attribution), t.IN_ARTICLE, None, None))
    return [node_of(q.object) for q in db.quads_for_pattern(node_of(article), t.MENTIONS, None, None)]


def _type(db: pyoxigraph.Store, party: NamedNode) -> EntityType:
    return next(VALUES["type"][node_of(q.object)] for q in db.quads_for_pattern(party, t.TYPE, None, None))  # type: ignore[misc]


def _type_at(db: pyoxigraph.Store, attribution: str, span: Span) -> EntityType:
    """What the words at `span` were read as; a person, where they were read as nothing."""
    for party in _parties(db, attribution):
        if span in ((m.begin, m.end) for m in read_mentions(_value(db, party, t.MENTION_SPANS))):
            return _type(db, party)
    return "Person"


def _value(db: pyoxigraph.Store, node: NamedNode, predicate: NamedNode) -> str:
    return next((str(q.object.value) for q in db.quads_for_pattern(node, predicate, None, None)), "")  # type: ignore[union-attr]


def offsets(words: str) -> Spans | None:
    """The spans in `12-40` or `12-40 50-61`; None for other words."""
    parts = words.replace(",", " ").split()
    if not parts or not all(_SPAN.fullmatch(part) for part in parts):
        return None
    return tuple(sorted((int(begin), int(end)) for begin, _, end in (part.partition("-") for part in parts)))


def spans_of(text: str, words: str, near: int) -> Spans:
    """Where `words` stand: offsets, or the words themselves, pieces joined by " … "; of several places, the nearest to the offset `near`.

    Raises `QueryError` for words that the text does not have, or offsets outside it.
    """
    found = offsets(words)
    if found is None:
        found = tuple(sorted(_nearest(text, piece.strip(), near) for piece in words.split("…") if piece.strip()))
    if not all(0 <= begin < end <= len(text) for begin, end in found):
        raise QueryError(f"{words!r} is not within a text of {len(text)} characters")
    return found


def _nearest(text: str, words: str, near: int) -> tuple[int, int]:
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    if not places:
        raise QueryError(f"the text does not have the words {words!r}: give them as they stand there, or offsets, as in 120-129")
    begin = min(places, key=lambda one: abs(one - near))
    return begin, begin + len(words)
