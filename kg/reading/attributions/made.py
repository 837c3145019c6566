"""From the attributions that were read to drafts: whose source is shared, what is none, and which stands within which."""

from __future__ import annotations

from kg.model import Span
from kg.reading.attributions import anaphora, coordinate, cues, patients, subjects, unasserted
from kg.reading.attributions.drafts import Draft, words_of
from kg.reading.network.frames import Frame
from kg.reading.properties import stance
from kg.reading.text import quotes

NEAR = 40  # attributions before and after, by their cues, among which one may hold another


def drafts(text: str, frames: list[tuple[Frame, str]], borders: list[Span]) -> list[Draft]:
    """Drafts of frames with what read each, in the order of their cues."""
    made = [Draft(f.source, f.cue, f.content, round(f.score, 3), by) for f, by in sorted(frames, key=lambda f: f[0].cue)]
    subjects.find(text, made, borders)
    patients.find(text, made)
    coordinate.share(text, made, borders)
    made = [d for d in coordinate.distinct(made) if cues.is_believed(text, d)]
    made = [d for d in made if not unasserted.is_unasserted(text, d, coordinate.home(d, borders) or d.cue[0])]
    for d in made:
        d.content = tuple(quotes.closed(text, s) for s in d.content)
    for i, d in enumerate(made):
        content = d.words(text)
        d.anaphoric = anaphora.is_anaphoric(content)
        d.stance = stance.stance(f"not {words_of(text, d.cue)}" if cues.is_neither(text, d) else words_of(text, d.cue), content)
        if d.stance == "asserts":
            d.stance = anaphora.refutation(content) or d.stance
        begin, end = d.cue[0]
        around = [o for o in made[max(0, i - NEAR) : i + NEAR + 1] for b, e in o.content if b <= begin and end <= e and o is not d]
        d.inside = min(around, key=lambda o: sum(e - b for b, e in o.content), default=None)
    return made
