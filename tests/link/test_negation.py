"""The same words, affirmed and negated."""

from __future__ import annotations

import pytest

from kg.link import negation
from tests.link.articles import Line, article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (("Army", "said", "the rebels released every prisoner"), ("Front", "said", "the rebels had not released every prisoner"), True),
        (("Army", "said", "the rebels released every prisoner"), ("Front", "denied", "that the rebels released every prisoner"), True),
        (("Army", "said", "the rebels released every prisoner"), ("Front", "said", "the rebels released every prisoner"), False),
        (("Army", "said", "the rebels released every prisoner"), ("Army", "said", "the rebels had not released every prisoner"), False),
        (("Army", "said", "the rebels released every prisoner"), ("Front", "said", "the market did not open"), False),
        (("Army", "vowed", "to release every rebel prisoner"), ("Front", "said", "the rebels had not released every prisoner"), False),
        (("Army", "said", "more rebels than ever were released"), ("Front", "said", "the rebels were not released"), False),
        (("Army", "said", "whether the rebels released prisoners"), ("Front", "said", "the rebels released no prisoners"), False),
        (("Army", "warned", "the rebels not to release prisoners"), ("Front", "said", "the rebels would release prisoners"), False),
        (("Army", "said", "not releasing prisoners does not mean peace"), ("Front", "said", "releasing prisoners means peace"), False),
        (("Army", "said", "one in three want the toll"), ("Front", "said", "one in four do not want the toll"), False),
        (("Army", "said", "I do not believe in the devil"), ("Front", "said", "they still believe in the devil"), False),
        (("Army", "said", "no siren had sounded"), ("Front", "said", "the sirens were sounded at noon as planned"), True),
        (("Army", "said", "there was no vote in that room"), ("Front", "said", "every toll was put to a vote"), True),
        (("Army", "denied", "a request for more money"), ("Front", "said", "a request for more money came"), False),
        (("Army", "said", "not only the rebels released prisoners"), ("Front", "said", "the rebels released prisoners"), False),
        (("Army", "said", "the Front had nothing to do with prisoners"), ("Front", "said", "it had much to do with prisoners"), False),
        (("Army", "said", "it might release every prisoner"), ("Front", "said", "the army released no prisoner"), False),
        (("Army", "said", "Old Mill Bridge was closed"), ("Front", "said", "Old Mill Bridge toll money was not spent"), False),
        (("Army", "said", "there is precedent for prosecuting them"), ("Front", "said", "no precedent exists for a prosecution"), True),
        (("Army", "said", "it is free to run its shop"), ("Front", "said", "it has no licence, and so it cannot run a shop"), True),
        (("Army", "said", "the city will pay for a wall"), ("Front", "said", "the city would not pay for a wall"), True),
        (("Army", "said", "the vote is not an endorsement"), ("Front", "said", "it is not planning to endorse a vote"), False),
        (("Army", "said", "homes were lost in the mill fire"), ("Front", "denied", "it had started the mill fire"), False),
        (("Army", "said", "rebels had started the mill fire"), ("Front", "denied", "rebels had started the mill fire"), True),
        (("Army", "denied", "that a shell had hit the mill school"), ("Front", "said", "no shell had hit the mill school"), False),
        (("Army", "denied", "that a shell had hit the mill school"), ("Front", "said", "a shell had hit the mill school"), True),
        (("Army", "said", "oil had spilled into the bay"), ("Front", "said", "no oil had left the site"), True),
        (("Army", "said", "all faults had been minor"), ("Front", "said", "a dead altimeter is not minor"), True),
        (("Army", "said", "no oil had spilled into the bay"), ("Front", "denied", "that any oil had left the site"), False),
        (("Army", "said", "Old Mill Bridge will open"), ("Front", "said", "Old Mill Bridge will not open"), True),
        (("Army", "said", "the strike will go ahead"), ("Front", "said", "the strike will not go ahead"), True),
        (("Army", "said", "we will go ahead"), ("Front", "said", "we will not go ahead"), False),
        (("Army", "said", "the strike will not go ahead"), ("Front", "said", "the strike will not go ahead"), False),
        (("Army", "said", "the strike will go ahead"), ("Front", "denied", "the strike will not go ahead"), False),
        (
            ("Army", "said", "the mill is safe and should be opened"),
            ("Front", "said", "the report was old and the mill was not safe"),
            True,
        ),
        (("Army", "said", "the mill opened in May"), ("Front", "said", "the mill had not opened"), True),
        (("Army", "said", "it never suggested the U.S. should log the mill"), ("Front", "said", "the army suggested a mill log"), False),
        (("Army", "said", "the mill should be safe and open"), ("Front", "said", "the report was old and the mill was not safe"), False),
        (("Army", "said", "the mill is safe if it is dry"), ("Front", "said", "the report was old and the mill was not safe"), False),
        (("Army", "asked", "whether every prisoner was released"), ("Front", "said", "every prisoner was not released"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    found = list(negation.find(article(one, other, Old_Mill_Bridge="Place")))
    assert [(link.a, link.b, link.relation, link.evidence) for link in found] == ([("a0", "a1", "contradicts", (0, 1))] if linked else [])


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (("Hale", "denied", "that he had signed two cheques"), ("Ruiz", "alleged", "that Poe forged the signature"), False),
        (("Hale", "denied", "having signed two cheques"), ("Ruiz", "alleged", "that Poe signed them"), False),
        (("Hale", "denied", "that he had signed two cheques"), ("Ruiz", "alleged", "that Hale signed two cheques"), True),
        (("Hale", "denied", "that he had signed two cheques"), ("Ruiz", "alleged", "the cheques were signed"), True),
        (("Hale", "denied", "that Poe had signed two cheques"), ("Ruiz", "alleged", "that Poe signed two cheques"), True),
    ],
)
def test_what_another_has_done_is_not_what_somebody_denies(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(negation.find(article(one, other, Hale="Person", Ruiz="Person", Poe="Person")))) is linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they did not really believe the wall was unsafe", "unsaf"),
        ("the bank lent without printing money", "print"),
        ("the firm failed to warn anybody", "warn"),
        ("the mayor ruled out resigning", "resign"),
        ("no one from the club had met him", "meet"),
        ("nobody rang", "ring"),
    ],
)
def test_negated_reaches_what_is_meant(text: str, expected: str) -> None:
    assert expected in negation.negated(text)


def test_no_in_a_name_negates_nothing() -> None:
    assert not negation.negated("the bill called No Child Left Behind was dropped last year")
    assert negation.negated("No Ransom Was Paid")


def test_no_bar_negates_nothing() -> None:
    assert not negation.negated("there is no legal bar for the firm to sell water")
