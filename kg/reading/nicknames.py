"""What the text calls an organization beside its name: "the opposition group, the Free Front", "the Free Front, a rebel alliance"."""

from __future__ import annotations

import re

from kg.reading.figures import Figure, key_of
from kg.reading.lexicon import words

_NOUN = r"(?P<noun>(?:the|an?)\s+(?:[\w-]+\s+){0,4}[\w-]+)"
_BEFORE = re.compile(_NOUN + r",\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r",\s+" + _NOUN + r"(?=[,.;]|\s(?:that|which|based|in|of|for))", re.IGNORECASE)


def find(text: str, figures: list[Figure]) -> None:
    """Give organizations and groups the nominal phrases that stand in apposition to their names; those become mentions."""
    for figure in figures:
        if figure.type in {"Organization", "Group"}:
            for m in [m for m in figure.mentions if m.kind == "name"]:
                for found in (_BEFORE.search(text, max(0, m.begin - 70), m.begin), _AFTER.match(text, m.end, m.end + 70)):
                    if found and _is_group(found["noun"]):
                        figure.nicknames.add(key_of(found["noun"]))
                        figure.add(*found.span("noun"), "nominal")


def _is_group(phrase: str) -> bool:
    head = phrase.split()[-1].lower()
    return head in words("organizations") and not re.search(r"\b(?:of|and|in|on|by)\b", phrase)
