"""What a headline says, told again."""

from __future__ import annotations

import pytest

from kg.link import headline
from tests.link.articles import Line, article

HEAD: Line = ("Mayor", "says", "Old Bridge Is Safe For Lorries")
RAIN: Line = ("Police", "said", "it rained")


@pytest.mark.parametrize(
    ("lines", "linked"),
    [
        ([HEAD, ("Mayor", "said", "that the old bridge was safe for lorries in winter too")], True),
        ([HEAD, RAIN, ("Mayor", "said", "lorries could cross the old bridge")], True),
        ([HEAD, ("Mayor", "said", "that the old bridge was not safe for lorries")], False),
        ([HEAD, ("Mayor", "said", "that the old bridge was unsafe for lorries")], False),
        ([HEAD, ("Police", "said", "that the old bridge was safe for lorries")], False),
        ([HEAD, ("Mayor", "said", "schools would open on Monday")], False),
        ([HEAD, *[RAIN] * 4, ("Mayor", "said", "that the old bridge was safe for lorries")], False),
        ([RAIN, HEAD, ("Mayor", "said", "that the old bridge was safe for lorries")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    assert bool(list(headline.find(article(*lines)))) is linked
