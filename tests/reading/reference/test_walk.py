"""Pronouns and phrases for persons all through a text."""

from __future__ import annotations

import pytest

from kg.reading.reference.walk import Walk
from tests.reading.scenes import scene

HALE = "Tom Hale met Ana Ruiz in Selm. "


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (HALE + "He was tired.", "Tom Hale", ["He"]),
        (HALE + "Her hat was red.", "Ana Ruiz", ["Her"]),
        (HALE + "“She is well.”", "Ana Ruiz", []),
        ("Morton Steel closed its mill.", "Morton Steel", ["its"]),
        ("Tom Hale left. The 23-year-old was tired.", "Tom Hale", ["The 23-year-old"]),
        ("Tom Hale, a minister, left. The minister was tired.", "Tom Hale", ["The minister"]),
        ("Tom Hale, a minister, left. The singer was tired.", "Tom Hale", ["The singer"]),
        ("Tom Hale, a minister, left. The coach was tired.", "Tom Hale", []),
        ("Tom Hale said that Ana Ruiz lost her hat.", "Ana Ruiz", ["her"]),
    ],
)
def test_walk(text: str, name: str, mentions: list[str]) -> None:
    made = scene(text, Person="Tom Hale|Ana Ruiz", Organization="Morton Steel", Place="Selm")
    Walk(made).to(len(text))
    figure = next(f for f in made.figures if f.name == name)
    assert [text[m.begin : m.end] for m in figure.mentions if m.kind != "name"] == mentions


def test_it_stops_where_it_is_told() -> None:
    made = scene("Tom Hale left. He was tired. He slept.", Person="Tom Hale")
    walk = Walk(made)
    walk.to(20)
    assert len(made.figures[0].mentions) == 2
    walk.to(99)
    assert len(made.figures[0].mentions) == 3
