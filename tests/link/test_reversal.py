"""One speaker who turns round."""

from __future__ import annotations

import pytest

from kg.link import reversal
from tests.link.articles import Line, article

NOW: Line = ("Mayor", "says now in June", "the bridge tolls were approved")
NOT: Line = ("Mayor", "said last year", "the bridge tolls were not approved")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (NOT, NOW, True),
        (NOW, ("Mayor", "had denied", "that the bridge tolls were approved"), True),
        (NOT, ("Council", "says", "the bridge tolls were approved"), False),
        (("Mayor", "said", "the bridge tolls were not approved"), ("Mayor", "said", "the bridge tolls were approved"), False),
        (NOT, ("Mayor", "said", "the old ferry was approved"), False),
        (NOT, ("Mayor", "said", "the bridge tolls were not approved"), False),
    ],
)
def test_find(one: Line, other: Line, linked: bool) -> None:
    found = list(reversal.find(article(one, other)))
    assert [link.basis for link in found] == (["reversal"] if linked else [])
