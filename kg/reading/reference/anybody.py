"""Whom a general word means: "the 23-year-old", "the Swede", "the politician", "the Olandic leader"."""

from __future__ import annotations

import math
import re

from kg.model import Span
from kg.reading.lexicon import is_person_noun, table, words
from kg.reading.reference import holders
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles

SPOKEN, OFTEN = 1.5, 0.4  # how much speaks for who has spoken before in the article, and for who is spoken of often
FIRST = 1000  # characters in which a person is named before they first speak
WIDE = 8  # sentences back in which a person may be called by a general word
_DID_TO = re.compile(r",?\s+who\s+[^.;:“”\"]{0,60}?\s(?P<whom>him|her)(?=[,.;]|\s+(?:in|on|at|to|and|with|by|from|after|before|while)\b)")
_WITNESS = re.compile(r"(?:the |a )?witness", re.IGNORECASE)
_EVIDENCE = re.compile(
    r"\b(?:[Gg](?:ave|ives|iving) evidence|testif(?:ied|ies|ying)|told (?:the )?(?:court|jury|jurors|inquest|inquiry|tribunal))\b"
)
_PROPER = re.compile(r"\s[A-Z][\w’']*(?![\w-])")  # "the | Olandic chess legend", not "the Selm-based chemist"
_YOUNG = {"boy", "girl", "teenager", "youngster", "youth"}  # no callings for who holds a post
FAR, NEAR, LAST = -14, -6, -2  # how salient the person must be: for a word that suits anybody, for another, and beside another calling


