"""Who does it, and to whom."""

from __future__ import annotations

import pytest

from kg.link.roles import done_by_another, swapped


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
        ("Kessary United beat Tarvel City in the cup", "Tarvel City beat Kessary United in the cup", True),
        ("Kessary United beat Tarvel City in the cup", "in the cup Kessary United beat Tarvel City", False),
        ("the bank owes the city 5 million dollars", "the city owes the bank 5 million dollars", True),
        ("the city owes 5 million dollars to the bank", "the bank owes 5 million dollars to the city", True),
        ("two women attacked a man", "a man attacked two women", True),
        ("rebels shelled the town", "the town was shelled by rebels", False),
        ("Nox paid Orde", "Orde paid Nox", True),
        ("Nox met Orde", "Orde met Nox", False),
        ("in Selm rebels shelled the market", "rebels shelled the market in Selm", False),
        ("on Friday the crane fell into the harbor", "the crane fell into the harbor on Friday", False),
        ("the union says wages rose", "wages rose, the union says", False),
        ("coffee lowers the risk of a stroke", "the risk of a stroke is lowered by coffee", False),
        ("a strike killed Hale", "Hale was killed in a strike", False),
        ("police shot Hale dead", "Hale shot dead by police", False),
        ("United beat City in the cup", "beat United in the cup", True),
        ("Ruiz hired his cousin in 2019", "Hale hired Ruiz’s cousin in 2019", True),
    ],
)
def test_swapped(one: str, other: str, expected: bool) -> None:
    assert swapped(one, other) is expected
    assert swapped(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the bridge was destroyed by rebels", "the army destroyed the bridge", True),
        ("the bridge was destroyed by rebels", "rebels destroyed the bridge in May", False),
        ("the bridge was destroyed by rebels", "the bridge was destroyed", True),
        ("the bridge was destroyed", "the bridge was destroyed by rebels", False),
        ("the bridge was destroyed by Friday", "rebels destroyed the bridge", False),
        ("taxes were cut by 5 percent", "the government cut taxes", False),
        ("Hale was killed by two men", "a mob killed Hale", True),
        ("Hale was killed by Tom Ruiz", "Ana Ruiz killed Hale", True),
        ("Hale was killed by Ruiz", "Ana Ruiz killed Hale", False),
        ("Hale was killed by Ruiz", "Ana Orde killed Dahl", False),
    ],
)
def test_done_by_another(one: str, other: str, expected: bool) -> None:
    assert done_by_another(one, other) is expected
