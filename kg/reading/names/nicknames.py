"""What the text calls an organization or place beside its name: "the opposition group, the Free Front", "Selm, a market town"."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.reading.lexicon import words
from kg.reading.reference.figures import key_of
from kg.reading.reference.scene import Scene

_PLAIN = r"(?!(?:of|in|on|and|by|that|which|at|for|to)\b)[\w-]+(?:[’']s)?"
_NOUN = rf"(?P<noun>(?:the|an?)\s+(?:{_PLAIN}\s+){{0,4}}{_PLAIN})"
_BEFORE = re.compile(_NOUN + r",\s+(?:the\s+)?$", re.IGNORECASE)
_NAMED = re.compile(_NOUN + r"\s+$", re.IGNORECASE)
_IN_POWER = re.compile(r"\b(?P<noun>ruling|governing|opposition)\s+$", re.IGNORECASE)
_AFTER = re.compile(r",\s+" + _NOUN + r"(?=[,.;]|\s(?:that|which|based|in|of|for))", re.IGNORECASE)


def find(scene: Scene) -> None:
    """Give organizations, groups and places the nominal phrases that stand in apposition to their names; those become mentions."""
    for figure in [f for f in scene.figures if f.type != "Person" and not f.people]:
        heads = words("land") if figure.type == "Place" else words("organizations") | words("pointing")
        for m in [m for m in figure.mentions if m.kind == "name"]:
            for found in _beside(scene.text, m):
                if found["noun"].split()[-1].lower() in heads:
                    figure.nicknames.add(key_of(found["noun"]))
                    scene.note(figure, found.span("noun"), "nominal")
            if figure.type == "Organization" and (power := _IN_POWER.search(scene.text, max(0, m.begin - 12), m.begin)):
                last = key_of(figure.name).split()[-1]
                figure.nicknames.add(f"{power['noun'].lower()} {last if last in heads else 'party'}")
            named = _NAMED.search(scene.text, max(0, m.begin - 70), m.begin)
            if named and named["noun"].split()[-1].lower() in heads and figure.type != "Place":
                figure.nicknames.add(key_of(named["noun"]))
                scene.widen(figure, m, named.start("noun"))


def _beside(text: str, m: Mention) -> list[re.Match[str]]:
    found = (_BEFORE.search(text, max(0, m.begin - 70), m.begin), _AFTER.match(text, m.end, m.end + 70))
    return [f for f in found if f]
