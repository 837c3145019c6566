"""What people are by the callings that stand beside their names: `before`, `behind` or as a title (`titled`)."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Span
from kg.reading.lexicon import is_person_noun, table, words
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.roles import before, behind, titled
from kg.reading.reference.roles.held import named_before
from kg.reading.reference.scene import Scene

_NOUN_BEFORE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|of|and|for|the)\s+|(?:foreign|prime|interior|defence|defense|finance|health|minister|president|ambassador)\s+)+$"
)
_CALLED = re.compile(r"\b(?P<nation>[A-Z][a-z]+)\s+(?P<noun>[a-z-]+)\s+$")
_OWNS = {"’s ", "'s ", "’ ", "' "}
_AND = re.compile(r",?\s+and\s+")
_PROFESSOR = re.compile(r"(?:Assistant |Associate |Emeritus )?Prof(?:essor|\.)")


def find(scene: Scene) -> None:
    """Give each person the roles that stand beside a name mention, with what they are a role of where the text says it."""
    at = sorted((m.begin, m.end, f) for f in scene.figures if f.type == "Person" for m in f.mentions if m.kind == "name")
    for begin, end, person in at:
        read(scene, person, (begin, end))
    for (_, end, one), (begin, _, other) in pairwise(at):
        _share(scene, one, other, (end, begin))


def _share(scene: Scene, one: Figure, other: Figure, between: Span) -> None:
    """Let what one is a role of be what the next one's role is of: "the board’s chair Ana Ruiz and chief executive Tom Hale"."""
    i = next((i for i, (_, of, b, e) in enumerate(other.roles) if of is None and between[0] <= b and e < between[1]), None)
    if i is None or not _AND.fullmatch(scene.text, between[0], other.roles[i][2]):
        return
    whose = next((of for _, of, _b, e in one.roles if of and between[0] - 60 <= e < between[0] and of.type == "Organization"), None)
    other.roles[i] = (other.roles[i][0], whose, *other.roles[i][2:])


def read(scene: Scene, person: Figure, name: Span) -> None:
    """Give a person the roles beside one mention of their name."""
    begin, end = name
    sentence = scene.sentence(begin)
    person.nations |= _nations(scene.text, max(sentence[0], begin - 60), begin)
    before.calling(scene, person, name, sentence)
    titled.title(scene, person, begin, end)
    behind.calling(scene, person, name, sentence)
    behind.body(scene, person, end)
    titled.envoy(scene, person, begin)
    before.with_body(scene, person, name, sentence)
    titled.of_field(scene, person, begin)
    _of_country(scene, person)
    if person.works_for is None:
        person.works_for = _whose(scene, begin)
    if (
        person.works_for is None
        and _PROFESSOR.match(scene.text, begin)
        and (body := named_before(scene, begin))
        and body.type == "Organization"
    ):
        person.works_for = body  # "Selm University Professor Ana Ruiz"


def _nations(text: str, begin: int, end: int) -> set[str]:
    """Words for the people of a country in the noun phrase before a name: "Olandic Minister of Interior Ana Ruiz"."""
    if (
        (called := _CALLED.search(text, begin, end))
        and (called["noun"] == "counterpart" or is_person_noun(called["noun"]))
        and called["nation"].lower() in table("demonyms")
    ):
        return {called["nation"].lower()}
    found = _NOUN_BEFORE.search(text, begin, end)
    return {w for w in re.findall(r"[\w-]+", found.group().lower()) if w in table("demonyms")} if found else set()


def _of_country(scene: Scene, person: Figure) -> None:
    """The country of a minister or the like whose nation alone is told: "Olandic Foreign Minister Ana Ruiz"."""
    lands = {table("demonyms")[nation].lower() for nation in person.nations}
    home = next((f for f in scene.figures if f.type == "Place" and _land(f) in lands), None) if len(lands) == 1 else None
    for i, (role, of, *span) in enumerate(person.roles if home else ()):
        if of is None and set(role.split()) & words("of_state"):
            person.roles[i] = (role, home, span[0], span[1])


def _land(f: Figure) -> str:
    return table("aliases").get(key_of(f.name), key_of(f.name))


def _whose(scene: Scene, begin: int) -> Figure | None:
    """The organization of which a person is named as its own: "the Selm Courier’s | Ana Ruiz"."""
    found = [f for _, e, f in scene.names(begin - 4, begin) if f.type == "Organization" and scene.text[e:begin] in _OWNS]
    return found[0] if found else None
