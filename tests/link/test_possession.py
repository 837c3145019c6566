"""Who has a place in their hands, by the words of a claim."""

from __future__ import annotations

import pytest

from kg.link.possession import excludes, possession

CAPTURED = "The rebels have captured the Selm Valley."


@pytest.mark.parametrize(
    ("asked", "claim", "found"),
    [
        (CAPTURED, "that the rebels had fully captured the Selm Valley", False),
        (CAPTURED, "the Selm Valley completely fell to the rebels", False),
        (CAPTURED, "Selm is under the full control of the rebels", False),
        (CAPTURED, "Selm was under rebel control", False),
        (CAPTURED, "the rebels control Selm", False),
        (CAPTURED, "The rebels took control of the Selm Valley on Monday, and its people fled", False),
        (CAPTURED, "the Dorn army still holds the Selm Valley", True),
        (CAPTURED, "that government forces were still positioned across the Selm Valley", True),
        (CAPTURED, "Selm remains in the hands of the police", True),
        (CAPTURED, "the Northern Front still holds the Selm Valley", None),
        (CAPTURED, "the Dorn Alliance still holds the Selm Valley", None),
        ("The Dorn Alliance controls Selm.", "the Northern Front still holds the Selm Valley", True),
        ("The Dorn Alliance controls Selm.", "Selm is under the Dorn Alliance’s full control", False),
        ("The army controls Selm.", "government forces have recaptured the town of Selm", False),
        ("Karsia controls Selm.", "the Karsian army has recaptured the town of Selm", False),
        (CAPTURED, "the rebels have not captured the Selm Valley", True),
        (CAPTURED, "Selm had been retaken by the army", None),
        ("The rebels hold Selm.", "Selm had been retaken by the army", True),
        (CAPTURED, "the rebels captured the Dorn Valley", None),
        (CAPTURED, "the army lost control of Selm", None),
        (CAPTURED, "the army did not capture Selm", None),
        (CAPTURED, "the army wants to capture Selm", None),
        (CAPTURED, "the rebels killed two men in Selm", None),
        ("The rebels do not control Selm.", "the rebels control Selm", True),
        ("The resistance holds Selm.", "Northern Resistance Front forces were still positioned across Selm", False),
        ("The rebels control the valley.", "the army controls the valley", None),
        ("The firm controls measures.", "the firm controls costs", None),
    ],
)
def test_the_same_or_another_side(asked: str, claim: str, found: bool | None) -> None:
    one, other = possession(asked), possession(claim)
    assert (excludes(one, other) if one and other else None) is found


@pytest.mark.parametrize(("voices", "found"), [("Karsian defence ministry", False), ("Northern Front", None)])
def test_whose_army_it_is(voices: str, found: bool | None) -> None:
    asked, claim = possession("Karsia controls Selm."), possession("government forces control the town of Selm")
    assert asked is not None
    assert claim is not None
    assert excludes(asked, claim, voices) is found
