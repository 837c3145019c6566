"""Claims that nobody could verify."""

from __future__ import annotations

import pytest

from kg.reading.properties import unverified
from tests.link.articles import Line, article

FELL: Line = ("Army", "said", "the bridge had fallen")
NONE = "None of the claims has been confirmed."
NEITHER = "Neither account could be independently verified."
LEFT: Line = ("Front", "said", "forty people had left")


@pytest.mark.parametrize(
    ("lines", "marked"),
    [
        ([FELL, ("", "", "The claim could not be independently verified.")], {0: "The claim could not be independently verified."}),
        ([FELL, LEFT, ("", "", "Reuters was unable to verify that account.")], {1: "Reuters was unable to verify that account."}),
        (
            [FELL, ("", "", "There was no independent confirmation of the report.")],
            {0: "There was no independent confirmation of the report."},
        ),
        ([("Unconfirmed reports", "said", "the bridge had fallen")], {0: "Unconfirmed reports said the bridge had fallen."}),
        ([FELL, LEFT, ("", "", NEITHER)], {0: NEITHER, 1: NEITHER}),
        ([("Council", "said", "it rained"), FELL, LEFT, ("", "", NEITHER)], {1: NEITHER, 2: NEITHER}),
        ([FELL, ("Front", "denied", "the bridge had fallen"), ("", "", "It rained.")], {}),
        ([FELL, LEFT, ("", "", NONE)], {0: NONE, 1: NONE}),
        ([("Council", "said", "it rained"), FELL, LEFT, ("", "", NONE)], {0: NONE, 1: NONE, 2: NONE}),
        ([FELL, ("", "", NEITHER)], {}),
        ([FELL, LEFT, ("", "", "Neither side confirmed it.")], {}),
        ([FELL, ("", "", "Investigators confirmed the account.")], {}),
        ([FELL, ("", "", "It rained."), ("", "", "It snowed."), ("", "", "The date could not be confirmed.")], {}),
        ([("", "", "The claim could not be verified."), FELL], {}),
    ],
)
def test_mark(lines: list[Line], marked: dict[int, str]) -> None:
    made = unverified.mark(article(*lines))
    assert {int(c.id[1:]): c.unverified for c in made.claims if c.unverified} == marked
