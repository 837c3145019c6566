"""Sayings alone in their sentence, or beside others."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.reading.network.reader import Frame
from kg.reading.rules import besides
from tests.reading.scenes import place


def found(text: str, frames: list[Frame], quoted: list[Span] | None = None) -> list[tuple[str, str, str]]:
    read = besides.find(text, [(0, len(text))], frames, quoted or [])
    return [(text[slice(*f.source[0])], text[slice(*f.cue[0])], text[slice(*f.content[0])]) for f in read]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Una Dahl said up to 500 people attended the rally.", "up to 500 people attended the rally"),
        ("Una Dahl said on Monday.", None),
        ("Una Dahl said goodbye.", None),
        ("Una Dahl said in the hall that was closed.", None),
        ("What Una Dahl said was believed.", None),
        ("Una Dahl said: it rained.", None),
    ],
)
def test_a_sentence_that_is_said(text: str, content: str | None) -> None:
    assert found(text, []) == ([("Una Dahl", "said", content)] if content else [])
    assert not found(text, [Frame((), (place(text, "said"),), ((0, 3),), 0.9)])


def test_what_i_goes_on_to_believe() -> None:
    text = "I believe that Hale knew, and I believe the ministry knew it too."
    read = Frame(((0, 1),), ((2, 9),), (place(text, "that Hale knew"),), 0.9)
    assert found(text, [read]) == [("I", "believe", "the ministry knew it too")]
    assert not found(text, [])
    assert not found(text, [read], [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "content", "besides"),
    [
        ("Hale admitted one count and denied another.", "one count", ["another"]),
        ("Hale admitted theft, lying and fraud but denied two counts of arson, the court heard.", "theft", ["two counts of arson"]),
        ("Hale admitted theft and Vo denied it.", "theft", []),
        ("Hale admitted theft and was denied bail.", "theft", []),
        ("Hale admitted theft and denied bail.", "theft", []),
    ],
)
def test_what_is_pleaded_besides(text: str, content: str, besides: list[str]) -> None:
    read = Frame((place(text, "Hale"),), (place(text, "admitted"),), (place(text, content),), 0.9)
    assert found(text, [read]) == [("Hale", "denied", b) for b in besides]
