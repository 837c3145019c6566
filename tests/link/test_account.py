"""The writer says that accounts differ."""

from __future__ import annotations

import pytest

from kg.link import account
from tests.link.articles import Line, article

ONE: Line = ("Police", "said", "the man had raised a pistol")
OTHER: Line = ("Witnesses", "said", "the man had raised his empty hands")


@pytest.mark.parametrize(
    ("writer", "other", "linked"),
    [
        ("Those who saw it gave a different account.", OTHER, True),
        ("The union told a very different story.", OTHER, True),
        ("His family disputed that version.", OTHER, True),
        ("It was a cold evening.", OTHER, False),
        ("The shop has a different owner now.", OTHER, False),
        ("Those who saw it gave a different account.", ("Police", "said", "the man had raised a gun"), False),
    ],
)
def test_find(writer: str, other: Line, linked: bool) -> None:
    found = [(link.a, link.b, link.basis) for link in account.find(article(ONE, ("", "", writer), other))]
    assert found == ([("a0", "a2", "explicit")] if linked else [])
