"""Interviews without labels: "I" is whom the article talks to, and so is "you" where it asks them."""

from __future__ import annotations

import re

from kg.model import Spans
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene

_EDITED = re.compile(
    r"\b(?:interview|conversation|discussion|Q ?& ?A|transcript)\s+(?:has\s+been|was|is)\s+(?:\w+ly\s+)?"
    r"(?:edited|condensed|shortened|abridged)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:conversation|interview|Q ?& ?A|talk|chat)\s+with\s+(?=[A-Z])", re.IGNORECASE)


def find(scene: Scene, headlines: Spans) -> Figure | None:
    """Whom an article interviews that says it has been edited or is a conversation with them: who is named there, else spoken of most."""
    titled = next((m.end() for b, e in headlines for m in _WITH.finditer(scene.text, b, e)), None)
    edited = _EDITED.search(scene.text)
    if titled is None and not edited:
        return None
    people = [f for f in scene.figures if f.type == "Person" and not f.unnamed]
    named = next((f for f in people for m in f.mentions if m.begin == titled), None)
    before = edited.start() if edited else len(scene.text)
    return named or max(people, key=lambda f: sum(m.begin < before for m in f.mentions), default=None)
