"""What the text calls an organization beside its name: "the opposition group, the Free Front", "the Free Front, a rebel alliance"."""

from __future__ import annotations

import re

from kg.reading.figures import key_of
from kg.reading.lexicon import words
from kg.reading.scene import Scene

_NOUN = r"(?P<noun>(?:the|an?)\s+(?:[\w-]+\s+){0,4}[\w-]+)"
_BEFORE = re.compile(_NOUN + r",\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r",\s+" + _NOUN + r"(?=[,.;]|\s(?:that|which|based|in|of|for))", re.IGNORECASE)


def find(scene: Scene) -> None:
    """Give organizations and groups the nominal phrases that stand in apposition to their names; those become mentions."""
    for figure in [f for f in scene.figures if f.type in {"Organization", "Group"} and not f.people]:
        for m in [m for m in figure.mentions if m.kind == "name"]:
            for found in (_BEFORE.search(scene.text, max(0, m.begin - 70), m.begin), _AFTER.match(scene.text, m.end, m.end + 70)):
                if found and _is_group(found["noun"]):
                    figure.nicknames.add(key_of(found["noun"]))
                    scene.note(figure, found.span("noun"), "nominal")


def _is_group(phrase: str) -> bool:
    head = phrase.split()[-1].lower()
    return head in words("organizations") and not re.search(r"\b(?:of|and|in|on|by)\b", phrase)
