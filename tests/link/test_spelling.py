"""Spellings of one name."""

from __future__ import annotations

import pytest

from kg.link.spelling import spelled


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mohammed hassan", "muhammad hasan", True),
        ("mohamed saleh", "mohammad saleh", True),
        ("bashar al-assad", "bashar assad", True),
        ("abdel fattah el-sisi", "abdul fattah al-sisi", True),
        ("abdel fattah el-sisi", "abd al-fattah el-sisi", True),
        ("ivan petrov", "ivan petroff", True),
        ("sergei lavrov", "sergey lavrov", True),
        ("dmitri volkov", "dmitry volkov", True),
        ("pyotr chaikovskiy", "pyotr chaikovsky", True),
        ("saddam hussein", "saddam husayn", True),
        ("youssef karam", "yusuf karam", True),
        ("kim jong-un", "kim jong un", True),
        ("ivan petrov", "ivan petrova", False),
        ("omar hassan", "umar hussein", False),
        ("alan smith", "allan smythe", False),
        ("ali reza", "ala rizo", False),
    ],
)
def test_spelled(one: str, other: str, same: bool) -> None:
    assert (spelled(one) == spelled(other)) is same
