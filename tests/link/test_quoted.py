"""What somebody says, and the same in their own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import quoted
from tests.link.articles import Line, article

TOLD: Line = ("Mayor", "said", "that lorries had damaged the old bridge badly")


@pytest.mark.parametrize(
    ("own", "is_quoted", "linked"),
    [
        (("Mayor", "said", "Those lorries damaged our old bridge"), True, True),
        (("Mayor", "said", "Those lorries damaged our old bridge"), False, False),
        (("Mayor", "said", "No lorries ever damaged our old bridge"), True, False),
        (("Mayor", "said", "Schools will open on Monday"), True, False),
        (("Police", "said", "Those lorries damaged our old bridge"), True, False),
    ],
)
def test_find(own: Line, is_quoted: bool, linked: bool) -> None:
    made = article(TOLD, own)
    first, second = made.attributions
    pair = (replace(first, manner="indirect"), replace(second, manner="direct" if is_quoted else "indirect"))
    assert bool(list(quoted.find(replace(made, attributions=pair)))) is linked
