"""Whose words an answer is about that says of them, not of what they said, that they are wrong: "said Hale was lying", "Ruiz disagrees"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Span
from kg.reading.attributions.drafts import Draft
from kg.reading.reference import pronouns
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases

NEAR = 4  # sentences back
AHEAD, SHORT = 160, 60  # characters from "disagrees" to the saying that tells why, and of a content that says no more
_WRONG = re.compile(
    r"(?:that\s+)?(?P<who>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+(?:is|was|are|were|has\s+been|had\s+been|have\s+been)\s+"
    r"(?:(?:simply|just|plainly|either|\w+ly)\s+)?(?:wrong|mistaken|lying|misinformed|incorrect|confused|a\s+liar|liars)\b"
    r"(?!\s+(?:to|in|for|when|if|not)\b)(?=\s*(?:$|[.,;:”\"’]|about\b|on\b|and\b|or\b|but\b))",
    re.IGNORECASE,
)
_OF_LYING = re.compile(
    r"(?P<who>(?:[\w’'.-]+\s+){0,3}?[\w’'.-]+)\s+of\s+(?:lying|inventing\s+\w+|making\s+\w+\s+up|not\s+telling\s+the\s+truth)\b"
)
_DISAGREES = re.compile(r"\b(?:disagree[sd]?|(?:do|does|did)(?:\s+not|n[’']t)\s+agree|beg(?:s|ged)\s+to\s+differ)(?=\s*[.,;:—–])")


def mark(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """Let `draft` dispute what another has said last before it, where it says that they are wrong or its speaker is said to disagree.

    One that says no more than that they are wrong is no claim of its own.
    """
    if draft.speaker is None or draft.anaphoric or not (found := _find(scene, draft, before)):
        return
    draft.disputes = found
    if _who(scene.text, draft):
        draft.stance, draft.anaphoric = "disputes", sum(e - b for b, e in draft.content) <= SHORT


def _find(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    who = _who(scene.text, draft)
    at = None if who else _disagreed(scene, draft)
    if who is None and at is None:
        return None
    near = [d for d in before[-30:] if d.content and _differs(d, draft) and 0 <= _apart(scene, d, draft) <= NEAR and not d.anaphoric]
    if who:
        return _last(d for d in near if is_of(scene, d, who))
    if at is None or any(d.speaker is draft.speaker and d.cue[0][0] > at for d in before[-30:]):
        return None
    return _last(d for d in near if d.cue[0][0] < at and d.stance in {"asserts", "denies", "disputes"})


def _last(found: Iterable[Draft]) -> Draft | None:
    return max(found, key=lambda d: d.cue[0][0], default=None)


def _apart(scene: Scene, d: Draft, draft: Draft) -> int:
    return scene.sentence_of(draft.cue[0][0]) - scene.sentence_of(d.cue[0][0])


def _differs(d: Draft, draft: Draft) -> bool:
    """Whether an earlier saying is another side’s, and not what `draft` stands in."""
    sides = {f for f in (d.speaker, d.on_behalf_of) if f} & {f for f in (draft.speaker, draft.on_behalf_of) if f}
    return d.speaker is not None and not sides and draft.inside is not d and d.inside is not draft


def _who(text: str, draft: Draft) -> Span | None:
    """The words for whom `draft` says to be wrong."""
    found = _WRONG.match(text, *draft.content[0]) or _OF_LYING.match(text, *draft.content[0])
    return found.span("who") if found else None


def is_of(scene: Scene, d: Draft, who: Span) -> bool:
    """Whether the speaker of `d` may be called by the words at `who`: by name, by a pronoun, or by the noun that they spoke by."""
    figure, word = d.speaker, scene.text[slice(*who)].lower()
    if figure is None:
        return False
    if word in pronouns.GENDERS:
        return figure.type == "Person" and figure.gender in {None, pronouns.GENDERS[word]}
    named = [f for b, e, f in scene.names(*who) if who[0] <= b and e <= who[1]]
    return figure in named or d.on_behalf_of in named if named else _is_called(scene, figure, d, who)


def _is_called(scene: Scene, figure: Figure, d: Draft, who: Span) -> bool:
    if not phrases.is_definite(scene.text, who):
        return False
    head = phrases.tokens(scene.text, who)[-1]
    return figure.has_role(head) or head in figure.words() or any(head in phrases.tokens(scene.text, s) for s in d.source)


def _disagreed(scene: Scene, draft: Draft) -> int | None:
    """Where it says that the speaker of `draft` disagrees, right before what they say."""
    begin = min(b for b, _ in (*draft.source, *draft.cue, *draft.content))
    here = scene.sentence_of(begin)
    start = scene.sentences[max(0, here - 1)].begin if scene.sentences else 0
    found = list(_DISAGREES.finditer(scene.text, max(start, begin - AHEAD), max(begin, draft.cue[0][0])))
    if not found or draft.speaker is None or scene.is_quoted(found[-1].start()):
        return None
    first = scene.sentence(found[-1].start())[0]
    subject = [f for m, f in scene.mentions(first, found[-1].start())]
    return found[-1].start() if draft.speaker in subject or any(first <= b < found[-1].start() for b, _ in draft.source) else None
