"""Roles beside a name, and whose they are."""

from __future__ import annotations

import pytest

from tests.reading.scenes import called, scene


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ana Ruiz, the Water Board's director, spoke.", [("director", "Water Board")]),
        ("Ana Ruiz, deputy director of the Water Board, spoke.", [("deputy director", "Water Board")]),
        ("Water Board spokeswoman Ana Ruiz spoke.", [("spokeswoman", "Water Board")]),
        ("The Water Board met. Its chairwoman, Ana Ruiz, spoke.", [("chairwoman", "Water Board")]),
        ("The head of the Water Board, Ana Ruiz, spoke.", [("head", "Water Board")]),
        ("Mayor Ana Ruiz spoke.", [("mayor", None)]),
        ("The Party of Order (Water Board) legislator Ana Ruiz spoke.", [("legislator", "Water Board")]),
        ("Ana Ruiz, a carpenter, spoke.", [("carpenter", None)]),
        ("Ana Ruiz, who spoke to the director, left.", []),
        ("Ana Ruiz, Tom Hale and the director left.", []),
        ("Ana Ruiz, 58, spoke.", []),
        ("Dr. Ana Ruiz spoke.", []),
        ("The Water Board never accused Ana Ruiz.", []),
        ("The candidates, Ana Ruiz and Tom Hale, spoke.", []),
        ("Her associates, Ana Ruiz said, left.", []),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str | None]]) -> None:
    made = scene(text, Person="Ana Ruiz|Tom Hale", Organization="Water Board")
    person = next(f for f in made.figures if f.name == "Ana Ruiz")
    assert [(role, called(of)) for role, of, *_ in person.roles] == roles


@pytest.mark.parametrize(
    ("text", "gender"), [("Ms. Vo spoke.", "f"), ("Mr. Vo spoke.", "m"), ("Vo, a spokeswoman, spoke.", "f"), ("Vo spoke.", None)]
)
def test_gender(text: str, gender: str | None) -> None:
    assert scene(text, Person="Vo").figures[0].gender == gender
