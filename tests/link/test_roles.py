"""Who does it, and to whom."""

from __future__ import annotations

import pytest

from kg.link.roles import swapped


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The army attacked rebels", "the army was attacked by rebels", True),
        ("The army attacked rebels", "rebels were attacked by the army", False),
        ("Rebels captured the army", "the army captured the rebels", True),
        ("The rebels were captured", "the rebels captured the town", True),
        ("The firm paid officials", "that officials had paid the firm", True),
        ("The town was captured", "the rebels captured the town", False),
        ("Police beat the students", "students were beaten", False),
        ("In the town, the army shot a boy", "the army shot a boy in the town", False),
        ("Two soldiers were killed in the attack", "the attack had killed two soldiers", False),
        ("The mine closed in 2019", "the mine was closed in 2019", False),
        ("The minister met the envoy", "the envoy met the minister", False),
        ("The milk was being hungrily drunk by a cat", "the cat drank the milk", False),
        ("The boy was shot in the market by soldiers", "soldiers shot the boy", False),
    ],
)
def test_swapped(one: str, other: str, expected: bool) -> None:
    assert swapped(one, other) is expected
    assert swapped(other, one) is expected
