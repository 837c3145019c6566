"""What the articles of a store call by a name, and which entity that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.namesakes import Called, Member, stands_for
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.store.graphs import node_of

_ENDS: Final = (t.FROM_MENTION, t.TO_MENTION)


def entity_called(live: pyoxigraph.Store, key: str) -> str | None:
    """The IRI of the entity that a name, by its key, stands for; None where it stands for none, or for several things."""
    return _stands_for(live, key, _homes(live, key))


def bearers(live: pyoxigraph.Store, key: str) -> int:
    """How many different ones a name is of, by its key: entities, and what belongs to none, unless the name stands for one of them."""
    homes = _homes(live, key)
    return 1 if _stands_for(live, key, homes) is not None else len({entity or one.value for one, entity in homes.items()})


def _homes(live: pyoxigraph.Store, key: str) -> dict[NamedNode, str | None]:
    """What articles call by a name, by its key, each with the entity that it is in several articles, if it is."""
    found = {node_of(q.subject) for q in live.quads_for_pattern(None, t.NAME_KEY, Literal(key), None)}
    return {one: entity_of(live, one) for one in found}


def _stands_for(live: pyoxigraph.Store, key: str, homes: Mapping[NamedNode, str | None]) -> str | None:
    if not any(homes.values()):
        return None
    called = (_called(live, one, entity) for one, entity in homes.items())
    return stands_for(key, called, lambda entity: _members(live, NamedNode(entity)))


def entity_of(live: pyoxigraph.Store, mention: NamedNode) -> str | None:
    """The IRI of the entity that what an article speaks of is in several articles, if it is."""
    return next((node_of(q.subject).value for q in live.quads_for_pattern(None, t.MEMBER, mention, None)), None)


def kind_of(live: pyoxigraph.Store, mention: NamedNode) -> str:
    """Person, Organization, Place or Group; nothing where that is not told."""
    kinds = (VALUES["type"].get(node_of(q.object), "") for q in live.quads_for_pattern(mention, t.TYPE, None, None))
    return next(kinds, "")


def people_of(live: pyoxigraph.Store, keys: Iterable[str]) -> Iterator[tuple[str, str, str | None]]:
    """Of the people that some keys are of: the key, the name, and the IRI of the entity that they are in several articles, if they are."""
    for key in keys:
        for quad in live.quads_for_pattern(None, t.NAME_KEY, Literal(key), None):
            one = node_of(quad.subject)
            if kind_of(live, one) == "Person":
                yield key, _name(live, one), entity_of(live, one)


def offices(live: pyoxigraph.Store, roles: Iterable[str]) -> Iterator[tuple[str, str, str | None]]:
    """Who is told to hold an office in one of the words `roles`, which, and of what."""
    for role in roles:
        for quad in live.quads_for_pattern(None, t.ROLE_NAME, Literal(role), None):
            of = next((node_of(q.object) for q in live.quads_for_pattern(quad.subject, t.ROLE_OF, None, None)), None)
            for held in live.quads_for_pattern(None, t.ROLE, quad.subject, None):
                yield _name(live, node_of(held.subject)), role, _name(live, of) if of else None


def _called(live: pyoxigraph.Store, one: NamedNode, entity: str | None) -> Called:
    apart = frozenset(_split_from(live, one)) if entity is None else frozenset[str]()
    return Called(one.value, name_key(_name(live, one)), kind_of(live, one), entity, apart)


def _name(live: pyoxigraph.Store, one: NamedNode) -> str:
    return next((q.object.value for q in live.quads_for_pattern(one, t.NAME, None, None) if isinstance(q.object, Literal)), "")


def _split_from(live: pyoxigraph.Store, one: NamedNode) -> Iterator[str]:
    for end in _ENDS:
        for note in live.quads_for_pattern(None, end, one, None):
            if next(live.quads_for_pattern(node_of(note.subject), t.TYPE, t.SPLIT, None), None):
                yield from (node_of(q.object).value for e in _ENDS for q in live.quads_for_pattern(note.subject, e, None, None))


def _members(live: pyoxigraph.Store, entity: NamedNode) -> Iterator[Member]:
    for quad in live.quads_for_pattern(entity, t.MEMBER, None, None):
        one = node_of(quad.object)
        keys = {q.object.value for q in live.quads_for_pattern(one, t.NAME_KEY, None, None) if isinstance(q.object, Literal)}
        yield Member(one.value, keys, kind_of(live, one))
