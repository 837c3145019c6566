"""Who "I" is in an article of one author."""

from __future__ import annotations

import pytest

from kg.reading.reference import author, refer
from tests.reading.scenes import called, scene

COLUMN = "I walk to work. I have done so for years. I told them that it held."


@pytest.mark.parametrize(
    ("top", "body", "who"),
    [
        ("A town\n\nBy Ana Ruiz\n\n", COLUMN, "Ana Ruiz"),
        ("A town\n\nBY ANA RUIZ | 3 March 2025\n\n", COLUMN, "Ana Ruiz"),
        ("A town\n\nBy Ana Ruiz and Tom Hale\n\n", COLUMN, None),
        ("A town\n\n", COLUMN, None),
        ("A town\n\nTom Hale\n\n", COLUMN, "Tom Hale"),
        ("A town\n\nTom Hale left.\n\n", COLUMN, None),
        ("A town\n\nBy Monday\n\n", COLUMN, None),
        ("A town\n\nBy Ana Ruiz\n\n", "“I walk. I ran. I fell,” he said. I told them that it held.", None),
    ],
)
def test_author(top: str, body: str, who: str | None) -> None:
    made = scene(top + body, Person="Tom Hale")
    made.author = author.find(made)
    at = made.text.index("I told")
    assert called(refer.speaker(made, (at, at + 1), (at + 2, at + 6)).figure) == who


def test_who_is_interviewed_goes_before() -> None:
    made = scene(f"By Ana Ruiz\n\nTom Hale digs. {COLUMN}", Person="Tom Hale")
    made.author, made.interviewed = author.find(made), made.figures[0]
    at = made.text.index("I told")
    assert called(refer.speaker(made, (at, at + 1), (at + 2, at + 6)).figure) == "Tom Hale"
