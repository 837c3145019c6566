"""A charge that somebody's words were false."""

from __future__ import annotations

import pytest

from kg.link import lying
from tests.link.articles import Line, article

SAID: Line = ("Mill", "said", "the crew had left the path")
RAIN: Line = ("Mayor", "said", "it rained")


@pytest.mark.parametrize(
    ("lines", "linked"),
    [
        ([SAID, ("Union", "accused", "Mill of slandering the dead")], True),
        ([SAID, RAIN, ("Union", "accused", "Mill of spreading false rumours")], True),
        ([SAID, ("Union", "accused", "Mill of selling the land")], False),
        ([SAID, ("Union", "accused", "Mayor of slandering the dead")], False),
        ([SAID, ("Union", "said", "Mill spoke of slandering the dead")], False),
        ([("Mill", "vowed", "to leave the path"), ("Union", "accused", "Mill of slandering the dead")], False),
        ([SAID, *[RAIN] * 5, ("Union", "accused", "Mill of slandering the dead")], False),
        ([SAID, ("Mill", "accused", "Mill of slandering the dead")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    assert bool(list(lying.find(article(*lines, Mayor="Person")))) is linked
