"""Sayings that bear out others."""

from __future__ import annotations

import pytest

from kg.link import support
from tests.link.articles import Line, article, mentioned

CLAIM: Line = ("Police", "said", "the harbor crane fell in the storm")


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        (("Union", "confirmed", "that the harbor crane fell"), True),
        (("Union", "agreed", "the crane fell in the storm"), True),
        (("Union", "confirmed", "that the harbor crane had not fallen"), False),
        (("Union", "said", "that the harbor crane fell"), False),
        (("Union", "agreed", "that storm damage is everywhere"), True),
        (("Union", "agreed", "to pay for the harbor"), False),
        (("Union", "agreed with", "Police that the rest is unsafe"), True),
        (("Union", "agreed with", "Mayor that the rest is unsafe"), False),
        (("Union", "confirmed", "that talks would go on"), False),
        (("Police", "confirmed", "that the harbor crane fell"), False),
    ],
)
def test_find(other: Line, linked: bool) -> None:
    found = [(link.a, link.b, link.relation) for link in support.find(mentioned(article(CLAIM, other), "Police"))]
    assert found == ([("a0", "a1", "supports")] if linked else [])


def test_what_is_denied_is_not_borne_out_by_its_confirmation() -> None:
    denied: Line = ("Police", "denied", "that the harbor crane fell in the storm")
    assert not list(support.find(article(denied, ("Union", "confirmed", "that the harbor crane fell"))))
