"""Sayings that tell each of who says it."""

from __future__ import annotations

import pytest

from kg.link import themselves
from kg.link.pairs import said
from tests.link.articles import Line, article


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Mill", "said", "we support the toll"), ("Union", "said", "they oppose the toll"), True),
        (("Mill", "said", "sales rose"), ("Union", "said", "that sales fell"), True),
        (("Mill", "said", "its net loss was 5 million"), ("Union", "said", "its net loss was 9 million"), True),
        (("Officials in Selm", "said", "12 homes had flooded"), ("Officials in Orland", "said", "15 homes had flooded"), True),
        (("The Selm council", "said", "the toll will rise"), ("The Orland council", "said", "the toll will fall"), True),
        (("The union", "said", "the toll will rise"), ("The council", "said", "the toll will fall"), False),
        (("A spokesman for Mill", "said", "the toll will rise"), ("A spokesman for Union", "said", "the toll will fall"), False),
        (("Mill", "said", "the sales of arms rose"), ("Union", "said", "the sales of arms fell"), False),
        (("Mill", "said", "it supports the toll"), ("Union", "said", "Mill opposes the toll"), False),
        (("Analyst Tom Hale", "said", "the toll will rise"), ("Analyst Ana Ruiz", "said", "the toll will fall"), False),
    ],
)
def test_each_of_own(one: Line, other: Line, expected: bool) -> None:
    made = article(one, other, Analyst_Tom_Hale="Person", Analyst_Ana_Ruiz="Person")
    assert themselves.each_of_own(made, *said(made)) is expected
