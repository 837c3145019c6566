"""People who are named only after they have spoken: "his agent said so. “It is done,” Carla Neumann told the Courier"."""

from __future__ import annotations

from itertools import pairwise

from kg.reading import titles
from kg.reading.drafts import Draft
from kg.reading.figures import Figure, key_of
from kg.reading.lexicon import words
from kg.reading.scene import Scene

NEXT = 1  # sentences from the words for somebody to the bare name


def name(scene: Scene, drafts: list[Draft]) -> None:
    """Let one who spoke without a name be whoever speaks next by a bare name that the article has not told of before."""
    told = [d for d in drafts if d.source and d.inside is None]
    for first, then in pairwise(told):
        unnamed, named = first.speaker, then.speaker
        if unnamed and named and _is_alone(unnamed) and _is_bare(scene, named, then) and _fits(scene, first, then):
            for d in drafts:
                d.speaker = named if d.speaker is unnamed else d.speaker
            for m in unnamed.mentions:
                scene.note(named, (m.begin, m.end), m.kind)
            named.gender = named.gender or unnamed.gender


def _is_alone(f: Figure) -> bool:
    """Whether it is one person without a name, and no holder of an office, who would be named by it."""
    return f.unnamed and f.type == "Person" and key_of(f.name).split()[-1] not in words("leaders")


def _is_bare(scene: Scene, f: Figure, d: Draft) -> bool:
    """Whether a person is first named as the whole source of what they say, and nothing else is told of them."""
    m = f.mentions[0]
    whole = (m.begin, m.end) == d.source[0] and " " in f.name and not f.titled
    return whole and f.type == "Person" and not (f.unnamed or f.roles or f.works_for or f.ranks) and scene.text[m.end : m.end + 1] != ","


def _fits(scene: Scene, first: Draft, then: Draft) -> bool:
    one, other = first.speaker, then.speaker
    if one is None or other is None:
        return False
    gender = one.gender or titles.gender_of_role(one.name)
    alike = gender is None or other.gender in {None, gender}
    return alike and scene.is_quoted(then.content[0][0]) and scene.apart(first.cue[0][0], then.cue[0][0]) <= NEXT
