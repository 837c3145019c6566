"""Label scores to spans."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.network.decode import Floats, Run, all_paths, best_paths, bio, by_word, softmax


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ([0, 1, 2, 0, 1], [(1, 2, 0), (4, 4, 0)]),
        ([1, 1, 2], [(0, 0, 0), (1, 2, 0)]),
        ([3, 4, 2], [(0, 1, 1), (2, 2, 0)]),
        ([2, 2], [(0, 1, 0)]),
        ([0, 0], []),
    ],
)
def test_bio(labels: list[int], runs: list[Run]) -> None:
    assert bio(np.array(labels)) == runs


def test_softmax_sums_to_one_for_large_scores() -> None:
    assert softmax(np.array([[1e4, 0, -1e4]], np.float32)).sum() == pytest.approx(1)


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_an_inside_always_follows_its_own_begin_or_inside(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(3, size, 5)).astype(np.float32)
    for path in best_paths(scores, 0.5).tolist():
        for before, label in zip([0, *path], path, strict=False):
            assert label in {0, 1, 3} or before in {label, label - 1}


def _allowed(labels: tuple[int, ...]) -> bool:
    return all(b in {0, 1, 3} or a in {b, b - 1} for a, b in zip((0, *labels), labels, strict=False))


def _worth(scores: Floats, labels: tuple[int, ...], new_span: float) -> float:
    return sum(float(scores[t, k]) - new_span * (k % 2) for t, k in enumerate(labels))


@given(st.integers(1, 5), st.integers(0, 10_000), st.sampled_from([0.0, 0.7]))
def test_the_best_path_is_the_best_of_all(size: int, seed: int, new_span: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, size, 5)).astype(np.float32)
    best = max(filter(_allowed, product(range(5), repeat=size)), key=lambda labels: _worth(scores[0], labels, new_span))
    assert best_paths(scores, new_span)[0].tolist() == list(best)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=5), st.integers(0, 10_000))
def test_paths_found_together_are_those_found_apart(shapes: list[tuple[int, int]], seed: int) -> None:
    parts = [np.random.default_rng(seed).normal(size=(n, size, 5)).astype(np.float32) for n, size in shapes]
    together = [path.tolist() for path in all_paths(parts, 0.5)]
    assert together == [best_paths(part, 0.5).tolist() for part in parts]


def test_a_costly_begin_joins_fragments() -> None:
    # Begin, then an unsure gap, then inside or begin: one span when a second begin costs more than the gap.
    outside, begin, inside = [-0.7, -9, -0.7], [-5, -0.1, -5], [-5, -0.9, -0.9]
    scores = np.array([[begin, outside, inside]], np.float32)
    assert bio(best_paths(scores, 2.0)[0]) == [(0, 2, 0)]


def test_a_word_begins_in_its_first_piece() -> None:
    scores = np.log(np.array([[[0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.8, 0.1, 0.1]]], np.float32))
    words = by_word(scores, np.array([0, 2], np.int32))
    assert words.shape == (1, 2, 3)
    assert np.exp(words[0, 0]).tolist() == pytest.approx([0.01, 0.64, 0.08])
    assert bio(best_paths(words, 0.0)[0]) == [(0, 0, 0)]
