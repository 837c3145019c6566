"""Damaged readings of a small article, with the figures worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from evals.gold import Gold, GoldAttribution, GoldEntity
from evals.misses import lines
from evals.phrases import only
from evals.score import article
from evals.tally import Count
from kg.model import Spans

from .perfect import prediction

TEXT = "Ann Lee said on X that it rained all day. Bo Ray denied that, saying it was dry. Rumors of hail spread. Share Print"


def at(*phrases: str) -> Spans:
    return tuple(only(TEXT, phrase) for phrase in phrases)


RAIN = GoldAttribution(
    "a1",
    at("Ann Lee"),
    at("said"),
    at("that it rained all day"),
    "Ann Lee",
    "Met",
    None,
    "indirect",
    "asserts",
    medium="X",
    said_from="2024-01-01",
)
DENIAL = GoldAttribution("a2", at("Bo Ray"), at("denied"), at("that#2"), "Bo Ray", manner="indirect", stance="denies", disputes="a1")
DRY = GoldAttribution("a3", at("Bo Ray"), at("saying"), at("it was dry"), "Bo Ray", manner="indirect", stance="asserts")
HAIL = GoldAttribution("a4", (), at("Rumors"), at("of hail"), manner="indirect", stance="asserts")
GOLD = Gold(
    "rain",
    TEXT,
    attributions=(RAIN, DENIAL, DRY, HAIL),
    entities=(
        GoldEntity("Ann Lee", "Person", ("Ann",), (("forecaster", "Met"),)),
        GoldEntity("Bo Ray", "Person"),
        GoldEntity("Met", "Organization"),
    ),
    contradictions=(("a1", "a3"),),
    bases=("explicit",),
    not_contradictions=(("a3", "a4"),),
    boilerplate=at("Share Print"),
)
Reading = dict[str, Any]


@pytest.fixture
def reading() -> Reading:
    return prediction(GOLD)


def test_a_missing_attribution_costs_recall(reading: Reading) -> None:
    del reading["attributions"][3]
    score = article(GOLD, reading)
    assert score["attribution"] == Count(3, 3, 3, 4)
    assert score["source"] == Count(3, 3, 3, 3)
    assert score["indirect"] == Count(3, 3, 3, 4)
    assert [line for line in lines(GOLD, reading) if "MISSED" in line] == ["MISSED a4  | Rumors | of hail"]


def test_an_extra_attribution_costs_precision(reading: Reading) -> None:
    extra = {"id": "x", "source": [], "cue": [list(*at("spread"))], "content": [list(*at("hail"))]}
    reading["attributions"].append(extra)
    assert article(GOLD, reading)["attribution"] == Count(4, 5, 4, 4)


def test_content_counts_from_half_of_the_words(reading: Reading) -> None:
    reading["attributions"][0]["content"] = [list(*at("that it"))]  # 2 of 5 words: F1 = 4/7
    score = article(GOLD, reading)
    assert (score["attribution"], score["exact"], score["content="]) == (Count(4, 4, 4, 4), Count(3, 4, 3, 4), Count(3, 4, 3, 4))
    reading["attributions"][0]["content"] = [list(*at("day"))]  # 1 of 5: F1 = 1/3
    score = article(GOLD, reading)
    assert (score["attribution"], score["content"]) == (Count(3, 4, 3, 4), Count(4, 4, 4, 4))
    assert score["speaker, of matched"] == Count(3, 3, 3, 3)
    assert score["speaker, of all"] == Count(3, 4, 3, 4)


def test_a_wrong_source_is_no_attribution_but_a_match(reading: Reading) -> None:
    reading["attributions"][0]["source"] = [list(*at("X"))]
    score = article(GOLD, reading)
    assert (score["attribution"], score["source"], score["speaker, of matched"]) == (
        Count(3, 4, 3, 4),
        Count(2, 3, 2, 3),
        Count(4, 4, 4, 4),
    )


def test_core_cues_leave_out_other_cues(reading: Reading) -> None:
    del reading["attributions"][0]
    assert article(GOLD, reading)["core cues"] == Count(2, 2, 2, 3)


def test_a_wrong_speaker_and_labels(reading: Reading) -> None:
    first = reading["attributions"][0]
    first |= {"speaker": "e1", "on_behalf_of": None, "manner": "direct", "stance": "denies", "medium": "on X", "said_from": None}
    reading["attributions"][1]["disputes"] = None
    score = article(GOLD, reading)
    assert score["speaker, of all"] == Count(3, 4, 3, 4)
    assert score["on behalf of"] == Count(0, 0, 0, 1)
    assert (score["manner"], score["stance"]) == (Count(3, 4, 3, 4), Count(3, 4, 3, 4))
    assert (score["medium"], score["said time"]) == (Count(1, 1, 1, 1), Count(0, 0, 0, 1))
    assert score["disputes"] == Count(0, 0, 0, 1)
    assert "SPEAKER a1 'Bo Ray', not 'Ann Lee'" in lines(GOLD, reading)


def test_entities(reading: Reading) -> None:
    ann, bo, met = reading["entities"]
    ann["mentions"] = ann["mentions"][:1]
    bo["type"] = "Place"
    met["type"] = "Group"
    score = article(GOLD, reading)
    assert score["entities"] == Count(2, 3, 2, 3)
    assert (score["entities, Person"], score["entities, Place"]) == (Count(1, 1, 1, 2), Count(0, 1, 0, 0))
    assert score["entities, Organization"] == Count(1, 1, 1, 1)
    assert (score["aliases"], score["entities with all aliases"]) == (Count(0, 1, 0, 1), Count(1, 3, 1, 3))
    assert score["roles"] == Count(1, 1, 1, 1)


def test_contradictions(reading: Reading) -> None:
    assert article(GOLD, reading)["basis, of those found"] == Count(1, 1, 1, 1)
    reading["relations"] = [{"a": a, "b": b, "relation": "contradicts"} for a, b in (("a3", "a1"), ("a2", "a1"), ("a4", "a3"))]
    score = article(GOLD, reading)
    assert score["contradictions"] == Count(1, 2, 1, 1), "a2–a1 is a dispute: it counts neither way"
    assert score["basis, of those found"] == Count(0, 1, 0, 1)
    assert score["tempting pairs wrongly linked"].bad == 1
    assert "CONTRADICTION wrong: a3 – a4" in lines(GOLD, reading)


def test_boilerplate(reading: Reading) -> None:
    begin, end = GOLD.boilerplate[0]
    reading["sentences"] = [[0, begin], [begin + 2, end]]
    assert article(GOLD, reading)["boilerplate touched"].bad == 1


def test_ignored_text_counts_neither_way(reading: Reading) -> None:
    gold = Gold("rain", TEXT, attributions=(HAIL,), ignored=((0, only(TEXT, "Rumors")[0]),))
    assert article(gold, reading)["attribution"] == Count(1, 1, 1, 1)
