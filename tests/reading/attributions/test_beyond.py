"""Where a sentence goes on without what is said in it."""

from __future__ import annotations

import pytest

from kg.reading.attributions import beyond
from kg.reading.network.reader import Frame
from kg.reading.text import quotes
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "cue", "content", "left"),
    [
        ("She has said that I was, and that is simply not true.", "has said", "that I was, and that is simply not true", "that I was"),
        ("She said it fell, but that was a lie.", "said", "it fell, but that was a lie", "it fell"),
        ("She said it fell, and that it was a lie.", "said", "it fell, and that it was a lie", None),
        ("She said it fell and that is why.", "said", "it fell and that is why", None),
        ("“It fell, and that is a lie,” she said.", "said", "It fell, and that is a lie", None),
        ("Ruiz: It fell, and that is a lie.", ":", "It fell, and that is a lie", None),
        ("Work, in which he said that it held, was lost.", "said", "that it held, was lost", "that it held"),
        ("Work which, he said, held, was lost.", "said", "held, was lost", None),
        ("He said that it, in May, was lost.", "said", "that it, in May, was lost", None),
        ("Ruiz, who said that it held, has left.", "said", "that it held, has left", "that it held"),
        ("She urged people not to panic, but her office fled.", "urged", "people not to panic, but her office fled", "people not to panic"),
        ("She urged people to run, but not to panic.", "urged", "people to run, but not to panic", None),
        ("She told them that it fell, but the dam held.", "told", "that it fell, but the dam held", None),
        ("She said they had to run, but the dam held.", "said", "they had to run, but the dam held", None),
    ],
)
def test_where_a_content_ends(text: str, cue: str, content: str, left: str | None) -> None:
    begin, end = place(text, content)
    marks = [(q.begin, q.end) for q in quotes.find(text, [(0, len(text))])]
    [frame] = beyond.cut(text, [Frame(((0, 1),), (place(text, cue),), ((begin, end),), 0.9)], marks)
    assert text[slice(*frame.content[0])] == (left or content)
