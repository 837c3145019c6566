"""Plain findings and answers."""

from __future__ import annotations

import pytest

from kg.reading.rules import plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The examiner found no signs of a beating.", [("The examiner", "found", "no signs of a beating")]),
        (
            "The examiner, Dr. Jo Vo, found no signs of a beating but has yet to rule.",
            [("The examiner, Dr. Jo Vo", "found", "no signs of a beating")],
        ),
        ("Police have found no evidence that it fell.", [("Police", "have found", "no evidence that it fell")]),
        ("Asked if it fell, Quill answered no.", [("Quill", "answered", "no")]),
        ("Hale then replied yes, and left.", [("Hale", "then replied", "yes")]),
        ("No trace was found of it.", []),
        ("The dog was found no more.", []),
        ("Hale found no seat in the hall.", []),
        ("Hale answered no questions.", []),
        ("Hale, who answered no, left.", []),
        ("Police found no evidence that it fell and it ran on" + " and on" * 100, []),
    ],
)
def test_find(text: str, found: list[tuple[str, str, str]]) -> None:
    frames = plain.find(text, [(0, len(text))], [], [])
    assert [(text[slice(*f.source[0])], text[slice(*f.cue[0])], text[slice(*f.content[0])]) for f in frames] == found
    assert plain.find(text, [(0, len(text))], frames, []) == []
    assert plain.find(text, [(0, len(text))], [], [(0, len(text))]) == []
