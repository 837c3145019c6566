"""A charge and its denial."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import charge
from tests.link.articles import Line, article

ACCUSED: Line = ("Nurses", "accused", "Clinic of selling blood to traders")
DENIED: Line = ("Clinic", "denied", "any sale of blood")
RAIN: Line = ("Mayor", "said", "it rained")


@pytest.mark.parametrize(
    ("lines", "linked"),
    [
        ([ACCUSED, DENIED], True),
        ([DENIED, ACCUSED], True),
        ([ACCUSED, RAIN, RAIN, DENIED], True),
        ([ACCUSED, *[RAIN] * 8, DENIED], False),
        ([ACCUSED, ("Clinic", "denied", "a request for leave")], False),
        ([ACCUSED, RAIN, ("Clinic", "denied", "that any ward was shut")], False),
        ([("Nurses", "never accused", "Clinic of selling blood"), DENIED], False),
        ([ACCUSED, ("Mayor", "rejected", "the claim by Nurses that blood was sold")], True),
        ([ACCUSED, ("Nurses", "denied", "any sale of blood")], False),
        ([ACCUSED, ("Clinic", "said", "it was selling blood")], False),
        ([ACCUSED, ("Clinic", "denied", "any wrongdoing")], True),
        ([ACCUSED, ("Clinic", "denied", "that any of its nurses had been involved")], True),
        ([ACCUSED, ("Mayor", "denied", "that any of his clerks had been promoted")], False),
        ([ACCUSED, ("Clinic", "pleaded", "not guilty")], True),
        ([ACCUSED, ("Mayor", "denied", "any wrongdoing")], False),
        ([ACCUSED, ("Clinic", "pleaded", "guilty")], False),
        ([ACCUSED, *[RAIN] * 4, ("Clinic", "denied", "any wrongdoing")], False),
        ([ACCUSED, ("Clinic", "has maintained", "its innocence")], True),
        ([ACCUSED, ("Clinic", "insisted", "that it was innocent")], True),
        ([ACCUSED, ("Clinic", "said", "it had done nothing wrong")], True),
        ([ACCUSED, ("Mayor", "has maintained", "his innocence")], False),
        ([ACCUSED, ("Clinic", "has maintained", "its prices")], False),
        ([("Nurses", "accused", "the owner of selling blood"), ("Clinic", "denied", "any involvement")], True),
        ([("Nurses", "accused", "the owner of selling blood"), RAIN, RAIN, ("Clinic", "denied", "any involvement")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    assert bool(list(charge.find(article(*lines)))) is linked


@pytest.mark.parametrize(("who", "linked"), [("Clinic", True), ("Mayor", False)])
def test_who_is_accused_by_nobody_denies_it(who: str, linked: bool) -> None:
    made = article(("Clinic", "has been accused of", "selling blood"), (who, "denied", "any involvement"), Clinic="Organization")
    charged = replace(made.attributions[0], source=(), speaker=None)
    assert bool(list(charge.find(replace(made, attributions=(charged, *made.attributions[1:]))))) is linked


@pytest.mark.parametrize(("disputes", "linked"), [({}, True), ({2: 0}, False)])
def test_a_charge_that_is_disposed_of_where_it_is_told_has_no_other_answer(disputes: dict[int, int], linked: bool) -> None:
    lines = (
        ("Ruiz", "accusation", "that Hale had lied"),
        ("Hale", "rejected", "the claim that it had rained"),
        ("Hale", "denied", "an accusation"),
    )
    made = article(*lines, disputes=disputes, Hale="Person")
    assert any({x.a, x.b} == {"a0", "a1"} for x in charge.find(made)) is linked
