"""Whether what a decision says is right can be in a text at all: one that cannot is never applied."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import InputError
from kg.model import Spans
from kg.review.decision import Decision


def refuse_unfit(decision: Decision, text: str) -> None:
    """Raise `InputError` for a decision about `text` that corrects something to what is not in it."""
    for problem in _problems(decision, len(text)):
        raise InputError(problem)


def is_fit(decision: Decision, text: str) -> bool:
    """Whether a decision about `text` can be applied to it."""
    return not any(_problems(decision, len(text)))


def corrects(decision: Decision) -> bool:
    """Whether a decision, of whatever verdict that leaves something, says what is right instead."""
    parts = (decision.source, decision.cue, decision.content, decision.speaker, decision.on_behalf_of)
    return decision.verdict in ("accepted", "corrected") and any(part is not None for part in parts)


def _problems(decision: Decision, size: int) -> Iterator[str]:
    if not corrects(decision):
        return
    if decision.content == ():
        yield "an attribution without content is none: reject it"
    for part, spans in _spans(decision):
        yield from (f"the right {part} is {b}-{e}, not within a text of {size} characters" for b, e in spans if not 0 <= b < e <= size)


def _spans(decision: Decision) -> Iterator[tuple[str, Spans]]:
    yield from ((part, getattr(decision, part) or ()) for part in ("source", "cue", "content"))
    parties = (("speaker", decision.speaker), ("on_behalf_of", decision.on_behalf_of))
    yield from ((part.replace("_", " "), (party.mention,)) for part, party in parties if party and party.mention)
