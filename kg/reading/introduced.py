"""Who is spoken of before the text gives their name: "A judge has blocked …" in the first lines, and further on "Judge Ana Ruiz"."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.reading import holders, phrases, titles
from kg.reading.behalf import behalf
from kg.reading.drafts import Draft
from kg.reading.figures import Figure
from kg.reading.lexicon import words
from kg.reading.scene import Scene

OPENING, REACH, SOON = (
    4,
    12,
    3,
)  # sentences of an opening, and how many further on the name comes at the latest, and where they speak at once
_ONE = re.compile(r"(?:an?|another|one|the)\s", re.IGNORECASE)
_HEADS = {"boss", "chief", "head", "leader", "heavyweight", "executive", "director"}  # words for whoever holds a high office


def find(scene: Scene, drafts: list[Draft]) -> None:
    """Let what a person without a name says in an article's opening be said by the one whom the text then names as what they are."""
    for figure in {id(d.speaker): d.speaker for d in drafts if d.speaker and d.speaker.unnamed and d.speaker.type == "Person"}.values():
        if person := _named(scene, drafts, figure, min(figure.mentions, key=lambda m: m.begin)):
            _take(scene, drafts, figure, person)


def _take(scene: Scene, drafts: list[Draft], figure: Figure, person: Figure) -> None:
    for m in figure.mentions:
        scene.note(person, (m.begin, m.end), m.kind)
    for d in drafts:
        if d.speaker is figure:
            d.speaker, d.on_behalf_of = person, behalf(person)
        d.addressee = person if d.addressee is figure else d.addressee


def _named(scene: Scene, drafts: list[Draft], figure: Figure, first: Mention) -> Figure | None:
    """The one person first named after the phrase whose calling is its head; else the next to be named, who leads and speaks."""
    noun = phrases.noun_phrase(scene.text, (first.begin, first.end))
    found = phrases.tokens(scene.text, phrases.bare(scene.text, noun))
    at = scene.sentence_of(first.begin)
    if not found or at >= OPENING or " and " in figure.name or not _ONE.search(scene.text, max(0, first.begin - 8), noun[1]):
        return None
    near = [(m.begin, f) for m, f in scene.mentions(noun[1], len(scene.text)) if m.kind == "name" and f.type == "Person"]
    new = [(b, f) for b, f in near if f.mentions[0].begin == b and scene.sentence_of(b) - at <= REACH and _suits(f, found[-1])]
    fits = [f for _, f in new if holders.fits(scene, f, found, noun)]
    if fits or not near:
        return fits[0] if len(fits) == 1 else None
    begin, other = near[0]
    return (
        other if near[0] in new and found[-1] in _HEADS and scene.sentence_of(begin) - at <= SOON and _leads(drafts, other, begin) else None
    )


def _suits(f: Figure, head: str) -> bool:
    gender = titles.gender_of_role(head)
    return not f.unnamed and f.gender in {None, gender or f.gender}


def _leads(drafts: list[Draft], f: Figure, begin: int) -> bool:
    """Whether a person holds a high office, and speaks where they are named."""
    high = any(set(re.split(r"[\s-]", role)) & words("leaders") for role, *_ in f.roles)
    return high and any(d.speaker is f and d.source and d.source[0][0] <= begin < d.source[0][1] for d in drafts)
