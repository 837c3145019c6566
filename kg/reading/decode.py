"""Label scores to spans."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out


Run: TypeAlias = tuple[int, int, int]  # first and last piece, type


def bio(labels: NDArray[np.int64]) -> list[Run]:
    """Runs of BIO codes (0 outside, 2k+1 begin, 2k+2 inside type k), last piece inclusive; an inside without its begin begins one."""
    found: list[Run] = []
    for i in np.flatnonzero(labels).tolist():
        kind, inside = divmod(int(labels[i]) - 1, 2)
        if inside and found and found[-1][1] == i - 1 and found[-1][2] == kind:
            found[-1] = (found[-1][0], i, kind)
        else:
            found.append((i, i, kind))
    return found


def by_word(scores: Floats, starts: NDArray[np.int32]) -> Floats:
    """Log scores of pieces (sequences, pieces, labels) summed to words (sequences, words, labels).

    A word that begins a span does so in its first piece, and the others are inside.
    """
    words: Floats = np.add.reduceat(scores, starts, axis=1)
    words[..., 1::2] = words[..., 2::2] + scores[:, starts, 1::2] - scores[:, starts, 2::2]
    return words


def best_paths(scores: Floats, new_span: float) -> NDArray[np.int64]:
    """Viterbi: for (sequences, pieces, labels) of log scores the best BIO codes (sequences, pieces).

    An inside follows its own begin or inside only, and each begin costs `new_span`: fewer, longer spans.
    """
    n, size, labels = scores.shape
    change = np.zeros((labels, labels), np.float32)  # from, to
    change[:, 1::2] -= new_span
    for inside in range(2, labels, 2):
        change[[k for k in range(labels) if k not in {inside - 1, inside}], inside] = -1e4
    back = np.zeros((size, n, labels), np.int8)
    total = scores[:, 0] + change[0]
    for t in range(1, size):
        step = total[:, :, None] + change
        back[t] = step.argmax(1)
        total = step.max(1) + scores[:, t]
    path = np.zeros((n, size), np.int64)
    path[:, -1] = total.argmax(-1)
    for t in range(size - 1, 0, -1):
        path[:, t - 1] = back[t, np.arange(n), path[:, t]]
    return path
