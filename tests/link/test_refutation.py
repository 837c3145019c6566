"""Verdicts on what somebody else has said."""

from __future__ import annotations

import pytest

from kg.link import refutation
from tests.link.articles import Line, article

CHARGE: Line = ("Nurses", "alleged", "that Clinic had sold blood")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (CHARGE, ("Clinic", "said", "that never happened"), True),
        (CHARGE, ("Clinic", "said", "the allegation was completely false"), True),
        (CHARGE, ("Clinic", "said", "Nurses had made up the story"), True),
        (CHARGE, ("Clinic", "called", "the allegation fabricated"), True),
        (CHARGE, ("Clinic", "said", "Nurses relied on false claims"), True),
        (CHARGE, ("Clinic", "said", "the report by Nurses was misleading"), True),
        (CHARGE, ("Clinic", "said", "it was irresponsible to close the ward"), False),
        (CHARGE, ("Clinic", "accused", "Mayor of misrepresenting the ward"), False),
        (("Nurses", "hoped", "that Clinic would close"), ("Clinic", "said", "that never happened"), False),
        (CHARGE, ("Clinic", "said", "Nurses are unfairly maligning its record"), True),
        (CHARGE, ("Clinic", "said", "Mayor is unfairly maligning its record"), False),
        (CHARGE, ("Clinic", "said", "the parking lot would open"), False),
        (CHARGE, ("Clinic", "said", "Mayor had made up the story"), False),
        (CHARGE, ("Nurses", "said", "that never happened before"), False),
        (CHARGE, ("Clinic", "called", "the accusation outrageous"), True),
        (CHARGE, ("Clinic", "said", "that was hard to believe, as the ward was shut"), True),
        (CHARGE, ("Clinic", "said", "An absurd theory"), True),
        (CHARGE, ("Clinic", "said", "That explanation is an insult to this ward"), True),
        (CHARGE, ("Clinic", "replied", "That’s a disgraceful thing to say"), True),
        (CHARGE, ("Clinic", "said", "Nurses were mistaken"), True),
        (CHARGE, ("Clinic", "said", "Mayor was mistaken"), False),
        (CHARGE, ("Clinic", "called", "the sum an insult"), False),
        (CHARGE, ("Clinic", "called", "that “union finger-pointing”"), True),
        (CHARGE, ("Clinic", "branded", "that number “plucked from thin air”"), True),
        (CHARGE, ("Clinic", "described", "the Nurses’ method as “flawed from start to finish”"), True),
        (CHARGE, ("Clinic", "called", "that “a very good question”"), False),
        (CHARGE, ("Clinic", "called", "the ward “a home from home”"), False),
        (CHARGE, ("Clinic", "said", "that “union members had met”"), False),
        (CHARGE, ("Clinic", "said", "the theory of music was an old one"), False),
        (CHARGE, ("Clinic", "said", "Their figure is not credible"), True),
        (CHARGE, ("Clinic", "said", "Their figure is a credible one"), False),
        (("Nurses", "said", "that it rained"), ("Clinic", "said", "His speech was a disgrace"), False),
        (CHARGE, ("Clinic", "said", "It was not true … that the ward had shut"), False),
        (("Nurses", "have not accused", "Clinic of selling blood"), ("Clinic", "said", "Mayor relied on false claims"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(refutation.find(article(one, other, Mayor="Person")))) is linked


def test_one_whom_a_verdict_names_may_speak_after_it() -> None:
    after: Line = ("Nurses", "said", "that Clinic had sold blood")
    assert list(refutation.find(article(("Clinic", "said", "Nurses are unfairly maligning its record"), after)))
    assert not list(refutation.find(article(("Clinic", "said", "that never happened"), after)))


def test_what_somebody_has_just_shown_is_no_charge_of_long_ago() -> None:
    shown: Line = ("Mayor", "said", "that blood was on the ramp")
    made = article(CHARGE, ("", "", "It rained."), shown, ("Clinic", "called", "the video a forgery"), Mayor="Person")
    assert [(link.a, link.b) for link in refutation.find(made)] == [("a2", "a3")]


@pytest.mark.parametrize(("verdict", "linked"), [("Their figure is not credible", True), ("The figure is not credible", False)])
def test_whose_words_it_is_about_may_be_told_with_a_saying_between(verdict: str, linked: bool) -> None:
    lines: list[Line] = [("Clinic", "denied", "that nine had died"), ("Nurses", "said", "ten were hurt"), ("Nurses", "said", verdict)]
    assert [(x.a, x.b) for x in refutation.find(article(*lines))] == ([("a0", "a2")] if linked else [])
