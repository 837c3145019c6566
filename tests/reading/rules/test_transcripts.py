"""Lines that begin with who speaks."""

from __future__ import annotations

import pytest

from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import Frame
from kg.reading.rules import transcripts

TALK = "HALE: Thank you for coming.\nRUIZ: The dam burst.\nHALE: When?"


def read(text: str, frames: list[Frame] | None = None) -> list[tuple[str, str, str]]:
    found = transcripts.find(text, paragraphs(text), frames or [])
    return [(text[slice(*f.source[0])], text[slice(*f.cue[0])], text[slice(*f.content[0])]) for f in found]


def test_every_labelled_line_is_one() -> None:
    assert read(TALK) == [("HALE", ":", "Thank you for coming."), ("RUIZ", ":", "The dam burst."), ("HALE", ":", "When?")]


def test_a_label_may_hold_a_role() -> None:
    assert read("Tom Hale (host): Hello.\nAna Ruiz: Hi.\nTom Hale (host): Well?")[0][0] == "Tom Hale"


def test_a_label_may_say_what_one_is_and_be_short_further_on() -> None:
    text = "ANA RUIZ, MAYOR OF SELM: Hello.\nTOM HALE: Hi.\nRUIZ: Well?"
    assert [source for source, *_ in read(text)] == ["ANA RUIZ", "TOM HALE", "RUIZ"]


def test_a_line_that_is_read_already_is_left_alone() -> None:
    begin = TALK.index("The dam")
    read_before = Frame(((28, 32),), ((32, 33),), ((begin, begin + 14),), 0.9)
    assert [source for source, *_ in read(TALK, [read_before])] == ["HALE", "HALE"]


def test_a_line_in_which_somebody_is_told_of_is_read() -> None:
    begin = TALK.index("dam burst")
    inside = Frame((), ((begin - 4, begin - 1),), ((begin, begin + 10),), 0.9)
    assert [source for source, *_ in read(TALK, [inside])] == ["HALE", "RUIZ", "HALE"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "HALE: Hello.\nRUIZ: Hi.",
        "Source: Hale.\nPhoto: Ruiz.\nSource: Ruiz.",
        "ONE: a.\nTWO: b.\nTHREE: c.",
        "What we know: little.\nWhat we do not: much.\nWhat we know: little.",
        "at 10:30 it rained.\nat 10:40 it rained.\nat 10:30 it rained.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert read(text) == []
