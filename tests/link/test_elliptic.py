"""Answers that leave out what they answer."""

from __future__ import annotations

import pytest

from kg.link import elliptic
from tests.link.articles import Line, article

SHELLS: Line = ("Council", "said", "that shells had been found in the yard")
NOISE: Line = ("Council", "said", "that the yard had not been searched")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (SHELLS, "that they had seen none", True),
        (SHELLS, "there were none", True),
        (SHELLS, "that they were not", True),
        (SHELLS, "that the yard had not", True),
        (SHELLS, "that nothing of the kind had been found", True),
        (SHELLS, "that no such shells existed", True),
        (SHELLS, "it had received no such report", True),
        (SHELLS, "it had not heard of any such shells", True),
        (NOISE, "that it had", True),
        (NOISE, "it was", True),
        (("Council", "denies", "that the yards were searched"), "they were", True),
        (("Council", "denies", "that she had been told"), "she had", True),
        (("Council", "denies", "that the yard had burned"), "it had", True),
        (("Council", "denies", "that the yards were searched"), "she was", False),
        (("Council", "denies", "that the yard was searched"), "they were", False),
        (("Council", "denies", "that he had left early"), "they had", False),
        (("Council", "denies", "that the yard was searched"), "it was not", False),
        (("Council", "opposed", "an early start"), "that they did not", False),
        (SHELLS, "that they were", False),
        (NOISE, "that it had not", False),
        (SHELLS, "that there was no such thing as a clean war", False),
        (SHELLS, "that they had not slept", False),
        (SHELLS, "that none of the workers had been paid", False),
        (("Council", "said", "that 60 percent had voted"), "that they had not", False),
        (("Union", "said", "that shells had been found in the yard"), "that they were not", False),
    ],
)
def test_find(one: Line, other: str, linked: bool) -> None:
    assert bool(list(elliptic.find(article(one, ("Union", "said", other))))) is linked


@pytest.mark.parametrize(("between", "other", "linked"), [(2, "no such shells existed", True), (2, "there were none", False)])
def test_one_farther_off_is_answered_by_a_word_of_it(between: int, other: str, linked: bool) -> None:
    lines: list[Line] = [SHELLS, *[("", "", "It rained.")] * between, ("Union", "said", other)]
    assert bool(list(elliptic.find(article(*lines)))) is linked


@pytest.mark.parametrize(("cue", "linked"), [("tell us", True), ("shouted back", True), ("replied", True), ("hoped", False)])
def test_how_it_is_answered(cue: str, linked: bool) -> None:
    assert bool(list(elliptic.find(article(SHELLS, ("Locals", cue, "there were none"))))) is linked
