"""The same words in two places."""

from __future__ import annotations

import pytest

from kg.link import same
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("the harbor crane fell in Friday’s storm", "the harbor crane fell in the storm on Friday", True),
        ("the harbor crane fell in Friday’s storm", "the harbor crane did not fall in Friday’s storm", False),
        ("the storm tore down 3 old harbor cranes", "the storm tore down 5 old harbor cranes", False),
        ("the harbor crane fell in Friday’s storm", "the ferry sank in Friday’s storm", False),
        ("it fell", "it fell", False),
    ],
)
def test_find(one: str, other: str, linked: bool) -> None:
    found = [link.relation for link in same.find(article(("Police", "said", one), ("Union", "said", other)))]
    assert found == (["same"] if linked else [])
