"""Who holds the office that a phrase names: "the spokesman", "the Oland foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.reading.lexicon import is_person_noun, table, words
from kg.reading.reference.behalf import PAST
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases
from kg.reading.text.phrases import WORD

_CONTINENTAL = {"south", "latin", "american", "african", "asian", "european", "arab"}
_OF_STATE = re.compile(r"\s+of\s+(?P<what>state|government)\b", re.IGNORECASE)
_LOOSE = words("loose")
_OPENING = {"the", "this", "that", "his", "her", "its", "their", "a", "an", "prime", "foreign", "vice", "deputy", "chief"}


def by_role(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """The person with the role that the words `found` of the phrase `noun` name, before all one whose office is the very one.

    Of several the one spoken of last, else the first to come; nobody where a country is named and none of several is known to be of it.
    """
    return next((f for called in _also(scene, found, noun) if (f := _by_role(scene, called, noun))), None)


def _also(scene: Scene, found: list[str], noun: Span) -> Iterator[list[str]]:
    """The words of a phrase, and other words for the office it names: "the PM", "the head of state", "the top diplomat"."""
    yield found
    if long := scene.offices.get(found[-1]) or table("shortened").get(found[-1]):
        yield [*found[:-1], *long.split()]
    if found[-1] == "judge":
        yield [*found[:-1], "justice"]
    of = _OF_STATE.match(scene.text, noun[1])
    ends = {f"{found[-1]} of {of['what'].lower()}": 1} if of else {" ".join(found[-2:]): 2}
    for end, size in ends.items():
        for office in filter(None, table("known_as").get(end, "").split("|")):
            yield [*found[:-size], *office.removesuffix(" of state").split()]


def _by_role(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    fits = [(fit, f) for f in scene.figures if f.type == "Person" and (fit := _fit(scene, f, found, noun)) is not None]
    if fits and (named := named_in(scene, found, noun)):
        own = [f for f in scene.figures if f.type == "Person" and named & f.nations and f.mentions[0].begin < noun[0]]
        if own and not any(home_of(f) & named for _, f in fits):
            return own[0] if len(own) == 1 else None  # "his Irish counterpart Tom Hale" for "the Irish prime minister"
    best = max((fit for fit, _ in fits), default=0)
    people = [f for fit, f in fits if fit == best]
    if "former" not in found:
        people = [f for f in people if not _is_former(f, found[-1])] or people
    if best == 0 and ((_proper(scene, noun) and not _only(scene, people, noun)) or (len(people) > 1 and named_in(scene, found, noun))):
        return None
    return scene.last(people, noun[0]) or (people[0] if people else None)


def _is_former(f: Figure, head: str) -> bool:
    """Whether a person held such an office once only."""
    held = [role.split() for role, *_ in f.roles if head in role.split()]
    return bool(held) and all(PAST & set(role) for role in held)


def fits(scene: Scene, f: Figure, found: list[str], noun: Span) -> bool:
    """Whether that person may be called by the words `found` of the phrase `noun`, by their office or what they are."""
    return _fit(scene, f, found, noun) is not None


def _fit(scene: Scene, f: Figure, found: list[str], noun: Span) -> int | None:
    """How many of the phrase’s modifiers belong to that person’s office; None when they have no such role or hold it elsewhere."""
    head, modifiers = found[-1], set(found[:-1]) - _LOOSE
    if f.unnamed:
        own = f.words()
        return len(modifiers & own) if head in own and modifiers <= own else None
    if head in words("organizations") and (phrases.is_guard(found) or not is_person_noun(head)):
        return None  # "the defence ministry" is not the ministry’s spokesman
    held = [(set(role.split()), of) for role, of, *_ in f.roles if head in role.split()]
    held = [(role, of) for role, of in held if not (head == "minister" and "prime" in role - modifiers)]
    held += [({head}, None)] if head in f.ranks else []
    if not held:
        return None
    named = named_in(scene, found, noun)
    fits = [_office(f, modifiers, named, role, of) for role, of in held]
    return max((fit for fit in fits if fit is not None), default=None)


def _only(scene: Scene, people: list[Figure], noun: Span) -> bool:
    """Whether one person alone has that office, of no place that the text gives, and the phrase names a place: "the Selm governor"."""
    place = any(f.type == "Place" for b, _, f in scene.names(*noun) if b >= noun[0])
    return place and len(people) == 1 and not home_of(people[0], next((of for _, of, *_ in people[0].roles if of), None))


def _proper(scene: Scene, noun: Span) -> bool:
    """Whether a word with a capital that is no country’s stands before the head: the office of a body, "the TSP president"."""
    inner = [t.group() for t in WORD.finditer(scene.text, *noun)][:-1]
    return any(
        w[:1].isupper() and w.lower() not in table("demonyms") and w.lower() not in _OPENING and w.lower() not in _LOOSE for w in inner
    )


def named_in(scene: Scene, found: list[str], noun: Span) -> set[str]:
    """The words of a phrase that are names or words for the people of a country, its head aside."""
    names = {w for b, _, f in scene.names(*noun) if b >= noun[0] for w in f.words()}
    return ({t for t in found[:-1] if t in table("demonyms") and t not in _CONTINENTAL} | names - _CONTINENTAL) - {found[-1]}


def _office(f: Figure, modifiers: set[str], named: set[str], role: set[str], of: Figure | None) -> int | None:
    """How well an office of a person fits the modifiers, of which `named` are names and nationalities; None when it is another’s."""
    home = home_of(f, of)
    if named and home and not home & named and (of is not None or f.nations):
        return None
    if modifiers - named and role - {"minister", "deputy"} and len(role) > 1 and not (modifiers - named) & (role | home):
        return None
    return len(modifiers & (role | home))


def home_of(f: Figure, of: Figure | None = None) -> set[str]:
    """Words for where a person belongs: of the body or country they hold office at, and for its people."""
    return (
        {w for o in (of, f.works_for) if o for w in _names_of(o)}
        | f.nations
        | {w for n in f.nations for w in table("demonyms")[n].lower().split()}
    )


def _names_of(f: Figure) -> set[str]:
    country = f.name.lower()
    return {*f.words(), *(d for d, land in table("demonyms").items() if land == country)}
