"""The person that a word for people points at: "the spokesman", "the Oland foreign minister", "the 23-year-old", "the Swede"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading import titles
from kg.reading.figures import Figure
from kg.reading.lexicon import table, words
from kg.reading.scene import Scene

_WIDE = 8  # sentences back in which a person may be called by a general word
_ANY = words("anyone")
_LOOSE = words("loose")


def find(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """The person who holds the role that the words `found` of the definite phrase `noun` name, or whom a general word may mean."""
    return by_role(scene, found, noun) or _by_word(scene, found, noun)


def by_role(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """The person with that role, before all one whose office is what the phrase names: the one spoken of last, else the first to come."""
    fits = [(fit, f) for f in scene.figures if f.type == "Person" and (fit := _fit(scene, f, found, noun)) is not None]
    best = max((fit for fit, _ in fits), default=0)
    people = [f for fit, f in fits if fit == best]
    before = [f for f in people if f.mentions[0].begin < noun[0]]
    return max(before, key=lambda f: _last(f, noun[0]), default=people[0] if people else None)


def _last(f: Figure, at: int) -> int:
    return max(m.begin for m in f.mentions if m.begin < at)


def _fit(scene: Scene, f: Figure, found: list[str], noun: Span) -> int | None:
    """How many of the phrase’s modifiers belong to that person’s office; None when they have no such role or hold it elsewhere."""
    head, modifiers = found[-1], set(found[:-1]) - _LOOSE
    if f.unnamed:
        own = f.words()
        return len(modifiers & own) if head in own and modifiers <= own else None
    held = [(set(role.split()), of) for role, of, *_ in f.roles if head in role.split()]
    if not held:
        return None
    named = {t for t in modifiers if t in table("demonyms")} | {w for b, e, o in scene.names(*noun) if b >= noun[0] for w in o.words()}
    fits = [_office(f, modifiers, named, role, of) for role, of in held]
    return max((fit for fit in fits if fit is not None), default=None)


def _office(f: Figure, modifiers: set[str], named: set[str], role: set[str], of: Figure | None) -> int | None:
    """How well an office of a person fits the modifiers, of which `named` are names and nationalities; None when it is another’s."""
    home = {w for o in (of, f.works_for) if o for w in _names_of(o)} | f.nations
    if named and home and not home & named and (of is not None or f.nations):
        return None
    if modifiers - named and role - {"minister", "deputy"} and len(role) > 1 and not (modifiers - named) & (role | home):
        return None
    return len(modifiers & (role | home))


def _names_of(f: Figure) -> set[str]:
    country = f.name.lower()
    return {*f.words(), *(d for d, land in table("demonyms").items() if land == country)}


def _by_word(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """The most salient person who may be called so, when nothing but the word says who is meant."""
    head = found[-1]
    people = is_compatriot(head)
    if len(found) > 1 and not head.endswith("-year-old") and set(found[:-1]) - _LOOSE:
        return None
    if not (head in words("persons") or people or head.endswith("-year-old")):
        return None
    gender = titles.gender_of_role(head)
    general = head in _ANY or head.endswith("-year-old") or people
    fits = {
        f: score
        for f, score in scene.recent(noun[0], _WIDE).items()
        if f.type == "Person" and f.gender in {None, gender or f.gender} and _may_be(f, head, general=general)
    }
    best = max(fits, key=lambda f: fits[f], default=None)
    return best if best and fits[best] > (-14 if general else -6) else None


def is_compatriot(word: str) -> bool:
    """Whether a lower-case word means one person of a country: "swede", "frenchman"; not "swedes", "french"."""
    return word in table("demonyms") and (f"{word}s" in table("demonyms") or word.endswith("man"))


def _may_be(f: Figure, head: str, *, general: bool) -> bool:
    """Whether a person may be called `head`: a word that suits anybody, or any calling when the text gives them none and a name."""
    if f.unnamed:
        return general and head in _ANY and not re.search(r"man$|woman$|boy$|girl$", f.name)
    return general or (not f.roles and head in words("callings"))
