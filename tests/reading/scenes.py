"""Scenes for the tests of rules: a text whose names are given, so that no model is asked."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.names import clusters, nicknames
from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Name
from kg.reading.reference import bodies, refer, roles
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import quotes, sentences


def names(text: str, **kinds: str) -> list[Name]:
    """Every place of the names in `kinds` (Person="Ana Ruiz|Ruiz", …), the longest first."""
    found: list[Name] = []
    pairs = sorted(((name, kind) for kind, listed in kinds.items() for name in listed.split("|")), key=lambda p: -len(p[0]))
    for name, kind in pairs:
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(m.start() < f.end and m.end() > f.begin for f in found):
                found.append(Name(m.start(), m.end(), kind, 0.9))
    return sorted(found, key=lambda n: n.begin)


def scene(text: str, **kinds: str) -> Scene:
    """The scene of `text` as `assemble` sets it, with those names."""
    spans = paragraphs(text)
    marks = [(q.begin, q.end) for q in quotes.find(text, spans)]
    made = Scene(text, sentences.split(text, spans), clusters.gather(text, names(text, **kinds), spans), marks)
    nicknames.find(made)
    bodies.find(made)
    roles.find(made)
    return made


def place(text: str, phrase: str) -> Span:
    """Where the last place of `phrase` is."""
    begin = text.rindex(phrase)
    return begin, begin + len(phrase)


def last_speaker(made: Scene, *phrases: str) -> Speaker:
    """Who speaks in the last of `phrases`, when each of them in turn is a source and the word after it the cue."""
    at, found = 0, Speaker()
    for phrase in phrases:
        begin = made.text.index(phrase, at)
        at = begin + len(phrase)
        cue = re.compile(r"\w+").search(made.text, at)
        found = refer.speaker(made, (begin, at), cue.span() if cue else (at, at))
    return found


def called(figure: Figure | None) -> str | None:
    """The name of a figure."""
    return figure.name if figure else None
