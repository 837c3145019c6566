"""Interviews without names for labels: "I" is whom the article talks to, and so is "you" where it asks them, and "A:"."""

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
_QUESTION = re.compile(r"^\W{0,2}Q(?:uestion)?\s?:\s", re.MULTILINE)
_ANSWER = re.compile(r"^\W{0,2}A(?:nswer)?\s?:\s", re.MULTILINE)
_SPEAKS = re.compile(
    r",?\s+(?:(?:also|has|now|recently)\s+)?(?:says?|said|tells|told|speaks|spoke|spoken|talks|talked|explains|believes)\b"
)
LEAST = 2  # questions, and answers, with such labels


def find(scene: Scene, headlines: Spans) -> Figure | None:
    """Whom an article interviews that says it has been edited or is a conversation with them, who is named there, else spoken of most;
    or that goes by "Q:" and "A:", who is the one to speak in its lead, else the one named in its headline."""
    titled = next((m.end() for b, e in headlines for m in _WITH.finditer(scene.text, b, e)), None)
    edited = _EDITED.search(scene.text)
    people = [f for f in scene.figures if f.type == "Person" and not f.unnamed]
    if titled is None and not edited:
        return _answers(scene, people, headlines)
    named = next((f for f in people for m in f.mentions if m.begin == titled), None)
    before = edited.start() if edited else len(scene.text)
    return named or max(people, key=lambda f: sum(m.begin < before for m in f.mentions), default=None)


def _answers(scene: Scene, people: list[Figure], headlines: Spans) -> Figure | None:
    """Who answers where several questions and as many answers have such labels."""
    asked = list(_QUESTION.finditer(scene.text)) if ":" in scene.text else []
    if len(asked) < LEAST or len(_ANSWER.findall(scene.text)) < LEAST:
        return None
    lead = asked[0].start()
    speak = [f for f in people if any(m.begin < lead and _SPEAKS.match(scene.text, m.end) for m in f.mentions)]
    headed = [f for f in people if any(b <= m.begin < e for b, e in headlines for m in f.mentions)]
    return next((found[0] for found in (speak, headed) if len(found) == 1), None)
