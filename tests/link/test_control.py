"""Who holds a place."""

from __future__ import annotations

import pytest

from kg.link import control, within
from tests.link.articles import Line, article

HELD: Line = ("Army", "said", "it still held the town of Selm")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (("Front", "said", "it had captured Selm"), HELD, True),
        (("Front", "said", "Selm fell to the Front"), HELD, True),
        (("Front", "said", "its fighters had not given up a single position"), ("Army", "said", "it had retaken Selm"), True),
        (("Front", "said", "its fighters had not given up hope"), ("Army", "said", "it had retaken Selm"), False),
        (("Front", "said", "his men still held the summit"), ("Army", "said", "the ridge is under the control of our forces"), True),
        (("Front", "said", "Our flag is flying over the bridge"), HELD, True),
        (("Front", "said", "it had captured Orlo"), HELD, False),
        (("Front", "vowed", "to capture Selm"), HELD, False),
        (("Front", "said", "the Army had captured Selm"), HELD, False),
        (("Front", "said", "it had not captured Selm"), HELD, False),
        (("Front", "said", "it had captured three men"), HELD, False),
        (("Army", "said", "it had captured Selm"), HELD, False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(control.find(article(one, other, Selm="Place", Orlo="Place")))) is linked


def test_of_several_rules_for_a_pair_the_surest_link_stands() -> None:
    made = article(
        ("Front", "said", "it had captured Selm"),
        ("Army", "disputed", "that"),
        ("", "saying", "it held Selm"),
        disputes={1: 0},
        Selm="Place",
    )
    links = [link for link in within(made) if {link.a, link.b} == {"a0", "a2"}]
    assert [link.rule for link in links] == ["explicit-dispute/5"]


def test_two_forces_of_one_state_are_no_rivals() -> None:
    one: Line = ("Government forces", "said", "they had retaken the ridge")
    assert not list(control.find(article(one, ("Selmish army", "said", "the ridge is under the control of our forces"))))
    assert list(control.find(article(one, ("Selmish front", "said", "the ridge is under the control of our forces"))))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Karsian army", "government of Karsia", True),
        ("Karsian army", "army of Orland", False),
        ("Karsian army", "government", False),
        ("Karsian union", "government of Karsia", False),
    ],
)
def test_of_one_state(one: str, other: str, expected: bool) -> None:
    assert control.of_one_state(one, other) is expected
