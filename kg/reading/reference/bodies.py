"""Noun phrases that point at an organization or a place of the text: "the agency", "the country’s health ministry", "the town"."""

from __future__ import annotations

import functools
import re

from kg.model import Span
from kg.reading.lexicon import any_of, table, words
from kg.reading.reference import nominals
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

_COUNTRIES = frozenset(table("demonyms").values())
_PREDICATE = re.compile(r"(?:\b(?:is|was|are|were|be|been|as|became|become|remains|remained|like|called|once),?|,)\s+$", re.IGNORECASE)
_OWN = re.compile(rf"(?:his|her)\s+(?:own\s+)?(?:{any_of('pointing')})", re.IGNORECASE)  # of whom "he" is, which is not known here


@functools.cache
def _pattern() -> re.Pattern[str]:
    heads = f"(?:{any_of('organizations')}|{any_of('land')}|{any_of('pointing')})"
    return re.compile(
        rf"\b(?P<noun>(?:[Tt]he|[Tt]his|[Tt]hat(?!\s+(?:his|her|its|their|our|my|your)\b)|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)\s+(?:(?!(?:of|in|and|for|from|with|as|or|to|that|the|a|an|said|was|is|on|by|at|into|against|between)\b)[\w’'-]+\s+){{0,3}}?"
        rf"(?P<head>{heads}))(?P<after>[’']s|s?\b)(?![’']?\w){phrases.ENDS}"
    )


def find(scene: Scene) -> None:
    """Note such phrases, in text order, as mentions of what they point at; an organization that is known by them only is made."""
    for m in _pattern().finditer(scene.text):
        span = m.span("noun")
        if m["after"] == "s" or not _is_read(scene, span) or _OWN.fullmatch(m["noun"]):
            continue
        if any(b < span[1] and e > m.start("head") for b, e, _ in scene.names(*span)):
            continue
        _place(scene, span, m["head"].lower()) if m["head"].lower() in words("land") else _body(scene, span)


def _is_read(scene: Scene, span: Span) -> bool:
    sentence = scene.sentence(span[0])
    return sentence[0] <= span[0] and span[1] <= sentence[1]


def _body(scene: Scene, span: Span) -> None:
    """One of one word is made only where it speaks; "a water agency" is a new one, to which "the agency" may point."""
    bare = phrases.bare(scene.text, span)
    found = phrases.tokens(scene.text, bare)
    if phrases.kind(found) == "Person":  # "a prison guard"
        return
    if len(found) == 1:
        nominals.match(scene, span)
    elif phrases.is_definite(scene.text, span):
        nominals.organization(scene, span)
    elif not (re.match(r"\s+of\b", scene.text[span[1] : span[1] + 4]) or _PREDICATE.search(scene.text, max(0, span[0] - 14), span[0])):
        nominals.make(scene, bare, "Organization")


def _place(scene: Scene, span: Span, head: str) -> None:
    """A place whose name or a phrase beside it has the head in it: "the valley" of "Lune Valley", "the town" of "Selm, a town"."""
    if phrases.is_definite(scene.text, span):
        places = [f for f in scene.figures if f.type == "Place" and f.mentions[0].begin < span[0]]
        found = [f for f in places if head in f.words()] or [f for f in places if _may_be(f, head)]
        if best := scene.last(found, span[0]):
            scene.note(best, span, "nominal")


def _may_be(f: Figure, head: str) -> bool:
    """Whether a place whose name does not say what it is may be a town, or a country."""
    name = key_of(f.name)
    country = name in _COUNTRIES or table("aliases").get(name, name) in _COUNTRIES
    if head in {"country", "nation"}:
        return country
    return head in {"town", "city", "village"} and not country and not f.words() & words("land")
