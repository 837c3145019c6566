"""Callings behind a name: "Ana Ruiz, the ministry's spokeswoman", "Ana Ruiz of the Water Institute"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Span
from kg.reading.lexicon import any_of, forms, words
from kg.reading.reference.figures import Figure
from kg.reading.reference.roles.callings import DETERMINER, WORD, Tokens, is_calling
from kg.reading.reference.roles.held import give
from kg.reading.reference.scene import Scene

_VERB = r"who|which|said|says|told|wrote|was|were|is|are|has|had|have"
_AFTER = re.compile(
    rf"(?:\s+\([^()\n]{{1,40}}\))?(?:,\s+(?:aged\s+)?\d{{1,3}})?,\s+(?P<body>(?:(?!\b(?:{_VERB})\b)[^,;.!?“”\"\n—]){{2,140}})(?=[,;.!?“”\"\n—]|\s(?:{_VERB})|$)"
)
_WORKS_FOR = re.compile(
    rf",?\s+(?:of|at|from|with)\s+(?:the\s+)?(?:(?:[a-z-]+\s+){{0,3}}(?:{any_of('organizations')})\s+|(?:(?:{any_of('leanings')})\s+){{1,2}})?(?=\w)"
)
_PARTY = re.compile(r"\s+\((?=[^\W\d_a-z][^()]{1,40}\))")
_BASED = re.compile(r"[A-Z][\w’'.-]*-(?:based|listed|owned)\s+(?=[A-Z])")
_SAID = {form for lemma in words("saying") for form in forms(lemma) if form.endswith(("ed", "id", "s"))}
TOLD = re.compile(rf"\s+(?:says|told|tells|{'|'.join(sorted(_SAID))})\b")
_OBLIQUE = re.compile(r"\b(?:by|with|for|of|to|from|against|and|between|in|on)\s+(?:[\w’'.-]+\s+){0,4}$")
_AIDES = {"assistant", "associate", "deputy", "vice", "chief", "principal", "senior", "general", "executive", "lead", "head"}
_JOIN = words("not_in_roles") - {"of", "for", "in"} | {"or", "that", "to"}
_PARTICIPLE = re.compile(r"(?:ing|ed|known|chosen|as)$")
_NEXT = re.compile(r",\s+")


def calling(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A role between commas behind the name: "Ana Ruiz, the ministry's spokeswoman,"."""
    end = name[1]
    match = _AFTER.match(scene.text, end, min(len(scene.text), sentence[1] + 1))
    if not match:
        return
    if person.roles and _calls_next(scene, person, match.end("body")):
        return
    tokens = list(WORD.finditer(scene.text, *match.span("body")))
    names = [(b, e) for b, e, f in scene.names(*match.span("body")) if f.type != "Person"]
    nouns = [
        i
        for i, t in enumerate(tokens)
        if is_calling(t.group()) and not _qualifies(scene.text, tokens, i) and not any(b <= t.start() < t.end() <= e for b, e in names)
    ]
    head = next(iter(nouns), None)
    if head is not None and tokens[head].group().lower() in _AIDES:  # "assistant regional representative"
        head = next((i for i in nouns[1:3] if _is_phrase(scene.text, tokens[head : i + 1])), head)
    if (
        head is not None
        and tokens[head].group().istitle()
        and any(b <= tokens[head].end() + 1 < e for b, e, f in scene.names(*match.span("body")) if f.type == "Person" and f is not person)
    ):
        return  # "Ana Ruiz, President Hale’s lawyer"
    if head is None or not _one_phrase([t.group() for t in tokens[:head]]):
        return
    while head + 1 < len(tokens) and is_calling(tokens[head + 1].group()) and scene.text[tokens[head].end()] == " ":
        head += 1
    if TOLD.match(scene.text, tokens[head].end()) and _OBLIQUE.search(scene.text, sentence[0], name[0]):
        return  # "… attended by Ana Ruiz, the king said"
    give(scene, person, tokens[: head + 1], (tokens[0].start(), match.end("body")))


def _calls_next(scene: Scene, person: Figure, end: int) -> bool:
    """Whether a calling that ends at `end` is of the next in a list of persons: "the mayor Ana Ruiz, the rector, | Tom Hale"."""
    gap = _NEXT.match(scene.text, end)
    return gap is not None and any(m.begin == gap.end() and f.type == "Person" and f is not person for m, f in scene.mentions(end, end + 8))


def _qualifies(text: str, tokens: Tokens, i: int) -> bool:
    """Whether a word that may be a person’s calling qualifies the plural noun behind it: "national | deputies"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(after and text[tokens[i].end() : after.start()] == " " and re.fullmatch(r"[a-z]+[^s]s", after.group()))


def _one_phrase(found: list[str]) -> bool:
    """Whether no other is spoken of before the role noun: "heritage and land | worker", not "Tom Hale and the | director"."""
    plain = all(w.islower() and w not in DETERMINER for w in found)
    if "as" in found and found[0].islower() and not _PARTICIPLE.search(found[0]):
        return False  # "Ana Ruiz, 83, wept as the | judge"
    return not any(w.lower() in _JOIN - ({"and"} if plain and found[0] != "and" else set()) for w in found)


def _is_phrase(text: str, tokens: Tokens) -> bool:
    """Whether nothing but spaces parts the words, of which none joins phrases."""
    joined = all(text[a.end() : b.start()] == " " for a, b in pairwise(tokens))
    return joined and not any(t.group().lower() in words("not_in_roles") for t in tokens)


def body(scene: Scene, person: Figure, end: int) -> None:
    """An organization right after "of", "at" or "from", or in parentheses: "Ana Ruiz of the Water Institute", "Tom Hale (OPP)"."""
    link = _WORKS_FOR.match(scene.text, end) or _PARTY.match(scene.text, end)
    found = [f for b, _, f in scene.names(link.end(), link.end() + 1) if b == link.end()] if link else []
    if based := link and _BASED.match(scene.text, link.end()):
        found = [f for b, _, f in scene.names(based.end(), based.end() + 1) if b == based.end()]
    if found and found[0].type == "Organization" and person.works_for is None:
        person.works_for = found[0]
