"""What is claimed by a noun alone."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import claimed
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They ran as the group officially claimed control.", [("the group", "officially claimed", "control")]),
        ("The army has claimed full control of the port, he said.", [("The army", "has claimed", "full control of the port")]),
        ("It was announced hours after Hale claimed victory.", [("Hale", "claimed", "victory")]),
        ("The woman known as Ada claimed victory.", [("The woman known as Ada", "claimed", "victory")]),
        ("Both sides claimed a victory and went home.", [("Both sides", "claimed", "a victory")]),
        ("The cell, which left, claimed responsibility.", []),
        ("The storm claimed lives.", []),
        ("The firm claimed controls were tight.", []),
        ("Claims of victory were heard.", []),
        ("“The army claimed victory.”", []),
    ],
)
def test_clauses(text: str, found: list[tuple[str, str, str]]) -> None:
    quoted = [(1, len(text) - 1)] if text.startswith("“") else []
    shown = [
        tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content))
        for f in claimed.find(text, [(0, len(text))], [], quoted)
    ]
    assert shown == found


def test_a_cue_that_was_read_is_left() -> None:
    text = "The army claimed victory."
    read = Frame((place(text, "The army"),), (place(text, "claimed"),), (place(text, "victory"),), 0.9)
    assert claimed.find(text, [(0, len(text))], [read], []) == []
