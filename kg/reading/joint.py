"""Several who speak as one: "Ana Ruiz and Tom Hale", "both the council and the union", "Hale and other officials"; then "the two"."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.reading import named, phrases
from kg.reading.behalf import behalf
from kg.reading.figures import Figure, key_of
from kg.reading.scene import Scene, Speaker

_AND = re.compile(r",?\s+(?:and|&)\s+(?=\w)")
_LIST = re.compile(r",\s+(?:the\s+)?")
_ASIDE = re.compile(
    r"(?:\s+\([^()\n]{1,40}\))?(?:\s+of\s+[^,;:“”\"\n]{2,40})?(?:,\s+(?!(?:who|which|whose|that|where)\b)[^,;:“”\"\n]{2,80})?"
)
_SHORT = re.compile(r"(?:\s+\([^()\n]{1,40}\))?")
_OTHERS = re.compile(r"(?:his|her|its|their|other|some|several|many|fellow|two|three)\s+[a-z][\w-]+(?:\s+[a-z][\w-]+)*|others|colleagues")
_BOTH = re.compile(r"(?:the\s+(?:two|pair|duo|couple|trio|three)|both|the\s+two\s+\w+s|both\s+\w+s)")
KINDS = ({"Person"}, {"Organization", "Group", "Place"})


def find(scene: Scene, span: Span) -> Speaker | None:
    """The several whom a phrase names, as one figure; None when it names one, or what one is and does."""
    ands = [m for m in _AND.finditer(scene.text, *span) if not any(b < m.end() and m.start() < e for b, e, _ in scene.names(*m.span()))]
    for m in ands:
        if (last := _last(scene, (m.end(), span[1]))) and (
            first := _first(scene, (span[0], m.start()), last[1], closed=m.group()[0] == ",")
        ):
            return _made(scene, (first[0], last[0][1]), first[1], last[1] or scene.text[slice(*last[0])])
    return None


def both(scene: Scene, span: Span) -> Figure | None:
    """The several of whom "the two" or "both" tells."""
    if not _BOTH.fullmatch(scene.text[slice(*span)].lower().strip()):
        return None
    figure = scene.last([f for f in scene.figures if f.members], span[0])
    if figure:
        scene.note(figure, span, "nominal")
    return figure


def _last(scene: Scene, span: Span) -> tuple[Span, Figure | None] | None:
    """The last of them: where they are named and who they are, or the words for people around the one before."""
    figure = named.head(scene, span)
    if figure:
        at = next(((b, e) for b, e, f in scene.names(*span) if f is figure), None)
        return (at, figure) if at and at[0] >= span[0] and not figure.people else None
    noun = phrases.noun_phrase(scene.text, span)
    found = _OTHERS.fullmatch(scene.text, *noun)
    return (noun, None) if found and phrases.kind(phrases.tokens(scene.text, noun)) == "Group" else None


def _first(scene: Scene, span: Span, last: Figure | None, *, closed: bool) -> tuple[int, list[Figure]] | None:
    """Where the first of them is named, and all but the last; `closed`: a comma ends what is told of who stands before the last."""
    kinds = next(k for k in KINDS if (last.type if last else "Person") in k)
    found = [(b, e, f) for b, e, f in scene.names(*span) if b >= span[0] and f.type in kinds]
    inside = [n for i, n in enumerate(found) if not i or n[2] is not found[i - 1][2]]  # not "(WB)" behind the Water Board
    if not inside or any(f.people or f is last for *_, f in inside) or named.head(scene, (span[0], inside[0][1])) is not inside[0][2]:
        return None
    gap = _ASIDE if kinds == KINDS[0] and closed else _SHORT
    ends = [*(b for b, *_ in inside[1:]), span[1]]
    for (_, e, _f), stop in zip(inside, ends, strict=True):
        if not (gap.fullmatch(scene.text, e, stop) if stop == span[1] else _LIST.fullmatch(scene.text, e, stop)):
            return None
    return inside[0][0], [f for *_, f in inside]


def _made(scene: Scene, span: Span, first: list[Figure], last: Figure | str) -> Speaker:
    """The figure of them all, the same for the same."""
    members = (*first, last) if isinstance(last, Figure) else tuple(first)
    name = f"{', '.join(f.name for f in first)} and {last.name if isinstance(last, Figure) else last}"
    figure = next((f for f in scene.figures if f.members and key_of(f.name) == key_of(name)), None)
    if figure:
        scene.note(figure, span, "nominal")
    else:
        figure = scene.add(Figure(name, "Group", [Mention(*span, "nominal")], unnamed=True, members=members))
    whose = {id(b): b for b in map(behalf, members)}
    return Speaker(figure, next(iter(whose.values())) if len(whose) == 1 else None)
