"""A figure that one side puts on what another has counted."""

from __future__ import annotations

import pytest

from kg.link import figures, numeric, within
from tests.link.articles import article

SIGNED = "4.2 million people had signed the petition"
MARCHED = "300 people had marched through the port"


@pytest.mark.parametrize(
    ("one", "cue", "other", "linked"),
    [
        (SIGNED, "put", "the number at no more than 3 million", True),
        (SIGNED, "put", "the number at at least 6 million", True),
        (SIGNED, "put", "the number at at least 4 million", False),
        (SIGNED, "put", "the number at about 4 million", False),
        (SIGNED, "put", "the number of villages at 3 million", False),
        (MARCHED, "put", "the figure at 1,200", True),
        (MARCHED, "said", "the true figure was in the thousands", True),
        (MARCHED, "put", "turnout at 1,200", True),
        (MARCHED, "put", "the toll at 1,200", False),
        (MARCHED, "put", "the cost at $1,200", False),
        (MARCHED, "claimed", "1,200", True),
        (MARCHED, "said", "fewer than 100 had done so", True),
        (MARCHED, "put", "the figure nationwide at 1,200", False),
        (MARCHED, "said", "the figure had risen to 1,200", False),
        (MARCHED, "said", "the figure was 1,200 by Friday", False),
        (MARCHED, "said", "12 of them had been beaten", False),
        ("up to 3,000 people had marched", "put", "the number at 2,500", False),
        ("the clean-up would cost $3 billion", "estimated", "the cost at $1.2 billion", True),
        ("the clean-up had cost $3 billion", "put", "it at $9 billion", True),
        ("the clean-up had cost $3 billion", "put", "it at €9 billion", False),
        ("the strike had cost it $8 million a day", "said", "the losses were a fraction of that", True),
        ("the strike had cost it $8 million a day", "said", "the true number was far lower", True),
        ("the strike had been called off", "said", "the losses were a fraction of that", False),
        ("40 percent of the village had agreed to move", "said", "it was a quarter at most", True),
        ("40 percent of the village had agreed to move", "put", "the number at 250", False),
        ("turnout was 62 percent", "said", "it was no more than 35 percent", True),
        ("45 people had died in the landslide", "put", "the toll at 80", True),
        ("45 people had been hurt in the landslide", "put", "the toll at 80", False),
        ("60 people, 12 of them children, had died", "put", "the toll at 60", False),
        ("between 10 and 15 shots had been fired", "said", "officers had fired three", True),
        ("25 pupils had been hurt", "said", "doctors had treated eight", False),
        ("prices had risen by 4 percent", "said", "wages had risen by 2 percent", False),
    ],
)
def test_find(one: str, cue: str, other: str, linked: bool) -> None:
    made = article(("Army", "said", one), ("Front", cue, other))
    assert bool([*figures.find(made), *numeric.find(made)]) is linked


def test_a_figure_is_of_what_was_counted_last() -> None:
    homes = ("Army", "said", "40 homes had burned down")
    assert not list(figures.find(article(("Union", "said", MARCHED), homes, ("Front", "put", "the number at 50"))))[1:]
    pairs = {(x.a, x.b) for x in figures.find(article(("Union", "said", MARCHED), homes, ("Front", "put", "the number at 50")))}
    assert pairs == {("a1", "a2")}


def test_a_third_figure_is_of_the_same() -> None:
    made = article(("Union", "said", MARCHED), ("Army", "put", "the number at 50"), ("Front", "put", "it at 900"))
    assert {(x.a, x.b) for x in figures.find(made)} == {("a0", "a1"), ("a1", "a2"), ("a0", "a2")}


def test_one_side_may_give_two_figures() -> None:
    assert not list(figures.find(article(("Union", "said", MARCHED), ("Union", "put", "the number at 50"))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people had been killed on Tuesday", "20 people had been killed on Friday"),
        ("12 people had been killed", "the toll had risen to 20"),
        ("40 rebels had been killed in the north", "120 rebels had been killed across the country"),
        ("60 people had died", "12 children had died"),
        ("the plant cost $3 billion", "the road cost $1 billion"),
        ("300 people had been arrested", "40 of those arrested had been beaten"),
    ],
)
def test_counts_of_another_time_place_or_thing(one: str, other: str) -> None:
    assert not [x for x in within(article(("Army", "said", one), ("Front", "said", other))) if x.relation == "contradicts"]


DIED = "31 people had died when shells fell on a market full of shoppers"


@pytest.mark.parametrize(
    ("one", "between", "other", "linked"),
    [
        (DIED, 8, "the death toll at 46", True),
        (DIED, 12, "the death toll at 46", False),
        (DIED, 8, "the death toll at 31", False),
        (f"at least {DIED}", 8, "the death toll at 46", False),
        (DIED, 8, "the number at 46", False),
        (f"{DIED} in 2015", 8, "the death toll at 46", False),
        ("31 people had been hurt", 8, "the death toll at 46", False),
    ],
)
def test_the_toll_is_of_the_dead_told_last(one: str, between: int, other: str, linked: bool) -> None:
    rain = [("", "", "It rained.")] * between
    assert bool(list(figures.find(article(("Army", "said", one), *rain, ("Front", "put", other))))) is linked
