"""Against what somebody has said before."""

from __future__ import annotations

import pytest

from kg.link import contrary
from tests.link.articles import Line, article, mentioned

HALE: Line = ("Hale", "said", "the valves were closed")
RAIN: Line = ("Mayor", "said", "it rained")


@pytest.mark.parametrize(
    ("lines", "linked"),
    [
        ([HALE, RAIN, ("Contrary to Hale’s claims, inspectors", "say", "that no valves moved")], True),
        ([HALE, RAIN, ("Despite Hale’s repeated assurances, inspectors", "say", "that no valves moved")], True),
        ([HALE, ("Contrary to what Hale said, inspectors", "say", "that no valves moved")], True),
        ([HALE, ("Contrary to Hale’s claims, inspectors", "say", "that the mill is dry")], False),
        ([RAIN, ("Contrary to Hale’s claims, inspectors", "say", "that it rained")], False),
        ([HALE, ("With Hale’s claims in hand, inspectors", "say", "that no valves moved")], False),
        ([HALE, ("Despite Hale’s illness, inspectors", "say", "that no valves moved")], False),
    ],
)
def test_find(lines: list[Line], linked: bool) -> None:
    made = article(*lines, Hale="Person")
    found = [(x.a, x.b) for x in contrary.find(mentioned(made, "Hale"))]
    assert found == ([("a0", f"a{len(lines) - 1}")] if linked else [])
