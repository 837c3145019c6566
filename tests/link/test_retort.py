"""Sayings that answer others."""

from __future__ import annotations

import pytest

from kg.link import retort
from tests.link.articles import Line, article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (("Council", "said", "the bridge is safe"), ("Engineers", "disagreed", "with that"), True),
        (("Council", "said", "the bridge is safe"), ("Engineers", "fired back", "that no bridge so old is safe"), True),
        (("Council", "said", "the bridge is safe"), ("Engineers", "fired back", "that the mayor cannot count"), False),
        (("Council", "said", "the bridge is safe"), ("Engineers", "said", "few would disagree"), False),
        (("Council", "said", "the bridge is safe"), ("Council", "disagreed", "with that"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(retort.find(article(one, other)))) is linked
