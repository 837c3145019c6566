"""The body behind what is named first: "head of the dams section | at the Water Board", "economist for Greater Oland | at Selm Bank"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import words
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene

_PART = re.compile(
    r"(?:the\s+|its\s+|an?\s+)?(?:[\w’'-]+\s+){0,5}?"
    r"(?P<head>division|department|section|branch|unit|programme|program|wing|desk)(?P<link>\s+(?:of|at|within)\s)"
)
_LINK = re.compile(r"[’']s?\s+|\s+(?:at|with|for|of)\s+(?:the\s+)?")
_CALLED = re.compile(r"(?:[a-z-]+\s+){1,4}|[A-Z][\w-]+[’']s\s+")


def part(scene: Scene, span: Span) -> int | None:
    """Where the link to the body begins of which a part without a name is spoken of: "the dams section | at the Water Board"."""
    found = _PART.match(scene.text, *span)
    names = scene.names(*found.span()) if found else []
    if found is None or any(f.type == "Organization" or (b < found.end() and found.start("head") < e) for b, e, f in names):
        return None
    return found.start("link")


def body(scene: Scene, end: int, named: Figure, stop: int) -> Figure:
    """The organization behind a field, a region or an owner whose name ends at `end`, else what is named there itself."""
    link = _LINK.match(scene.text, end, stop) if named.type in {"Place", "Organization"} else None
    found = next(((b, f) for b, _, f in scene.names(end, stop) if link and b >= link.end() and f.type == "Organization"), None)
    field = named.type == "Place" or not set(key_of(named.name).split()) & words("organizations")
    if link is None or found is None or not (field or link.group()[0] in "’'"):
        return named
    at_once = found[0] == link.end() or (field and _CALLED.fullmatch(scene.text, link.end(), found[0]))
    return found[1] if at_once else named
