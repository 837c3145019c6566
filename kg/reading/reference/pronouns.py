"""Whom a pronoun stands for: "he", "their", "who"."""

from __future__ import annotations

import math
import re

from kg.model import Span
from kg.reading.lexicon import words
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

GENDERS = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = {"it", "its", "itself"}
THEY = {"they", "their", "them", "themselves"}
WHO = {"who", "which", "that", "whose", "whom"}
ALL = {*GENDERS, *IT, *THEY, *WHO}
FAR, THING = -8.0, -0.5  # how salient a figure must be at least, and an organization to be "they"
NEAREST, OFTEN = 1.5, 0.4  # how much speaks for who is nearest before "his", and for who is spoken of often; set on OntoGUM
GOES_ON, OPENS = 1.0, 1.0  # how much speaks, before "he said", for who has just spoken, and for whose name the sentence before begins with
KNOWN, UNNAMED = 2.0, 2.0  # how much speaks for who is known to be a he or a she, and against who has no name; set on OntoGUM
_SUBJECTS = {"he", "she", "it", "they"}
_LIKE = re.compile(r"\b(?:[Ll]ike|[Uu]nlike|[Bb]esides?|[Aa]longside|[Tt]ogether with)\s+(?P<who>[A-Z][^,.]{1,40}),\s+$")
_ASKED_BY = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Cc]ross-examined)(?:\s+(?:later|again))?\s+by\s+(?P<who>[^.;:“”\"]{3,200}?),\s+$"
)
_IN_WHICH = re.compile(r"\b(?:in|during|on) which\s+$")
_ANTECEDENT = re.compile(
    r"(?:^|[,;:“\"—–(]\s*|\b(?:and|but|said|to|by|from|with|is|was|are|were)\s+)(?P<noun>(?:[^\s,;:“”\"—–()]+\s+){0,8}[^\s,;:“”\"—–()]+),?\s*$"
)
_PREDICATE = re.compile(
    r".*\b(?:is|was|are|were|became|remains|remained)\s+(?:(?:among|not|also|still|now|only|just)\s+)*(?=\w)", re.IGNORECASE
)
_LAST = re.compile(r".*\b(?:of|among|with|for|from|by|in|to|and|between|against)\s+(?=\w)", re.IGNORECASE | re.DOTALL)
_INVERTED = re.compile(
    r"(?!(?:the|an?|those|these|some|several|many|his|her|its|their|two|three)\b).*?\s(?=(?:the|an?|those|these|some|several|many)\s)",
    re.IGNORECASE,
)


def pronoun(scene: Scene, word: str, span: Span, *, source: bool = False, but: Figure | None = None) -> Figure | None:
    """The most salient figure that fits the lower-case pronoun `word` at `span`, which becomes a mention of it.

    `source`: it is the source of an attribution, which is mostly who has just spoken; `but`: who cannot be meant."""
    gender = GENDERS.get(word)
    voice = _voice(scene, gender)
    other = _other(scene, span[0]) if word in _SUBJECTS else None
    recent = {f: score for f, score in scene.recent(span[0]).items() if f is not but and f is not other}
    fits = [f for f in recent if f is voice or _fits(f, word, gender)]
    fits = fits or [f for f in recent if gender and f.type == "Person" and not f.titled]
    scores = {f: recent[f] + _liking(f, word) - scene.told.get(f, 0.0) * source for f in fits}
    if (word not in _SUBJECTS or _IN_WHICH.search(scene.text, max(0, span[0] - 12), span[0])) and (
        near := _nearest(scene, span[0], scores)
    ):
        scores[near] += NEAREST if word not in _SUBJECTS else 4 * NEAREST
    if source and (last := _last_speaker(scene, span[0], scores)) is not None and last in scores:
        scores[last] += GOES_ON + (UNNAMED + KNOWN) * (last.unnamed and gender is not None and not _is_kin(last))
    if source and (opener := _opener(scene, span[0])) is not None and opener in scores:
        scores[opener] += OPENS
    best = max(scores, key=lambda f: scores[f], default=None)
    least = THING if word in THEY and best and best.type == "Organization" else FAR
    if best is None or scores[best] <= least:
        return None
    if best.type == "Person" and (best.unnamed or scores[best] >= 0) and not any(f.gender is None for f in fits if f is not best):
        best.gender = best.gender or gender
    scene.note(best, span, "pronoun")
    return best


def _other(scene: Scene, at: int) -> Figure | None:
    """Who is set beside the one meant, "Like Hale, | he", or has asked them: "Asked by Hale whether it fell, | he"."""
    begin = scene.sentence(at)[0]
    found = _LIKE.search(scene.text, max(0, at - 60), at) or _ASKED_BY.search(scene.text, max(begin, at - 240), at)
    return next((f for b, _, f in scene.names(found.start("who"), at) if 0 <= b - found.start("who") < 4), None) if found else None


def _is_kin(f: Figure) -> bool:
    """Whether a person is known as somebody’s only: "Ruiz’s grandmother"."""
    return f.unnamed and bool(re.search(r"[’']s\s", f.name)) and f.name.split()[-1].lower() in words("ties")


def _last_speaker(scene: Scene, at: int, scores: dict[Figure, float]) -> Figure | None:
    """Who spoke last, in this sentence or the one before, unless another of those who may be meant has been named since."""
    said = scene.heard(at, 1)
    if said is None:
        return None
    cue = scene.spoke[-1][0]
    since = [f for m, f in scene.mentions(cue, at) if m.kind == "name" and f is not said.figure and not scene.is_quoted(m.begin)]
    return None if any(f in scores for f in since) else said.figure


def _opener(scene: Scene, at: int) -> Figure | None:
    """Whose name the sentence before begins with."""
    here = scene.sentence_of(at)
    begin = scene.sentences[here - 1].begin if here else at
    return next((f for m, f in scene.mentions(begin, begin + 1) if m.kind == "name"), None)


def _voice(scene: Scene, gender: str | None) -> Figure | None:
    """The organization that has spoken last, where a spokesman or the like of that gender spoke for it."""
    last = scene.spoke[-1][1] if scene.spoke and gender else None
    return last.figure if last and last.voice in {"?", gender} else None


def _fits(f: Figure, word: str, gender: str | None) -> bool:
    if gender:
        return f.type == "Person" and f.gender in {None, gender}
    return (
        f.type in {"Organization", "Place"} and not f.people
        if word in IT
        else f.type in {"Organization", "Group"} and not (f.people and not f.name.endswith("s"))
    )


def _liking(f: Figure, word: str) -> float:
    """What speaks for a figure wherever it was spoken of; one that the text speaks of often is meant more often."""
    often = OFTEN * math.sqrt(len(f.mentions))
    if f.platform:
        return -4.0
    if word in IT:
        return -3.0 if f.type == "Place" else 0.0
    if word in GENDERS:
        return often + KNOWN * bool(f.gender) - UNNAMED * f.unnamed
    return 1.0 if f.type == "Group" and not f.people else 0.0


def _nearest(scene: Scene, at: int, scores: dict[Figure, float]) -> Figure | None:
    """Which of them is spoken of last before `at` in its sentence."""
    found = [(m.end, f) for m, f in scene.mentions(scene.sentence(at)[0], at) if f in scores and m.end <= at]
    return max(found, key=lambda n: n[0], default=(0, None))[1]


def relative(scene: Scene, span: Span) -> Figure | None:
    """The antecedent of "who" or "which": what the text names right before it, within its sentence; a place is no "who"."""
    at = span[0]
    begin = max(at - 400, scene.sentence(at)[0])
    who = scene.text[slice(*span)].lower() in {"who", "whom"}
    near = [(m.end, f) for m, f in scene.mentions(begin, at) if m.end <= at and not f.people and not (who and f.type == "Place")]
    return max(near, key=lambda n: n[0], default=(0, None))[1]


def latter(scene: Scene, span: Span) -> Figure | None:
    """The person or organization that was named last before "the latter"."""
    found = [
        (m.end, f) for m, f in scene.mentions(max(0, span[0] - 400), span[0]) if m.kind == "name" and f.type != "Place" and not f.people
    ]
    figure = max(found, key=lambda n: n[0], default=(0, None))[1]
    if figure:
        scene.note(figure, span, "pronoun")
    return figure


def antecedent(scene: Scene, at: int) -> Span | None:
    """The noun phrase right before "who" at offset `at` when its head is a common noun for a person; None otherwise."""
    begin = scene.sentence(at)[0]
    start = max(begin, at - 90)
    found = _ANTECEDENT.search(scene.text[start:at])
    if not found:
        return None
    lead = _PREDICATE.match(found["noun"]) or _INVERTED.match(found["noun"])
    span = (start + found.start("noun") + (lead.end() if lead else 0), start + found.end("noun"))
    if not _is_people(scene, phrases.noun_phrase(scene.text, span)) and (last := _LAST.match(scene.text, *span)):
        span = (last.end(), span[1])  # "celebration among the women who"
    return span if _is_people(scene, phrases.noun_phrase(scene.text, span)) or _is_people(scene, span) else None


def _is_people(scene: Scene, noun: Span) -> bool:
    found = phrases.tokens(scene.text, noun)[-1:]
    return bool(found) and phrases.kind(found) in {"Person", "Group"}
