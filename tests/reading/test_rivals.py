"""Contents that end where another's saying is set against them."""

from __future__ import annotations

import pytest

from kg.reading import rivals
from kg.reading.network import Frame


def frame(text: str, source: str, cue: str, content: str) -> Frame:
    at = [(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    return Frame((at[0],), (at[1],), (at[2],), 0.9)


@pytest.mark.parametrize(
    ("text", "outer", "inner", "left"),
    [
        (
            "Police said he had a gun, but nurses insisted that he had none",
            ("Police", "said", "he had a gun, but nurses insisted that he had none"),
            ("nurses", "insisted", "that he had none"),
            "he had a gun",
        ),
        (
            "Police said he had a gun, but he insisted that he had none",
            ("Police", "said", "he had a gun, but he insisted that he had none"),
            ("he ", "insisted", "that he had none"),
            "he had a gun, but he insisted that he had none",
        ),
        (
            "Police said he had a gun, and nurses insisted that he had none",
            ("Police", "said", "he had a gun, and nurses insisted that he had none"),
            ("nurses", "insisted", "that he had none"),
            "he had a gun, and nurses insisted that he had none",
        ),
        (
            "Police said he had a gun, but nurses wanted to see it first",
            ("Police", "said", "he had a gun, but nurses wanted to see it first"),
            ("nurses", "wanted", "to see it first"),
            "he had a gun, but nurses wanted to see it first",
        ),
    ],
)
def test_cut(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str], left: str) -> None:
    frames = [frame(text, *outer), frame(text, *inner)]
    first, second = rivals.cut(text, frames, [])
    assert [text[b:e] for b, e in first.content] == [left]
    assert second == frames[1]
    assert rivals.cut(text, frames, [(0, len(text))]) == frames
