"""Two sayings about the same, of which one denies."""

from __future__ import annotations

import pytest

from kg.link import subject
from tests.link.articles import Line, article

NOT: Line = ("Army", "said", "its drones had not flown because of fog")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (NOT, ("Front", "said", "that drones had circled above the road for an hour"), True),
        (("Mine", "said", "its sensors had shown no gas"), ("Front", "said", "that the sensors had been out of order"), True),
        (NOT, ("Front", "said", "that drones had not been seen"), False),
        (NOT, ("Front", "said", "that trucks had circled above the road"), False),
        (NOT, ("Army", "said", "that drones had circled above the road"), False),
        (NOT, ("Front", "said", "they had circled above the road"), False),
        (NOT, ("Front", "hoped", "that drones had circled above the road"), False),
        (NOT, ("Front", "said", "that drones might have circled above the road"), False),
        (NOT, ("Front", "confirmed", "that drones had circled above the road"), False),
        (("Army", "said", "Selm had not been taken"), ("Front", "said", "Selm had been shelled"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(subject.find(article(one, other, Selm="Place")))) is linked


def test_one_further_off_is_no_answer() -> None:
    rain: Line = ("", "", "It rained.")
    other: Line = ("Front", "said", "that drones had circled above the road for an hour")
    assert not list(subject.find(article(NOT, rain, other)))
