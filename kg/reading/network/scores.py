"""What the graphs say of one window, and how runs of its pieces become spans."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.model import Span
from kg.reading.network.decode import Floats, Run, bio, softmax
from kg.reading.network.frames import Frame
from kg.reading.network.pieces import Pieces, word_starts


@dataclass(frozen=True)
class Words:
    """Where the words of a window begin and end, as indices of pieces."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    @classmethod
    def of(cls, p: Pieces) -> Words:
        """The words of one window."""
        starts = word_starts(p)
        return cls(starts, np.append(starts[1:], len(p)) - 1)

    def runs(self, path: NDArray[np.int64]) -> list[Run]:
        """Labels of words as runs of pieces."""
        return [(int(self.starts[f]), int(self.ends[last]), k) for f, last, k in bio(path)]


@dataclass(frozen=True)
class Scores:
    """What the graphs say of one window: probabilities of names and scores of cues (pieces, labels), the cues, and for each of them
    probabilities of roles (cues, pieces, labels)."""

    pieces: Pieces
    words: Words
    names: Floats
    cue_scores: Floats
    cues: list[Run]
    roles: Floats

    def certain(self, index: int) -> float:
        """Mean probability, over a cue's pieces, that they are of a cue."""
        first, last, _ = self.cues[index]
        return 1 - float(softmax(self.cue_scores[first : last + 1])[:, 0].mean())

    def inner(self, index: int) -> bool:
        """Whether a cue is rather that of an attribution inside the content of another."""
        first, last, _ = self.cues[index]
        chances = softmax(self.cue_scores[first : last + 1]).sum(0)
        return bool(chances[3:].sum() > chances[1:3].sum())


class Means:
    """Mean probability, over a run's pieces, that they are of its type; from (pieces, labels)."""

    def __init__(self, scores: Floats) -> None:
        self._sums = np.pad((scores[:, 1::2] + scores[:, 2::2]).cumsum(0, dtype=np.float64), ((1, 0), (0, 0))).tolist()

    def __call__(self, run: Run) -> float:
        """The mean over the pieces of `run`."""
        first, last, kind = run
        return float((self._sums[last + 1][kind] - self._sums[first][kind]) / (last + 1 - first))


def frame(w: Scores, index: int, runs: list[Run]) -> Frame | None:
    """The frame of a window's cue `index` from the runs of its roles, or None without content."""
    content = [r for r in runs if r[2] == 1]
    if not content:
        return None
    mean = Means(w.roles[index])
    source = max((r for r in runs if r[2] == 0), key=lambda r: mean(r) * (r[1] - r[0] + 1), default=None)
    parts = [mean(r) for r in (*content, *([source] if source else ()))]
    return Frame(
        source=(span(w.pieces, source[:2]),) if source else (),
        cue=(span(w.pieces, w.cues[index][:2]),),
        content=tuple(span(w.pieces, r[:2]) for r in content),
        score=w.certain(index) * math.prod(parts) ** (1 / len(parts)),
    )


def span(p: Pieces, run: tuple[int, int]) -> Span:
    """The characters of a run of pieces."""
    return int(p.begin[run[0]]), int(p.end[run[1]])
