"""Rival accounts in articles of our own must not be told worse than before."""

from __future__ import annotations

import json

import pytest

import kg
from evals.contradiction import rival
from evals.contradiction.pairs import HERE
from evals.contradiction.rival import Item, Rival, Tally, score
from kg.errors import InputError
from kg.loaders.text import from_text
from tests.link.articles import article

KEPT = json.loads((HERE / "affairs.json").read_text("utf-8"))
SLACK = 3  # pairs of a half that may flip as the reading under them changes


def test_no_worse_than_the_baseline() -> None:
    tallies = dict.fromkeys(rival.HALVES, Tally())
    for one in rival.load():
        tallies[one.half] += score(one, kg.extract(from_text(one.text, doc=one.name)))
    for half, now in tallies.items():
        kept = KEPT[half]
        assert now.found >= kept["found"] - SLACK, f"{half}: {now}; {kept['found']} were found"
        assert now.linked - now.right <= kept["wrong"] + SLACK, f"{half}: {now}; {kept['wrong']} were wrong"
        assert now.tempting <= kept["tempting"] + 1, f"{half}: {now}"


ONE = article(("Mill", "said", "the dam held"), ("Union", "denied", "that the dam held well"), disputes={1: 0})
HELD, DENIED = (c.content[0] for c in ONE.claims)


@pytest.mark.parametrize(
    ("kind", "places", "expected"),
    [
        ("disputes", (HELD, DENIED), Tally(1, 1, 1, 1, 0)),
        ("contradicts", (DENIED, HELD), Tally(1, 1, 1, 1, 0)),
        ("arguable", (HELD, DENIED), Tally(0, 0, 1, 1, 0)),
        ("neither", (HELD, DENIED), Tally(0, 0, 0, 1, 1)),
        ("contradicts", (HELD, HELD), Tally(0, 1, 0, 1, 0)),
    ],
)
def test_score(kind: str, places: tuple[tuple[int, int], tuple[int, int]], expected: Tally) -> None:
    assert score(Rival("01", ONE.article.text, (Item(kind, (places,), ""),)), ONE) == expected


def test_words_of_the_gold_stand_in_the_text_once() -> None:
    with pytest.raises(InputError, match="stands 2 times"):
        rival._place("01", "the dam, the dam", "the dam")
    for one in rival.load():
        assert {i.kind for i in one.items} >= {"contradicts", "neither"}, one.name
        assert one.half in rival.HALVES


def test_halves_are_of_one_size() -> None:
    halves = [one.half for one in rival.load()]
    assert halves.count("odd") == halves.count("even") == halves.count("kept") == 20
    assert halves.count("looked") == 10
