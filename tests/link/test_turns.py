"""Articles told in turns, each side's account and at once the other's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import turns
from kg.model import Extraction, Link
from tests.link.articles import Line, article

DISPUTED: tuple[Line, ...] = (
    ("Union", "said", "six of the nine ovens were cold"),
    ("Mill", "denied", "that six of the nine ovens were cold"),
)
REST: tuple[Line, ...] = (
    ("Union", "said", "the gates had been locked at noon"),
    ("Mill", "said", "nobody had been kept out"),
    *(line for n in range(5) for line in (("Union", "said", f"it wanted shift {n} paid"), ("Mill", "hoped", f"that shift {n} would end"))),
)
KNOWN = Link("a0", "a1", "contradicts", "explicit", "known/1", 0.9)


def _found(made: Extraction, *known: Link) -> list[tuple[str, str]]:
    return [(x.a, x.b) for x in turns.find(made, known)]


def test_the_second_answers_the_first() -> None:
    found = {(x.a, x.b): x for x in turns.find(article(*DISPUTED, *REST), [KNOWN])}
    answer = found["a2", "a3"]
    assert answer.rule == turns.RULE
    assert 0.6 < answer.score < 0.9
    assert not [two for two in found if max(int(one[1:]) for one in two) > 4], "what somebody wants or hopes answers nothing"


@pytest.mark.parametrize(
    "made",
    [
        article(*DISPUTED, *REST[:8]),
        article(*DISPUTED, *REST, *(("Union", "said", f"hall {n} was full of smoke") for n in range(14))),
        article(*DISPUTED, REST[0], ("Mill", "also said", "it would plant more trees"), *REST[2:]),
        article(*DISPUTED, REST[0], ("", "", "Rain fell."), ("", "", "It was cold."), *REST[1:]),
    ],
    ids=["few turns", "not in turns", "another thing", "too far"],
)
def test_no_answer(made: Extraction) -> None:
    assert ("a2", "a3") not in _found(made, KNOWN)


def test_speakers_must_be_known_to_disagree() -> None:
    calm = article(("Union", "said", "it had rained"), ("Mill", "said", "it was cold"), *REST)
    assert _found(calm) == []
    assert ("a2", "a3") in _found(calm, KNOWN)
    assert _found(calm, replace(KNOWN, score=0.3)) == []


def test_known_pairs_are_not_linked_again() -> None:
    assert ("a2", "a3") not in _found(article(*DISPUTED, *REST), KNOWN, replace(KNOWN, a="a2", b="a3"))


def test_two_foes_of_one_are_allies() -> None:
    lines = (*DISPUTED, ("Board", "denied", "that the mill was shut"), *REST)
    apart = _found(article(*lines), KNOWN)
    allied = _found(article(*lines), KNOWN, replace(KNOWN, a="a1", b="a2"))
    assert ("a3", "a4") in apart
    assert ("a3", "a4") in allied
    assert ("a2", "a3") not in allied
