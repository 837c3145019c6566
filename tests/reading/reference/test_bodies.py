"""Phrases for organizations and places."""

from __future__ import annotations

import pytest

from tests.reading.scenes import scene


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Morton Steel closed a mill. The company said so.", "Morton Steel", ["Morton Steel", "The company"]),
        ("Morton Steel closed a mill. The company spokesman said so.", "Morton Steel", ["Morton Steel"]),
        ("Morton Steel met Hale, who said that its company was sound.", "Morton Steel", ["Morton Steel", "its company"]),
        ("Morton Steel met Hale. His company was sound, and that company said so.", "Morton Steel", ["Morton Steel", "that company"]),
        ("Morton Steel wrote to the council.", "Morton Steel", ["Morton Steel"]),
        ("They met in Lune Valley. The valley is wide.", "Lune Valley", ["Lune Valley", "The valley"]),
        ("They met in Lune Valley. A valley is wide.", "Lune Valley", ["Lune Valley"]),
        ("Selm, a market town, is quiet. The town has one road.", "Selm", ["Selm", "a market town", "The town"]),
        ("Selm is quiet. The town has one road.", "Selm", ["Selm", "The town"]),
        ("Lune Valley is quiet. The town has one road.", "Lune Valley", ["Lune Valley"]),
        ("Selm is quiet. The country has one road.", "Selm", ["Selm"]),
        ("A water agency met. The agency said so.", "water agency", ["water agency", "The agency"]),
    ],
)
def test_mentions(text: str, name: str, mentions: list[str]) -> None:
    made = scene(text, Organization="Morton Steel", Place="Lune Valley|Selm")
    figure = next(f for f in made.figures if f.name == name)
    assert [text[m.begin : m.end] for m in sorted(figure.mentions, key=lambda m: m.begin)] == mentions
