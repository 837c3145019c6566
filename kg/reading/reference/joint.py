"""Several who speak as one: "Ana Ruiz and Tom Hale", "neither the council nor the union", "Hale and other officials"; then "the two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Span
from kg.reading.reference import named, nominals
from kg.reading.reference.behalf import behalf
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import phrases
from kg.reading.text.titles import OFFICES

_AND = re.compile(r",?\s+(?:and|&|nor)\s+(?=\w)")
_LIST = re.compile(r",\s+(?:the\s+)?")
_THINGS = re.compile(
    r"(?:\s+\([^()\n]{1,40}\))?,\s+(?:the\s+)?(?:(?!(?:who|which|that|whose|where|with|of|in|for|by|at|to|from|on|a|an)\b)[\w-]+\s+){0,4}"
)  # "Selm Aid, Olandic rights group | Dam Watch"
_OWN = re.compile(r"[’'](?:s\b|\s)")
_SHORT_NAME = re.compile(r"\s+\(")
_ADJECTIVE = re.compile(r"\s+[a-z]")
_ASIDE = re.compile(
    r"(?:\s+\([^()\n]{1,40}\))?(?:\s+of\s+[^,;:“”\"\n]{2,40})?(?:,\s+(?!(?:who|which|whose|that|where)\b)[^,;:“”\"\n]{2,80})?"
)
_SHORT = re.compile(r"(?:\s+\([^()\n]{1,40}\))?")
_OTHERS = re.compile(r"(?:his|her|its|their|other|some|several|many|fellow|two|three)\s+[a-z][\w-]+(?:\s+[a-z][\w-]+)*|others|colleagues")
_BOTH = re.compile(r"(?:the\s+(?:two|pair|duo|couple|trio|three)|both|the\s+two\s+\w+s|both\s+\w+s)")
_LANDS = re.compile(r"(?:sides|countries|nations|states|governments)$")
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
    several = [f for f in scene.figures if f.members]
    if _LANDS.search(scene.text, *span):
        several = [f for f in several if not any(m.type == "Person" for m in f.members)] or several
    figure = scene.last(several, span[0])
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
    if last and (holder := _holder(scene, span)):
        return (span[0], [holder]) if holder is not last else None
    kinds = next(k for k in KINDS if (last.type if last else "Person") in k)
    if last and last.type == "Organization" and (leader := _leader(scene, span)):
        return leader[0], [leader[1]]
    found = [n for n in _named(scene, span) if n[2].type in kinds]
    inside = [n for i, n in enumerate(found) if not i or n[2] is not found[i - 1][2]]  # not "(WB)" behind the Water Board
    if not inside or any(f.people or f is last for *_, f in inside) or named.head(scene, (span[0], inside[0][1])) is not inside[0][2]:
        return None
    between = _LIST if kinds == KINDS[0] else _THINGS
    gap = _ASIDE if kinds == KINDS[0] and closed else _SHORT
    ends = [*(b for b, *_ in inside[1:]), span[1]]
    for (_, e, _f), stop in zip(inside, ends, strict=True):
        if not (gap.fullmatch(scene.text, e, stop) if stop == span[1] else between.fullmatch(scene.text, e, stop)):
            return None
    return inside[0][0], [f for *_, f in inside]


def _holder(scene: Scene, span: Span) -> Figure | None:
    """Who is first by an office alone: "The crown prince | and Prime Minister Ana Ruiz"."""
    noun = phrases.noun_phrase(scene.text, span)
    head = phrases.tokens(scene.text, noun)[-1:]
    office = noun == span and phrases.is_definite(scene.text, span) and set(head) & OFFICES and not scene.names(*span)
    figure = nominals.match(scene, span) if office else None
    return figure if figure and figure.type == "Person" and not figure.unnamed else None


def _leader(scene: Scene, span: Span) -> tuple[int, Figure] | None:
    """A person right before "and" an organization: "President Ana Ruiz | and the Water Board", "the president, Ana Ruiz, | and"."""
    found = [(b, f) for b, e, f in scene.names(*span) if b >= span[0] and f.type == "Person" and e == span[1]]
    return found[0] if found and named.head(scene, span) is found[0][1] and len(scene.names(*span)) == 1 else None


def _named(scene: Scene, span: Span) -> Iterator[tuple[int, int, Figure]]:
    """Names in the phrase but for who owns a noun of it ("Ruiz’s children | Leo and Jo"), short ones in brackets, and adjectives."""
    end = 0
    for b, e, f in scene.names(*span):
        adjective = f.people and _ADJECTIVE.match(scene.text, e, span[1])
        if b >= span[0] and not (_OWN.match(scene.text, e) or adjective or (end and _SHORT_NAME.fullmatch(scene.text, end, b))):
            end = e
            yield b, e, f


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
