"""Pronouns and phrases for persons all through the text, in its order: who was last spoken of tells who is meant next."""

from __future__ import annotations

import functools
import re

from kg.model import Span
from kg.reading.lexicon import any_of
from kg.reading.reference import anybody, holders, pronouns
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases


@functools.cache
def _pattern() -> re.Pattern[str]:
    pronoun = r"(?P<pronoun>he|him|his|himself|she|her|hers|herself|its|itself|it|they|them|their|themselves)"
    head = rf"(?P<head>\d+-year-old|{any_of('callings')}|{any_of('anyone')})"
    phrase = rf"(?P<phrase>the\s+(?:(?:former|young|late|\d+-year-old|[a-z]+ese|[a-z]+an)\s+)?{head})"
    return re.compile(rf"\b(?:{pronoun}|{phrase})\b(?!-)", re.IGNORECASE)


class Walk:
    """Goes through the text once; `to` stops before an offset, so that what speaks there can be asked for in between."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found = [m for m in _pattern().finditer(scene.text) if not scene.is_quoted(m.start()) and _is_read(scene, m.span())]
        self._next = 0

    def to(self, at: int) -> None:
        """Note all that begins before offset `at` and has not been noted."""
        while self._next < len(self._found) and self._found[self._next].start() < at:
            self._note(self._found[self._next])
            self._next += 1

    def _note(self, m: re.Match[str]) -> None:
        span = m.span()
        if any(o.begin < span[1] and o.end > span[0] for o, _ in self._scene.mentions(span[0] - 60, span[1])):
            return
        if m["pronoun"]:
            _pronoun(self._scene, m["pronoun"].lower(), span)
            return
        found = phrases.tokens(self._scene.text, phrases.bare(self._scene.text, span))
        if figure := holders.by_role(self._scene, found, span) or anybody.find(self._scene, found, span):
            self._scene.note(figure, span, "nominal")


def _pronoun(scene: Scene, word: str, span: Span) -> None:
    if word in pronouns.GENDERS or word in {"its", "itself"}:
        pronouns.pronoun(scene, word, span)


def _is_read(scene: Scene, span: Span) -> bool:
    sentence = scene.sentence(span[0])
    return sentence[0] <= span[0] and span[1] <= sentence[1]
