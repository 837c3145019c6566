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


def test_one_side_may_use_both_words() -> None:
    made = article(("Council", "said", "the old crane is safe"), ("", "", "But later."), ("Council", "said", "the old crane is unsafe"))
    assert not list(antonym.find(made))


def test_every_pair_has_two_words() -> None:
    assert all(one and others and one not in others for one, others in antonym.opposites().items())
