"""Contents that end where another's saying is set against them."""

from __future__ import annotations

import pytest

from kg.reading.attributions import rivals
from kg.reading.network.reader import Frame
from tests.reading.scenes import place


def frame(text: str, source: str, cue: str, content: str) -> Frame:
    source_at, cue_at, *pieces = ((text.index(part), text.index(part) + len(part)) for part in (source, cue, *content.split(" … ")))
    return Frame((source_at,), (cue_at,), tuple(pieces), 0.9)


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
            "Police said 300 people came; the union put the figure at 1,200",
            ("Police", "said", "300 people came; the union put the figure at 1,200"),
            ("the union", "put", "the figure at 1,200"),
            "300 people came",
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
    first, second = rivals.cut(text, frames, [], [])
    assert [text[b:e] for b, e in first.content] == [left]
    assert second == frames[1]
    assert rivals.cut(text, frames, [(0, len(text))], []) == frames


@pytest.mark.parametrize(
    ("text", "outer", "inner", "left"),
    [
        (
            "The pilot slept, two guards told her, but the owner, Selm Cranes, said he had been awake",
            ("two guards", "told", "The pilot slept … he had been awake"),
            ("the owner", "said", "he had been awake"),
            ["The pilot slept"],
        ),
        (
            "The pilot slept, two guards told her, but the owner, Selm Cranes, said he had been awake",
            ("two guards", "told", "The pilot slept … but the owner, Selm Cranes, said he had been awake"),
            ("the owner", "said", "he had been awake"),
            ["The pilot slept"],
        ),
        (
            "The pilot slept, two guards told her, but according to Selm Cranes he was awake",
            ("two guards", "told", "The pilot slept … he was awake"),
            ("Selm Cranes", "according to", "he was awake"),
            ["The pilot slept"],
        ),
        (
            "The pilot slept, two guards told her, and would sleep again, and the owner knew that he drank",
            ("two guards", "told", "The pilot slept … and would sleep again"),
            ("the owner", "knew", "that he drank"),
            ["The pilot slept", "and would sleep again"],
        ),
        (
            "The pilot slept, two guards told her, adding that the owner said he was often tired",
            ("two guards", "told", "The pilot slept … adding that the owner said he was often tired"),
            ("the owner", "said", "he was often tired"),
            ["The pilot slept", "adding that the owner said he was often tired"],
        ),
        (
            "The pilot slept, Tom Hale said, most guards believe that he drank",
            ("Tom Hale", "said", "The pilot slept … most guards believe that he drank"),
            ("most guards", "believe", "that he drank"),
            ["The pilot slept", "most guards believe that he drank"],
        ),
        (
            "The pilot slept, Tom Hale said at noon. The owner also spoke. He drank a lot",
            ("Tom Hale", "said", "The pilot slept … He drank a lot"),
            ("The owner", "also spoke", "He drank a lot"),
            ["The pilot slept", "He drank a lot"],
        ),
        (
            "Two guards told her that the owner said he was often tired",
            ("Two guards", "told", "that the owner said … he was often tired"),
            ("the owner", "said", "he was often tired"),
            ["that the owner said", "he was often tired"],
        ),
    ],
)
def test_pieces_that_another_says(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str], left: list[str]) -> None:
    frames = [frame(text, *outer), frame(text, *inner)]
    first, second = rivals.cut(text, frames, [], [])
    assert [text[b:e] for b, e in first.content] == left
    assert second == frames[1]


@pytest.mark.parametrize("order", [1, -1])
def test_the_first_of_several_ends_it(order: int) -> None:
    text = "Police said he had a gun, but nurses insisted that he had none; the union said nobody had seen one"
    outer = frame(text, "Police", "said", text[12:])
    nurses = frame(text, "nurses", "insisted", "that he had none; the union said nobody had seen one")
    union = Frame((place(text, "the union"),), (place(text, "said"),), (place(text, "nobody had seen one"),), 0.9)
    first, *_ = rivals.cut(text, [outer, *[nurses, union][::order]], [], [])
    assert [text[b:e] for b, e in first.content] == ["he had a gun"]
