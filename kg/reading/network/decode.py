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


def merged(scores: Floats) -> Floats:
    """Scores of outside, begin and inside (pieces, 3) from those of BIO codes of any number of types (pieces, labels)."""
    types = [np.logaddexp.reduce(scores[:, first::2], axis=-1) for first in (1, 2)]
    out: Floats = np.stack([scores[:, 0], *types], -1)
    return out


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
    scores = scores.transpose(1, 0, 2).copy()
    scores[:, :, 1::2] -= new_span
    scores[0, :, 2::2] -= 1e4
    free, begins, insides = scores[:, :, 0], scores[:, :, 1::2], scores[:, :, 2::2]
    for t in range(1, len(scores)):
        best = scores[t - 1].max(1)
        free[t] += best
        begins[t] += best[:, None]
        insides[t] += np.maximum(begins[t - 1], insides[t - 1])
    return _traced(scores)


def _traced(totals: Floats) -> NDArray[np.int64]:
    """The paths that lead to `totals` (pieces, sequences, labels)."""
    size, n, labels = totals.shape
    before = np.repeat(totals.argmax(2)[:, :, None], labels, 2)  # for each label of the next piece the one that led to it
    before[:, :, 2::2] = np.arange(1, labels, 2) + (totals[:, :, 2::2] > totals[:, :, 1::2])
    path, rows = np.zeros((size, n), np.int64), np.arange(n)
    path[-1] = totals[-1].argmax(1)
    for t in range(size - 1, 0, -1):
        path[t - 1] = before[t - 1, rows, path[t]]
    return path.T


def all_paths(parts: list[Floats], new_span: float) -> list[NDArray[np.int64]]:
    """`best_paths` of several (sequences, pieces, labels) at once, which need not be of one length."""
    if not parts:
        return []
    longest, ends = max(p.shape[1] for p in parts), np.cumsum([len(p) for p in parts])
    whole = np.full((ends[-1], longest, parts[0].shape[2]), -1e4, np.float32)
    whole[:, :, 0] = 0
    for part, end in zip(parts, ends.tolist(), strict=True):
        whole[end - len(part) : end, : part.shape[1]] = part
    paths = best_paths(whole, new_span)
    return [paths[end - len(part) : end, : part.shape[1]] for part, end in zip(parts, ends.tolist(), strict=True)]
