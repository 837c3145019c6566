"""Callings before a name: "party leader Ana Ruiz", "its spokesman, Ana Ruiz", "Director of the Water Board, Ana Ruiz"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of, words
from kg.reading.reference.figures import Figure
from kg.reading.reference.roles.callings import WORD, Tokens, is_calling, is_definite, opening
from kg.reading.reference.roles.held import give
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

_SAYS = re.compile(r"\s+(?:said|says|told|claimed|added|alleged|wrote|explained|noted|argued|insisted|stressed)\b")
_OWN = re.compile(r"(?:\b(?:its|his|her|their)|[’']s?)\s+(?:[\w-]+\s+){0,3}[\w-]+,\s$", re.IGNORECASE)
_GAP = re.compile(r"(?:\s+\([^()\n]{1,30}\))?,?\s+")
_LINK = re.compile(rf"\s+(?P<by>of|for|at)\s+(?:the\s+)?(?:(?!(?:{any_of('not_in_roles')}|the)\b)[a-z][a-z-]+\s+){{0,3}}$")


def calling(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A role right before the name, or before a comma: "party leader Ana Ruiz", "its spokesman, Ana Ruiz"."""
    begin = name[0]
    tokens = list(WORD.finditer(scene.text, max(sentence[0], begin - 90), begin))
    if not tokens or not re.fullmatch(r",?\s+", scene.text[tokens[-1].end() : begin]):
        return
    comma = "," in scene.text[tokens[-1].end() : begin]
    nouns = [i for i in range(len(tokens) - 1, -1, -1) if is_calling(tokens[i].group())]
    head = next((i for i in nouns if i == len(tokens) - 1 or (comma and _leads_to(scene.text, tokens[i:]))), None)
    if head is None:
        return
    start = opening(scene, tokens, head)
    named = next((b for b, e, _ in scene.names(tokens[start].start(), tokens[start].end()) if b <= tokens[start].start() < e), None)
    definite = named is not None or is_definite(tokens[start:])
    if comma and (not definite or (tokens[start].start() > sentence[0] and _SAYS.match(scene.text, name[1]))):
        return  # "… to his nominee, Mr. Hale said"
    while start > 0 and named is not None and tokens[start - 1].start() >= named:
        start -= 1
    give(scene, person, tokens[start : head + 1], (tokens[start].start(), tokens[-1].end()))
    if is_definite(tokens[start:]) and tokens[start].group().lower() not in {"a", "an"}:
        scene.note(person, (tokens[start].start(), tokens[head].end()), "nominal")
    if start and not comma and scene.text[tokens[start - 1].end() : tokens[start].start()] == ", ":
        _apposed(scene, person, (tokens[start].start(), name[1]), sentence)


def _apposed(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A calling with whose it is before the calling right before a name: "her legal representative, | advocate Ana Ruiz"."""
    if _OWN.search(scene.text, max(sentence[0], name[0] - 60), name[0]):
        calling(scene, person, name, sentence)


def _leads_to(text: str, tokens: Tokens) -> bool:
    """Whether a role noun and its "of …" fill the words up to the name: "the head of the agency, Ana Ruiz"."""
    return tokens[1].group().lower() in {"of", "for", "at", "with"} and text[tokens[0].end() : tokens[-1].end()].count(",") == 0


def with_body(scene: Scene, person: Figure, name: Span, sentence: Span) -> None:
    """A role with its body right before the name: "CEO of ADC Ana Ruiz", "Director of the Water Board, Ana Ruiz"."""
    near = [(m.begin, m.end, f) for m, f in scene.mentions(name[0] - 80, name[0]) if m.kind != "pronoun" and f.type != "Person"]
    found = next(((b, e) for b, e, f in reversed(near) if not f.people and _GAP.fullmatch(scene.text, e, name[0])), None)
    link = _LINK.search(scene.text, max(sentence[0], name[0] - 140), found[0]) if found else None
    if found is None or link is None:
        return
    if link["by"] == "for" and not set(phrases.tokens(scene.text, found)) & words("organizations"):
        return  # "Undersecretary for Financial Affairs Ana Ruiz"
    tokens = list(WORD.finditer(scene.text, max(sentence[0], link.start() - 60), link.start()))
    if not tokens or not is_calling(tokens[-1].group()):
        return
    start = opening(scene, tokens, len(tokens) - 1)
    told = tokens[start].start() > sentence[0] and _SAYS.match(scene.text, name[1])  # "… to the head of the board, Ana Ruiz said"
    if "," not in scene.text[found[1] : name[0]] or tokens[-1].group()[0].isupper() or (is_definite(tokens[start:]) and not told):
        give(scene, person, tokens[start:], (tokens[start].start(), found[1]))
