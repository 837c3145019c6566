"""Names that are one though spelt differently."""

from __future__ import annotations

import pytest

from kg.reading.names.spelling import is_bare, one_off, same_company


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("eldrige", "eldridge", True),
        ("mncwane", "mncwabe", True),
        ("hansne", "hansen", True),
        ("hansen", "hansen", False),
        ("hale", "hall", False),
        ("marten", "garten", False),
        ("martens", "martin", False),
    ],
)
def test_one_off(a: str, b: str, same: bool) -> None:
    assert one_off(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("morton steel", "morton steel inc.", True),
        ("morton steel group", "morton steel bhd", True),
        ("morton ltd", "morton", True),
        ("morton group", "morton", False),
        ("morton steel", "morton glass", False),
        ("morton steel", "morton steel", False),
    ],
)
def test_same_company(a: str, b: str, same: bool) -> None:
    assert same_company(a, b) is same


@pytest.mark.parametrize(("short", "name", "bare"), [("morton", "morton holdings", True), ("morton", "morton steel", False)])
def test_is_bare(short: str, name: str, bare: bool) -> None:
    assert is_bare(short, name) is bare
