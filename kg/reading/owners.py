"""Whose a noun is: "X’s spokesman", "its spokesman", "X spokesman", "spokesman for X", "the head of the agency"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading import nominals
from kg.reading.figures import Figure
from kg.reading.lexicon import words
from kg.reading.pronouns import pronoun
from kg.reading.scene import Scene

_ITS = re.compile(r"(its|their|his|her)\b", re.IGNORECASE)
_GENITIVE = re.compile(r"(?P<who>(?:the |an? |this |that )?(?:[\w-]+ ){0,4}?[\w-]+)[’']s?\s", re.IGNORECASE)
_OF = re.compile(r",?\s+(?:of|for|from|with|at|in|by|on behalf of|published by|released by|issued by)\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(
    r"\s+(?:of|for|from|with|at|in|by)\s+(?:the\s+|an?\s+|her\s+|his\s+|its\s+)?[\w’'-]+(?:\s+[\w-]+)?\s+(?:of|for|at)\s+(?=\S)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[,.;]|\s+(?:had|has|have|is|are|was|were|would|will|could|and|to|who|said|say|[a-z]{2,}ed)\b")
_THEIRS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}?(?P<head>[a-z-]+)(?=[,.;:—)]|\s*$|\s+(?:who|which|said|says|told|in|at|and|for|of)\b)")
REACH = 30  # characters after "of" within which a name must begin


def owner(scene: Scene, phrase: Span, noun: Span) -> Figure | None:
    """The owner of the head of `noun`, a noun phrase at the head of `phrase`.

    Figures are made for owners that the text knows by a nominal only."""
    begin, end = noun
    inside = [f for b, e, f in scene.names(begin, end) if b >= begin and e <= end and _may_own(scene, f, e)]
    if inside:
        return inside[0]
    if m := _ITS.match(scene.text, begin, end):
        return pronoun(scene, m.group().lower(), m.span())
    if m := _GENITIVE.match(scene.text, begin, end):
        return nominals.organization(scene, m.span("who"))
    return _after(scene, phrase, end) or _before(scene, noun)


def _after(scene: Scene, phrase: Span, end: int) -> Figure | None:
    link = _OF.match(scene.text, end, phrase[1])
    if not link:
        return None
    rest = (link.end(), phrase[1])
    names = [(b, e, f) for b, e, f in scene.names(*rest) if rest[0] <= b <= rest[0] + REACH and not _comma(scene.text, rest[0], b)]
    named = next((f for _, e, f in names if _may_own(scene, f, e) and not _of_others(scene.text, e)), None)
    return named or nominals.organization(scene, nominals.noun_phrase(scene.text, rest))


def _may_own(scene: Scene, f: Figure, end: int) -> bool:
    """A nationality word before a noun owns nothing ("a European diplomat"); a people that is spoken of by itself does."""
    if not f.people or scene.text[end : end + 1] in {"’", "'"}:
        return True
    return any(_ALONE.match(scene.text, m.end) for m in f.mentions if m.kind == "name")


def _of_others(text: str, end: int) -> bool:
    """Whether a possessive name owns people rather than an organization: "head of Norland’s teachers"."""
    found = _THEIRS.match(text, end)
    return found is not None and found["head"].lower() not in words("organizations")


def _comma(text: str, begin: int, end: int) -> bool:
    return any(c in text[begin:end] for c in ",;")


def _before(scene: Scene, noun: Span) -> Figure | None:
    """An organization word right before the head: "a union official", "the police report", "company spokesman"."""
    tokens = list(nominals.WORD.finditer(scene.text, *noun))
    if len(tokens) < 2 or tokens[-2].group().lower() not in words("organizations"):
        return None
    start = nominals.bare(scene.text, noun)[0]
    return nominals.organization(scene, (start, tokens[-2].end()), definite=True)
