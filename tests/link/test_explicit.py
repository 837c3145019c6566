"""A dispute and the counter-claim beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import explicit
from tests.link.articles import Line, article

CLAIM: Line = ("Front", "said", "it had taken the town")
DISPUTE: Line = ("Army", "disputed", "that account")
COUNTER: Line = ("", "saying", "it still held the town")


def pairs(*lines: Line, disputes: dict[int, int]) -> list[tuple[str, str, str]]:
    return [(link.a, link.b, link.basis) for link in explicit.find(article(*lines, disputes=disputes))]


def test_the_counter_claim_contradicts_the_disputed_one() -> None:
    assert pairs(CLAIM, DISPUTE, COUNTER, disputes={1: 0}) == [("a0", "a2", "explicit")]


def test_no_counter_claim_no_link() -> None:
    assert pairs(CLAIM, DISPUTE, disputes={1: 0}) == []


def test_a_plea_is_no_counter_claim() -> None:
    assert pairs(CLAIM, DISPUTE, ("", "urging", "people to stay"), disputes={1: 0}) == []


def test_another_speakers_claim_is_none_either() -> None:
    assert pairs(CLAIM, DISPUTE, ("Front", "said", "it was there to stay"), disputes={1: 0}) == []


def test_without_a_dispute_there_is_none() -> None:
    assert pairs(CLAIM, DISPUTE, COUNTER, disputes={}) == []


def test_saying_the_disputed_words_over_is_no_counter_claim() -> None:
    assert pairs(CLAIM, DISPUTE, ("", "saying", "the town had been taken"), disputes={1: 0}) == []


def test_what_is_granted_is_no_counter_claim() -> None:
    made = article(CLAIM, ("Army", "disputed", "that account but"), ("", "says", "it would act otherwise now"), disputes={1: 0})
    dispute = made.attributions[1]
    begin, end = dispute.content[0]
    shorter = replace(dispute, content=((begin, end - len(" but")),))
    assert not list(explicit.find(replace(made, attributions=(made.attributions[0], shorter, made.attributions[2]))))


def test_where_something_was_is_no_counter_claim() -> None:
    hid: Line = ("Front", "said", "it hid deaths in Selm, where")
    told: Line = ("", "says", "nine people died")
    made = article(hid, ("Army", "rejected", "that"), ("", "saying", "nine people died"), disputes={1: 0})
    assert [(link.a, link.b) for link in explicit.find(made)] == [("a0", "a2")]
    beside = article(hid, told, ("Army", "rejected", "that"), disputes={2: 0})
    assert not list(explicit.find(beside))


@pytest.mark.parametrize(
    ("dispute", "border", "other", "linked"),
    [
        ("that any shell had hit it", "\n", "The turnout was high", False),
        ("that any shell had hit it", "\n", "The town was calm", True),
        ("that any shell had hit it", "\n", "The shell was old", True),
        ("that any shell had hit it", " ", "The turnout was high", True),
        ("that account", "\n", "The turnout was high", True),
    ],
)
def test_what_is_said_in_the_next_paragraph_is_of_it(dispute: str, border: str, other: str, linked: bool) -> None:
    made = article(("Front", "said", "a shell had hit the town"), ("Army", "denied", dispute), ("Army", "said", other), disputes={1: 0})
    at = made.attributions[1].content[-1][1] + len(".")
    text = f"{made.article.text[:at]}{border}{made.article.text[at + 1 :]}"
    front, army, direct = made.attributions
    pointing = replace(army, claim="c0") if dispute == "that account" else army
    changed = replace(made, article=replace(made.article, text=text), attributions=(front, pointing, replace(direct, manner="direct")))
    assert bool(list(explicit.find(changed))) is linked
