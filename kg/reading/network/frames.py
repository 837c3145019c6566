"""What the model reads: names and attribution frames, and the settings under which scores become frames."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Span, Spans


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the model read it: span, one of the labels' types, probability."""

    begin: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution as the model read it; `score` is the product of the mean probabilities of its parts."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Decode:
    """How scores become frames, set on development articles by training/tune.py and kept beside the weights.

    `new_span`: what beginning a span costs; `cue_bias`: taken off the score of "no cue"; `least`: frames that score less are dropped,
    `least_inner`: the same for those inside the content of another, `least_speech`: for those with a source and a verb of speech;
    `slope`, `offset`: from the logit of a frame's score to the logit of the chance that it is right.
    """

    new_span: float = 1.0
    cue_bias: float = 0.0
    least: float = 0.0
    least_inner: float = 0.0
    least_speech: float = 1.0
    slope: float = 1.0
    offset: float = 0.0

    def calibrated(self, score: float) -> float:
        """The chance that a frame of this score is right."""
        raw = min(max(score, 1e-4), 1 - 1e-4)
        return 1 / (1 + math.exp(-self.slope * math.log(raw / (1 - raw)) - self.offset))


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span has a character in common with one of `others`."""
    return any(begin < span[1] and span[0] < end for begin, end in others)
