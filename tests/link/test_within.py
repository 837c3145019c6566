"""Links of one article, all rules together."""

from __future__ import annotations

import pytest

from kg import link
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        ("the fire at the mill killed three workers", "the fire at the mill killed five workers", ["contradicts"]),
        ("the fire at the mill killed three workers", "the fire at the mill killed three workers", ["same"]),
    ],
)
def test_what_excludes_the_other_does_not_support_it(one: str, other: str, relations: list[str]) -> None:
    found = link.within(article(("Council", "said", one), ("Union", "said", other)))
    assert [x.relation for x in found] == relations
