"""Who speaks before the text gives their name: "A judge has blocked …" in the first lines, and further on "Judge Ana Ruiz"; "his agent
said so. “It is done,” Carla Neumann told the Courier"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Mention
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import words
from kg.reading.reference import holders
from kg.reading.reference.behalf import behalf
from kg.reading.reference.figures import Figure, key_of
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases, titles

OPENING = 4  # sentences of an article's opening
REACH, SOON = 12, 3  # sentences further on in which the name comes at the latest, and in which they then speak themselves
MADE = 4  # sentences further on in which somebody is said to have made the remarks
NEXT = 1  # sentences from the words for somebody to a bare name
_ONE = re.compile(r"(?:an?|another|one|the)\s", re.IGNORECASE)
_MADE = re.compile(
    r"[^.!?“”\"\n]{0,160}?\b(?:made\s+(?:the|these|those|this|his|her)\s+(?:comments?|remarks?|statements?|announcement|disclosure|revelation|claims?"
    r"|allegations?|appeal|call)\b(?!\s+that\b)|(?:disclosed|revealed|announced|stated|said)\s+this(?=\s+(?:in|on|at|during|when|while|to|after)\b|[.,])"
    r"|made\s+(?:this|it)\s+known\b)"
)
_HEADS = {"boss", "chief", "head", "leader", "heavyweight", "executive", "director"}  # words for whoever holds a high office


def find(scene: Scene, drafts: list[Draft]) -> None:
    """Let what a person without a name says be said by the one whom the text then names as what they are, or who goes on by a bare name."""
    for figure in {id(d.speaker): d.speaker for d in drafts if d.speaker and d.speaker.unnamed and d.speaker.type == "Person"}.values():
        if person := _named(scene, drafts, figure, min(figure.mentions, key=lambda m: m.begin)):
            _take(scene, drafts, figure, person)
    for first, then in pairwise([d for d in drafts if d.source and d.inside is None]):
        if first.speaker and then.speaker and _goes_on(scene, first, first.speaker, then, then.speaker):
            _take(scene, drafts, first.speaker, then.speaker)


def _take(scene: Scene, drafts: list[Draft], figure: Figure, person: Figure) -> None:
    for m in figure.mentions:
        scene.note(person, (m.begin, m.end), m.kind)
    for d in drafts:
        if d.speaker is figure:
            d.speaker, d.on_behalf_of = person, behalf(person)
        d.addressee = person if d.addressee is figure else d.addressee
    person.gender = person.gender or figure.gender


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
    made = [f for b, f in new if scene.sentence_of(b) - at <= MADE and _MADE.match(scene.text, b)]
    fits = fits or made[:1]
    if fits or not near:
        return fits[0] if len(fits) == 1 else None
    begin, other = near[0]
    heads = near[0] in new and found[-1] in _HEADS and scene.sentence_of(begin) - at <= SOON
    return other if heads and _leads(drafts, other, begin) else None


def _suits(f: Figure, head: str) -> bool:
    gender = titles.gender_of_role(head)
    return not f.unnamed and f.gender in {None, gender or f.gender}


def _leads(drafts: list[Draft], f: Figure, begin: int) -> bool:
    """Whether a person holds a high office, and speaks where they are named."""
    high = any(set(re.split(r"[\s-]", role)) & words("leaders") for role, *_ in f.roles)
    return high and any(d.speaker is f and d.source and d.source[0][0] <= begin < d.source[0][1] for d in drafts)


def _goes_on(scene: Scene, first: Draft, figure: Figure, then: Draft, person: Figure) -> bool:
    """Whether who spoke without a name, and holds no office by which they would be named, is who is quoted next by a bare name."""
    alone = figure.unnamed and figure.type == "Person" and key_of(figure.name).split()[-1] not in words("leaders")
    gender = figure.gender or titles.gender_of_role(figure.name)
    alike = gender is None or person.gender in {None, gender}
    near = scene.is_quoted(then.content[0][0]) and scene.apart(first.cue[0][0], then.cue[0][0]) <= NEXT
    return alone and alike and near and _is_bare(scene, person, then)


def _is_bare(scene: Scene, f: Figure, d: Draft) -> bool:
    """Whether a person is first named as the whole source of what they say, and nothing else is told of them."""
    m = f.mentions[0]
    whole = (m.begin, m.end) == d.source[0] and " " in f.name and not f.titled
    return whole and f.type == "Person" and not (f.unnamed or f.roles or f.works_for or f.ranks) and scene.text[m.end : m.end + 1] != ","
