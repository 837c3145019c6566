"""Asides of who would not be named."""

from __future__ import annotations

import pytest

from kg.reading.attributions import anonymous
from kg.reading.network.reader import Frame
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("A board official, who asked not to be named, said it held.", "A board official, who",
         "A board official, who asked not to be named"),
        ("A guard, who would not be identified for fear of theft, said it held.", "A guard, who would",
         "A guard, who would not be identified for fear of theft"),
        ("A guard, who asked not to be named, said it held.", "A guard", "A guard"),
        ("A guard, who asked to be moved, said it held.", "A guard, who", "A guard, who"),
        ("A guard, who said it held, asked not to be named, and left.", "A guard, who", "A guard, who"),
    ],
)  # fmt: skip
def test_the_source_has_all_of_it(text: str, source: str, whole: str) -> None:
    frame = Frame((place(text, source),), (place(text, "said"),), (place(text, "it held"),), 0.9)
    assert [text[b:e] for f in anonymous.whole(text, [frame]) for b, e in f.source] == [whole]


@pytest.mark.parametrize(
    ("text", "content", "left"),
    [
        ("A guard who asked not to be named backed up his account.", "not to be named backed up his account", "not to be named"),
        (
            "A guard who asked not to be moved backed up his account.",
            "not to be moved backed up his account",
            "not to be moved backed up his account",
        ),
    ],
)
def test_the_aside_has_no_more(text: str, content: str, left: str) -> None:
    frame = Frame((place(text, "A guard"),), (place(text, "asked"),), (place(text, content),), 0.9)
    assert [text[b:e] for f in anonymous.whole(text, [frame]) for b, e in f.content] == [left]
