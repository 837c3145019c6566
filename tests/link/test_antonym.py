"""Words of opposite meaning."""

from __future__ import annotations

import pytest

from kg.link import antonym
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "writer", "other", "linked"),
    [
        ("the old harbor crane is safe", "But others differ.", "the old harbor crane is unsafe", True),
        ("loans at the library fell sharply", "However, there is a ledger.", "loans at the library rose sharply", True),
        ("the old harbor crane is safe", "It rained.", "the market is unsafe", False),
        ("the old harbor crane is safe", "But others agree.", "the old harbor crane is not unsafe", False),
        ("the old harbor crane is safe", "But others agree.", "the old harbor crane is safe", False),
    ],
)
def test_find(one: str, writer: str, other: str, linked: bool) -> None:
    made = article(("Council", "said", one), ("", "", writer), ("Union", "said", other))
    assert bool(list(antonym.find(made))) is linked


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("the toll will rise", "the toll will fall", True),
        ("that unemployment in Selm rose to 4 percent", "that unemployment in Selm fell to 4 percent", True),
        ("the drug lowers the risk of a stroke", "the drug raises the risk of a stroke", True),
        ("the mill made a profit", "that the mill had made a loss", True),
        ("the bill was passed", "the bill had been rejected", True),
        ("the toll will rise", "the toll has fallen", False),
        ("the toll rose", "the toll could fall", False),
        ("the toll rose in May", "the toll fell in June", False),
        ("wages rose", "prices fell", False),
        ("the toll rose last year", "the toll fell at the mill", False),
        ("the toll did not rise", "the toll did not fall", False),
        ("it rose", "it fell", False),
        ("either you win or I lose", "either you win or I lose", False),
        ("the toll rose", "the toll had later fallen", False),
    ],
)
def test_the_same_but_for_the_opposites(one: str, other: str, linked: bool) -> None:
    assert bool(list(antonym.find(article(("Council", "said", one), ("Union", "said", other), Selm="Place")))) is linked


def test_they_stand_next_to_each_other() -> None:
    apart = article(("Council", "said", "the toll will rise"), ("", "", "It rained."), ("Union", "said", "the toll will fall"))
    assert not list(antonym.find(apart))


def test_one_side_may_use_both_words() -> None:
    made = article(("Council", "said", "the old crane is safe"), ("", "", "But later."), ("Council", "said", "the old crane is unsafe"))
    assert not list(antonym.find(made))


def test_every_pair_has_two_words() -> None:
    assert all(one and others and one not in others for one, others in antonym.opposites().items())
