"""Whether something was said at all."""

from __future__ import annotations

import pytest

from kg.link import act
from tests.link.articles import Line, article

OFFERED: Line = ("Mill", "offered", "to pay for the wall")
RAIN: Line = ("Mayor", "said", "it rained")


@pytest.mark.parametrize(
    ("lines", "linked"),
    [
        ([OFFERED, ("Union", "said", "that no offer had been made")], True),
        ([OFFERED, RAIN, ("Union", "said", "it never received any offer")], True),
        ([("Mill", "asked", "the council to look"), ("Council", "said", "it had received no request from the mill")], True),
        ([("Council", "said", "there was no warning"), ("Mill", "warned", "that the wall would fall")], True),
        ([("Mill", "told", "the council that it would shut"), ("Council", "said", "it had received no such message")], True),
        ([("Union", "denied", "receiving any bid"), ("Mill", "said", "that it made a written approach in May")], True),
        ([("Mill", "said", "that it had issued two warnings"), ("Union", "denies", "that it was sent any warning")], True),
        ([("Mill", "said", "that it had put in a bid"), ("Union", "said", "it had received no offer")], True),
        ([("Union", "denied", "receiving any bid"), ("Mill", "said", "that it may have made an approach")], False),
        ([("Union", "denied", "receiving any bid"), ("Mill", "said", "that it had made no approach")], False),
        ([("Union", "denied", "receiving any bid"), ("Mill", "said", "that it had made a complaint")], False),
        ([("Union", "denied", "rejecting the bid"), ("Mill", "said", "that it had made an offer")], False),
        ([OFFERED, ("Union", "said", "it would not accept an offer")], False),
        ([OFFERED, ("Union", "said", "no order had come")], False),
        ([OFFERED, ("Mill", "said", "that no offer had been made")], False),
        ([OFFERED, *[RAIN] * 5, ("Union", "said", "that no offer had been made")], False),
        ([("Mill", "said", "it would pay"), ("Union", "said", "that no offer had been made")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    assert bool(list(act.find(article(*lines)))) is linked