def find(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """The most salient person whom the words `found` of the definite phrase `noun` may mean, when no office tells who it is."""
    head = found[-1]
    general = head in words("anyone") or head.endswith("-year-old") or is_compatriot(head)
    if not (general or is_person_noun(head)) or phrases.is_guard(found) or not _is_plain(scene, found, noun, general=general):
        return None
    gender, named = titles.gender_of_role(head), holders.named_in(scene, found, noun)
    fits = {
        f: score
        for f, score in scene.recent(noun[0], WIDE).items()
        if f.type == "Person"
        and f.gender in {None, gender or f.gender}
        and _may_be(f, head, named, general=general, former="former" in found)
    }
    said = {id(s.figure) for _, s in scene.spoke}
    fits = {f: score + SPOKEN * (id(f) in said) + OFTEN * math.sqrt(len(f.mentions)) for f, score in fits.items()}
    fits = {f: score for f, score in fits.items() if named & _home(f)} or fits
    best = max(fits, key=lambda f: fits[f], default=None)
    if best is None or best in scene.told or best.gender == _whom(scene.text, noun):
        return None
    return best if fits[best] > (FAR if general else LAST if best.roles else NEAR) else None


def witness(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """Who testifies, for "the witness": whom the text has called so, else who spoke last where evidence is given."""
    if found != ["witness"]:
        return None
    called = [f for f in scene.figures if f.type == "Person" and any(_WITNESS.fullmatch(scene.text, m.begin, m.end) for m in f.mentions)]
    if last := scene.last(called, noun[0]):
        return last
    for cue, said in reversed(scene.spoke):
        if scene.apart(cue, noun[0]) > WIDE:
            return None
        if said.figure and said.figure.type == "Person" and _EVIDENCE.search(scene.text, *scene.sentence(cue)):
            return said.figure
    return None


def _whom(text: str, noun: Span) -> str:
    """The gender of another, on whom the clause behind a phrase tells that they did something: "the driver, who denies hitting her"."""
    found = _DID_TO.match(text, noun[1])
    return {"him": "m", "her": "f"}[found["whom"]] if found else ""


def anew(scene: Scene, noun: Span) -> Figure | None:
    """The named person who has just spoken, whom a phrase calls what the text has not called them yet: "the rugby legend"."""
    said = scene.heard(noun[0], 1)
    found = phrases.tokens(scene.text, phrases.bare(scene.text, noun))
    f = said.figure if said else _alone(scene, found, noun)
    if f is None or f.type != "Person" or f.unnamed or not found or not _is_new(scene, found, noun):
        return None
    head, named = found[-1], holders.named_in(scene, found, noun)
    since = scene.mentions(scene.spoke[-1][0] if said else 0, noun[0])
    others = [g for m, g in since if m.kind == "name" and g is not f and g.type == "Person"]
    elsewhere = head in words("leaders") and named and not named & _home(f)
    if others or elsewhere or f.gender not in {None, titles.gender_of_role(head) or f.gender}:
        return None
    scene.note(f, noun, "nominal")
    return f


def _alone(scene: Scene, found: list[str], noun: Span) -> Figure | None:
    """Whom a text that nobody has spoken in yet named last, in this sentence or one of the two before."""
    if scene.spoke or _PROPER.search(scene.text, *noun) or _DID_TO.match(scene.text, noun[1]):
        return None
    near = [(m, f) for m, f in scene.mentions(max(0, noun[0] - FIRST), noun[0]) if m.kind == "name" and f.type == "Person"]
    m, f = near[-1] if near else (None, None)
    if m is None or f is None or scene.apart(m.begin, noun[0]) > 2:
        return None
    return None if f.roles and found[-1:] and found[-1] in words("leaders") else f


def _is_new(scene: Scene, found: list[str], noun: Span) -> bool:
    """Whether "the …" calls one person so who holds no post for somebody, and nobody has been called so before."""
    head, text = found[-1], scene.text
    if phrases.kind(found) != "Person" or head in words("situational") | words("anyone"):
        return False
    if not text[slice(*noun)].lower().startswith("the "):
        return False
    if any(t in words("organizations") or re.search(r"[’']s?$", t) for t in found) or re.match(
        r"\s+(?:of|for|at)\s", text[noun[1] : noun[1] + 6]
    ):
        return False
    called = key_of(text[slice(*noun)])
    return not _introduced(text, head, noun[0]) and not any(f.unnamed and key_of(f.name) == called for f in scene.figures)


def _introduced(text: str, head: str, at: int) -> bool:
    """Whether "a girl" or "his bishop" before has brought in another."""
    before = r"(?:[\w-]+\s+){0,3}?" + re.escape(head)
    theirs = "" if head.rpartition("-")[2] in words("leaders") else rf"|(?:his|her|their)\s+{before}\b(?!\s+(?-i:[A-Z]))"
    found = re.compile(rf"(?<!, )\b(?:(?:an?|one|another)\s+{before}\b(?!\s+[A-Z]){theirs})", re.IGNORECASE)
    return bool(found.search(text, max(0, at - 3000), at))


def is_compatriot(word: str) -> bool:
    """Whether a lower-case word means one person of a country: "swede", "frenchman"; not "swedes", "french"."""
    return word in table("demonyms") and (f"{word}s" in table("demonyms") or word.endswith("man"))


def _is_plain(scene: Scene, found: list[str], noun: Span, *, general: bool) -> bool:
    """Whether the phrase points back at somebody: nothing in it tells another, and no "a girl" before it has brought in one."""
    head, modifiers = found[-1], found[:-1]
    if any(t in words("organizations") or re.search(r"[’']s?$", t) for t in found):
        return False
    if any(not f.people for *_, f in scene.names(*noun)):
        return False
    if not general and (head in words("situational") or set(modifiers) - words("loose")):
        return False
    return not _introduced(scene.text, head, noun[0])


def _may_be(f: Figure, head: str, named: set[str], *, general: bool, former: bool) -> bool:
    """Whether a person may be called `head`: any calling but a leading one beside another; nobody from elsewhere than the phrase names."""
    if head in _YOUNG and f.roles:
        return False
    if f.unnamed:
        return general and head in words("anyone") and not re.search(r"man$|woman$|boy$|girl$", f.name)
    home = _home(f)
    return (general or former or not f.roles or head not in words("leaders")) and not (named and home and not named & home)


def _home(f: Figure) -> set[str]:
    """Words for all places where a person belongs."""
    return {w for _, of, *_ in f.roles for w in holders.home_of(f, of)} | holders.home_of(f)
