"""Who writes: "I" outside quotes in an article by one author, whom its byline names, and that says "I" more than once or twice."""

from __future__ import annotations

import re
from itertools import islice

from kg.model import Mention, Span
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import titles

_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al)){1,4}"
_BY = re.compile(rf"(?:By|BY|by|Opinion by|Column by)\s+(?P<who>{_NAME})\s*(?:$|[,|·•–—]|\s(?:for|in|is)\s)")
_LINE = re.compile(r"\S[^\n\r]*(?<=\S)")
_I = re.compile(r"(?<![\w.-])I(?:[’'](?:m|ve|d|ll))?(?=\s+[a-z])")
LINES, LEAST = 8, 3  # lines at the top among which the byline is; places outside quotes where it says "I"


def find(scene: Scene) -> Figure | None:
    """The author of an article in the first person, as a figure that the scene has or that is new to it; None for any other article."""
    who = _byline(scene)
    if who is None or sum(not scene.is_quoted(m.start()) for m in _I.finditer(scene.text)) < LEAST:
        return None
    name = " ".join(scene.text[slice(*who)].split())
    name = name.title() if name.isupper() else name
    known = next((f for f in scene.figures if f.type == "Person" and f.name == name), None)
    return known or Figure(name, "Person", gender=titles.gender_of_name(name.lower()))


def note(scene: Scene, author: Figure, span: Span) -> None:
    """Take down that "I" at `span` is the author."""
    if author.mentions:
        scene.note(author, span, "pronoun")
    else:
        author.mentions.append(Mention(*span, "pronoun"))
        scene.add(author)


def _byline(scene: Scene) -> Span | None:
    """The one author whom a line at the top of the text names, after "By" or alone."""
    alone = {(m.begin, m.end) for f in scene.figures if f.type == "Person" and " " in f.name for m in f.mentions}
    for m in islice(_LINE.finditer(scene.text), LINES):
        found = _BY.match(scene.text, *m.span())
        if found and " and " not in m.group().lower():
            return found.span("who")
        if m.span() in alone:
            return m.span()
    return None
