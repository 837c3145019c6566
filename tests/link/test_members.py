"""Several who speak as one, and each of them, are one side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import explicit, negation, within
from kg.link.identity import known
from kg.link.pairs import said
from kg.link.told import told
from kg.model import Extraction
from kg.rdf import names
from tests.link.articles import article

OPEN, SHUT = "the rebels released every prisoner", "the rebels had not released every prisoner"
BOTH = "Ana Ruiz and Tom Hale"


def joint(made: Extraction, *members: str) -> Extraction:
    """The same, with the entity of both of them made of `members`."""
    ids = tuple(e.id for e in made.entities if e.name in members)
    return replace(made, entities=tuple(replace(e, type="Group", members=ids) if e.name == BOTH else e for e in made.entities))


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (BOTH, "Jo Vo", True),
        ("Jo Vo", BOTH, True),
        (BOTH, "Ana Ruiz", False),
        ("Tom Hale", BOTH, False),
        ("Tom Hale", "Ana Ruiz", True),
    ],
)
def test_nobody_contradicts_those_whom_he_speaks_with(one: str, other: str, linked: bool) -> None:
    made = article((one, "said", OPEN), (other, "said", SHUT), Ana_Ruiz="Person", Tom_Hale="Person")
    assert bool(list(negation.find(joint(made, "Ana Ruiz", "Tom Hale")))) == linked


def test_the_side_has_each_of_them() -> None:
    made = joint(article((BOTH, "said", OPEN), Ana_Ruiz="Person", Tom_Hale="Person"), "Ana Ruiz", "Tom Hale")
    [one] = said(made)
    assert {e.name for e in made.entities if e.id in one.side} == {BOTH, "Ana Ruiz", "Tom Hale"}
    [far] = told(made, names(made.article, made.run, "k:"))
    assert far.sides >= {"ana ruiz", "tom hale"}


def test_houses_are_those_of_the_members() -> None:
    made = joint(article((BOTH, "said", OPEN), Averly_Port="Organization", Tom_Hale="Person"), "Averly Port", "Tom Hale")
    assert said(made)[0].houses == {"averly"}


@pytest.mark.parametrize(("members", "linked"), [(("Ana Ruiz", "Tom Hale"), True), ((), False)])
def test_one_of_them_goes_on_after_a_dispute(members: tuple[str, ...], linked: bool) -> None:
    made = article(
        ("Army", "said", "the bridge was shut"),
        (BOTH, "disputed", "the account"),
        ("Ana Ruiz", "said", "traffic was flowing as ever"),
        disputes={1: 0},
        Tom_Hale="Person",
    )
    made = replace(made, attributions=tuple(replace(a, manner="direct") for a in made.attributions))
    assert bool(list(explicit.find(joint(made, *members)))) == linked


def test_they_are_no_company_of_each_other_and_merge_as_before() -> None:
    made = article((BOTH, "said", OPEN), ("Ana Ruiz", "said", OPEN), Tom_Hale="Person")
    assert list(known(joint(made, "Ana Ruiz", "Tom Hale"))) == list(known(joint(made)))
    assert within(joint(made, "Ana Ruiz", "Tom Hale")) is not None
