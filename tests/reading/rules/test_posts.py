"""Lines that begin with who says them."""

from __future__ import annotations

import pytest

from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Frame
from kg.reading.rules import posts
from tests.reading.scenes import place, scene

KINDS = {"Person": "Ana Ruiz", "Organization": "Wabo"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("17:55 Mayor Ana Ruiz: “Stay in. The wall is holding.”", [("Mayor Ana Ruiz", "Stay in. The wall is holding")]),
        ('Ana Ruiz: "The wall is holding."', [("Ana Ruiz", "The wall is holding")]),
        ("16:05 Weather service: gusts are expected by midnight.", [("Weather service", "gusts are expected by midnight")]),
        ("16:05 Wabo: the dam has burst.", [("Wabo", "the dam has burst")]),
        ("• Police: two men were killed", [("Police", "two men were killed")]),
        ("Police: two men were killed", []),  # a heading, but for a headline
        ("16:05 Weather: gusts are expected.", []),
        ("16:05 Update: the dam has burst.", []),
        ("16:05 What Wabo knows: the dam has burst.", []),
        ("16:05 Wabo: Hale; Vo, Ek; Poe", []),
        ("The dam: “It is holding,” it says.", []),
        ("Ana Ruiz: “It is holding,” Hale said.", []),
        ("16:05 Two are dead, police say: the dam has burst.", []),
    ],
)
def test_find(line: str, found: list[tuple[str, str]]) -> None:
    text = f"It rained in Selm.\n\n{line}\n"
    frames = posts.find(text, paragraphs(text), scene(text, **KINDS).figures, [])
    assert [(text[slice(*f.source[0])], text[slice(*f.content[0])]) for f in frames] == found


def test_what_is_read_already_is_left_alone() -> None:
    text = "16:05 Wabo: the dam has burst.\n"
    read = Frame((place(text, "Wabo"),), ((10, 11),), (place(text, "the dam has burst"),), 0.9)
    figures = scene(text, **KINDS).figures
    assert not posts.find(text, paragraphs(text), figures, [read])
    assert posts.find(text, paragraphs(text), figures, [Frame((), read.cue, read.content, 0.9)])
