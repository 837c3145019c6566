"""What is told as planned or due, and what as done."""

from __future__ import annotations

import pytest

from kg.link.mood import moods, same_mood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that troops would not leave the town", {("leav", "ahead")}),
        ("that troops were about to leave", {("leav", "ahead")}),
        ("that troops had been ordered to leave", {("leav", "ahead")}),
        ("that it wanted all of its troops to leave", {("leav", "ahead")}),
        ("to withdraw the army", {("withdraw", "ahead")}),
        ("plans for a withdrawal", {("withdraw", "ahead")}),
        ("the planned withdrawal", {("withdraw", "ahead")}),
        ("the mayor has to resign", {("resign", "due")}),
        ("Corin Hale to resign", {("resign", "ahead")}),
        ("the minister to resign", {("resign", "ahead")}),
        ("Corin Hale had to resign", {("resign", "due")}),
        ("the workers to strike", {("strik", "ahead")}),
        ("Hale talks to reporters", set()),
        ("the minister talks to reporters", set()),
        ("United lost to City", set()),
        ("Hale managed to open the door", set()),
        ("the crew began to leave", set()),
        ("they begged the mayor to resign", {("resign", "ahead")}),
        ("they have been to the town", set()),
        ("troops had begun to leave", set()),
        ("the firm called him on a mobile phone", set()),
        ("reward offers led to recovery", set()),
    ],
)
def test_moods(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(moods(text)) == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the army will withdraw", "the army would withdraw", True),
        ("the army will withdraw", "the army plans to withdraw", True),
        ("the army has withdrawn", "the army was withdrawing", True),
        ("the army would stop it", "it would be stopped", True),
        ("the army would stop it", "it was stopped", False),
        ("the army has withdrawn", "the army withdrew in May", True),
        ("the army has withdrawn", "the army may have withdrawn", False),
        ("the army has withdrawn", "the army would withdraw", False),
        ("the army has withdrawn", "the army should withdraw", False),
        ("the army has withdrawn", "the army withdrew if it was told to", False),
        ("the army has withdrawn", "the army withdrew and would rebuild", True),
    ],
)
def test_same_mood(one: str, other: str, alike: bool) -> None:
    assert same_mood(one, other, frozenset({"army", "withdraw", "stop"})) is alike
