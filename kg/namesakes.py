"""Whom a name stands for: where it is one entity, what was said under the entity's other names is found by it, too.

A name that somebody else has as well stands for nobody in particular: another entity, what people split from this one, what has a name of
its own that is none of this one's ("Pedro Ruiz", asked for as Ruiz), or what is of another kind. Then it finds only what it names itself.
What is only called so, beside a name of its own, does not count where no person is called so and something has it for its own name: that
an agency of the United Nations is somewhere called the UN does not make two of the UN.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Final

_NEAR: Final = (frozenset(("Organization", "Group")), frozenset(("Organization", "Place")))
"""What articles write of in either way: a militia, a government by its country."""


@dataclass(frozen=True, slots=True)
class Called:
    """What an article calls by the name asked for: `key` is of its own name there, `entity` what it is in several articles, if it is, and
    `apart` what people split it from."""

    iri: str
    key: str
    kind: str
    entity: str | None
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """What belongs to an entity, with the keys of all its names."""

    iri: str
    keys: Collection[str]
    kind: str


def stands_for(key: str, called: Iterable[Called], members: Callable[[str], Iterable[Member]]) -> str | None:
    """The entity that a name stands for, by its key, given all that is called so; None where it is none, or more than one thing."""
    found = list(called)
    own = [] if any(one.kind == "Person" for one in found) else [one for one in found if one.key == key]
    return _entity(own, members) or _entity(found, members)


def _entity(called: list[Called], members: Callable[[str], Iterable[Member]]) -> str | None:
    entities = {one.entity for one in called if one.entity is not None}
    if len(entities) != 1:
        return None
    [entity] = entities
    alone = [one for one in called if one.entity is None]
    known = list(members(entity)) if alone else []
    keys, iris, kinds = {key for one in known for key in one.keys}, {one.iri for one in known}, {one.kind for one in known}
    is_another = any(one.key not in keys or one.apart & iris or not may_be_one({one.kind}, kinds) for one in alone)
    return None if is_another else entity


def may_be_one(kinds: Collection[str], others: Collection[str]) -> bool:
    """Whether what is of some `kinds` may be what is of `others`: an organization may be a group or a place, a person is neither."""
    return any(one == other or {one, other} in _NEAR for one in kinds for other in others)
