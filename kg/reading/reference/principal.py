"""Who is meant by "her" in "her spokeswoman, Mina Poe": the holder of an office who was the subject right before."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import is_person_noun, words
from kg.reading.reference import holders, nominals
from kg.reading.reference.figures import Figure
from kg.reading.reference.pronouns import GENDERS
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles
from kg.reading.text.clauses import FINITE

_SUBJECT = re.compile(
    r"(?:\A[\s“\"]*|[,;:]\s+|\b(?:that|whether|if|because|and|but|while|when|as|said|says)\s+)(?P<who>[Tt]he\s+(?:[\w-]+\s+){0,2}?[a-z-]+)"
    rf"\s+(?:(?:also|now|still|\w+ly)\s+)?(?:{FINITE}|[a-z]+ed|[a-z]+s)\b"
)
FAR = 600  # characters back to that subject


def find(scene: Scene, noun: Span, word: str, at: int) -> Figure | None:
    """The person whose `word` ("her" at offset `at`) the spokesperson of the phrase `noun` is, where a phrase for one without a name was
    the subject last, no other having been named since; made when only that phrase tells of them."""
    gender, head = GENDERS.get(word), phrases.tokens(scene.text, noun)[-1:]
    if gender is None or not set(head) & (words("spokespeople") | words("agents")):
        return None
    who = _subject(scene, at)
    if who is None or any(m.kind == "name" and _may_be(f, gender) for m, f in scene.mentions(who[1], at)):
        return None
    found = phrases.tokens(scene.text, phrases.bare(scene.text, who))
    if titles.gender_of_role(found[-1]) not in {None, gender}:
        return None
    held = holders.by_role(scene, found, who)
    if held is None and all(f.roles and not f.has_role(found[-1]) for f in scene.recent(at) if _may_be(f, gender)):
        held = nominals.make(scene, phrases.bare(scene.text, who), "Person")
    if held is None or not _may_be(held, gender):
        return None
    scene.note(held, who, "nominal")
    return held


def _may_be(f: Figure, gender: str) -> bool:
    return f.type == "Person" and f.gender in {None, gender}


def _subject(scene: Scene, at: int) -> Span | None:
    """The last phrase for a person, in this sentence or the one before, that is the subject of a clause outside quotes."""
    begin = scene.sentences[max(0, scene.sentence_of(at) - 1)].begin if scene.sentences else 0
    begin = max(begin, at - FAR)
    found = [(begin + m.start("who"), begin + m.end("who")) for m in _SUBJECT.finditer(scene.text[begin:at])]
    people = [s for s in found if is_person_noun(scene.text[slice(*s)].split()[-1]) and not scene.is_quoted(s[0])]
    return people[-1] if people else None
