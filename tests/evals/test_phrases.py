from __future__ import annotations

import pytest

from evals.phrases import near, only, places
from kg.errors import InputError

TEXT = "He said the mayor left. She said he stayed. The others said nothing."


def test_places_are_at_word_boundaries() -> None:
    assert places(TEXT, "he") == [(33, 35)]
    assert [begin for begin, _ in places(TEXT, "said")] == [3, 28, 55]


def test_only_wants_one_place_or_a_number() -> None:
    assert only(TEXT, "the mayor left") == (8, 22)
    assert only(TEXT, "said#2") == (28, 32)
    for phrase in ("said", "said#4", "the mayor left#2", "nobody"):
        with pytest.raises(InputError, match="in the text"):
            only(TEXT, phrase)


def test_near_takes_the_closest_place_outside_what_is_taken() -> None:
    assert near(TEXT, "said", ((35, 41),), ()) == (28, 32)
    assert near(TEXT, "said", ((35, 41),), ((24, 41),)) == (55, 59)
    assert near(TEXT, "said#1", ((35, 41),), ()) == (3, 7)
    with pytest.raises(InputError, match="nowhere"):
        near(TEXT, "he", (), ((30, 36),))
