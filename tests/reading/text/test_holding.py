"""A quick look for words: which spans hold them, and that no rule finds less for it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import kg
from kg.reading.text.holding import holding, matches

GOLD = sorted((Path(__file__).parents[2] / "gold").glob("*.txt"))


@pytest.mark.parametrize(
    ("stems", "found"),
    [
        (["deni"], [0]),
        (["DENI".lower(), "claim"], [0, 2]),
        (["claim", "claims"], [2]),
        (["rumo", "ort"], [1]),
        (["nothing"], []),
        ([], []),
    ],
)
def test_spans_that_hold_a_stem(stems: list[str], found: list[int]) -> None:
    text = "Hale DENIED it. A report came. The claims stood."
    spans = [(0, 15), (16, 30), (31, 48)]
    assert holding(text, spans, stems) == [spans[i] for i in found]


def test_spans_may_lie_within_each_other() -> None:
    text = "He said that she said so."
    spans = [(0, 25), (8, 25), (8, 16)]
    assert holding(text, spans, ["said"]) == [(0, 25), (8, 25)]


def test_where_small_letters_are_more_than_capitals_all_spans_may_hold_it() -> None:
    text = "İzmir denied it. It rained."
    assert holding(text, [(0, 16), (17, 27)], ["deni"]) == [(0, 16), (17, 27)]


def test_a_pattern_is_tried_where_one_of_its_own_stems_is() -> None:
    text = "Hale denied it. The claims stood. He denied claims."
    spans = [(0, 15), (16, 33), (34, 51)]
    denied, claims = re.compile(r"\b\w+ied\b"), re.compile(r"\bclaims\b")
    found = [(span, m.group()) for span, m in matches(text, spans, {denied: ("deni",), claims: ("claim",)})]
    assert found == [(spans[0], "denied"), (spans[1], "claims"), (spans[2], "denied"), (spans[2], "claims")]
    assert not list(matches(text, spans, {denied: ("stood",), claims: ("deni?",)}))


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_no_rule_finds_less_for_the_quick_look(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text("utf-8")
    found = kg.extract(text)
    looks = {"holding": holding, "matches": matches}
    known = [vars(m) for name, m in sys.modules.items() if name.startswith("kg.reading.")]
    asking = [there for there in known if any(there.get(name) is look for name, look in looks.items())]
    assert len(asking) > 10
    for there in (there for there in asking if "holding" in there):
        monkeypatch.setitem(there, "holding", lambda _text, spans, _stems: list(spans))
    assert kg.extract(text) == found
