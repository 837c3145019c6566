"""What records show against what somebody has said."""

from __future__ import annotations

import pytest

from kg.link import shown
from tests.link.articles import Line, article

DENIED: Line = ("Clinic", "denied", "that any ward had been closed")
WROTE: Line = ("Mayor", "wrote", "that Clinic had opened nine wards")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (DENIED, ("But leaked documents", "showed", "that Clinic had closed a ward in May"), True),
        (DENIED, ("Leaked documents", "showed", "that Clinic had closed a ward in May"), False),
        (DENIED, ("But Nurses", "said", "that Clinic had closed a ward in May"), False),
        (WROTE, ("However, an audit of records", "found", "no record of the nine wards"), True),
        (WROTE, ("However, an audit of records", "found", "nine wards at Clinic"), False),
        (WROTE, ("However, an audit of records", "found", "no evidence of a flood"), False),
        (("Clinic", "declared", "it had never closed wards"), ("A study", "proved", "that Clinic shut and closed two wards"), True),
        (("Clinic", "declared", "it had never closed wards"), ("A study", "proved", "that Clinic had not closed two wards"), False),
        (("Clinic", "declared", "it had never closed wards"), ("A study", "proved", "that flu comes in May"), False),
        (("Mayor", "hoped", "that no ward would close"), ("But leaked documents", "showed", "that a ward had closed"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    assert bool(list(shown.find(article(one, other)))) is linked
