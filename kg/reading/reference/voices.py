"""Sources that are another’s voice: spokespeople without a name, offices, a body’s official, documents."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.reading.attributions import anonymous
from kg.reading.lexicon import words
from kg.reading.reference import holders, nominals, papers
from kg.reading.reference.behalf import behalf
from kg.reading.reference.figures import Figure
from kg.reading.reference.owners import GENITIVE, compound, owner
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import phrases, titles

_SENT_BY = re.compile(r"\s+(?:of|from|for)\b")
_SENIOR = re.compile(r"(?:an?|one|another)\s+(?:(?:senior|top|high-ranking|(?:\w+\s+)?police)\s)", re.IGNORECASE)  # somebody, not the body
_UNNAMED = re.compile(rf"[^.;:“”\"]{{0,80}}?\b(?:{anonymous.WORDS})")
_OF_BODY = re.compile(r"(?:[Aa]n?|[Tt]he|[Oo]ne)\s+(?P<body>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,3})\s+(?:party\s+)?[a-z]+$")
LAST = -4.0  # how salient a body must be for "a spokesperson" to be its own
REACH = 8  # sentences back in which one who speaks for a body is remembered


def find(scene: Scene, span: Span, noun: Span) -> Speaker | None:
    """The speaker behind the source phrase `span` with the noun phrase `noun` at its head; None when it is nobody’s voice."""
    head = phrases.tokens(scene.text, noun)[-1]
    people = phrases.kind(phrases.tokens(scene.text, noun))
    if not (head == "figures" and people) and (paper := papers.find(scene, span, noun)):
        return paper
    if head in words("voices") or (head in words("representatives") and _SENT_BY.match(scene.text, noun[1], span[1])):
        return _spokesman(scene, span, noun, head)
    if head == "official" and not _SENIOR.match(scene.text, *noun) and not _is_unidentified(scene.text, noun[1]):
        whose = compound(scene, noun) or (owner(scene, span, noun) if _SENT_BY.match(scene.text, noun[1], span[1]) else None)
        if person := _named(scene, noun, whose, head):
            return Speaker(person, behalf(person))
        return Speaker(whose, voice="?") if whose and whose.type in {"Organization", "Group"} else _before(scene, noun)
    return None


def _named(scene: Scene, noun: Span, whose: Figure | None, head: str) -> Figure | None:
    """The person of that body who spoke last, where "the Water Board official" or "the board’s spokesman" may mean them."""
    for cue, said in reversed(scene.spoke if whose and phrases.is_definite(scene.text, noun) else ()):
        if scene.apart(cue, noun[0]) > REACH:
            return None
        if said.figure and behalf(said.figure) is whose and _may_be(said.figure, head):
            scene.note(said.figure, noun, "nominal")
            return said.figure
    return None


def _may_be(f: Figure, head: str) -> bool:
    """Whether a person may be called so: an official, or by their role."""
    gender = titles.gender_of_role(head)
    called = head == "official" or any(set(role.split()) & words("spokespeople") for role, *_ in f.roles)
    return f.type == "Person" and not f.unnamed and f.gender in {None, gender or f.gender} and called


def _before(scene: Scene, noun: Span) -> Speaker | None:
    """ "The official" or "the spokesman" who spoke last for a body, unless a person has spoken since."""
    for cue, said in reversed(scene.spoke if phrases.is_definite(scene.text, noun) else ()):
        if scene.apart(cue, noun[0]) > REACH:
            return None
        if said.voice:
            return said
        if said.figure and said.figure.type == "Person":
            return None
    return None


def _is_unidentified(text: str, end: int) -> bool:
    """Whether what follows a phrase says that somebody speaks who would not be named, and so no body."""
    return bool(_UNNAMED.match(text, end))


def _called(scene: Scene, noun: Span) -> Figure | None:
    """The body that stands with a capital before the word for its voice and was read as no name: "a Greens spokesman"."""
    found = _OF_BODY.match(scene.text, *noun)
    if not found or scene.names(*noun) or found["body"].lower().split()[-1] in words("leaders") | words("stopwords"):
        return None
    known = next((f for f in scene.figures if f.type == "Organization" and f.name == found["body"]), None)
    if known:
        scene.note(known, found.span("body"), "name")
    return known or scene.add(Figure(found["body"], "Organization", [Mention(*found.span("body"), "name")]))


def _persons(scene: Scene, noun: Span) -> Figure | None:
    """The person whose voice it is by a word for them: "the prime minister’s official spokesman"."""
    who = GENITIVE.match(scene.text, *noun)
    found = phrases.tokens(scene.text, phrases.bare(scene.text, who.span("who"))) if who else []
    if who is None or not found or phrases.kind(found) != "Person" or not phrases.is_definite(scene.text, who.span("who")):
        return None
    return nominals.match(scene, who.span("who")) or nominals.make(scene, phrases.bare(scene.text, who.span("who")), "Person")


def _spokesman(scene: Scene, span: Span, noun: Span, head: str) -> Speaker:
    whose = owner(scene, span, noun) or _called(scene, noun) or (_persons(scene, noun) if head in words("spokespeople") else None)
    if person := _named(scene, noun, whose, head):
        return Speaker(person, behalf(person))
    if whose:
        return Speaker(whose, voice=titles.gender_of_role(head) or "?")
    if not GENITIVE.match(scene.text, *noun) and (before := _before(scene, noun)):
        return before
    known = holders.by_role(scene, [head], noun)
    if known:
        scene.note(known, noun, "nominal")
        return Speaker(known, behalf(known))
    near = {f: score for f, score in scene.recent(noun[0]).items() if f.type == "Organization" and not (f.platform or f.unnamed)}
    body = max(near, key=lambda f: near[f], default=None)
    if body and near[body] > LAST and head in words("spokespeople"):
        return Speaker(body, voice=titles.gender_of_role(head) or "?")
    return Speaker(nominals.unnamed(scene, noun, span))
