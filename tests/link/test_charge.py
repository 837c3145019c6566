"""A charge and its denial."""

from __future__ import annotations

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
        ([ACCUSED, ("Clinic", "pleaded", "not guilty")], True),
        ([ACCUSED, ("Mayor", "denied", "any wrongdoing")], False),
        ([ACCUSED, ("Clinic", "pleaded", "guilty")], False),
        ([ACCUSED, *[RAIN] * 4, ("Clinic", "denied", "any wrongdoing")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    assert bool(list(charge.find(article(*lines)))) is linked
