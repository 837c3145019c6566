"""What somebody called a thing, in passing."""

from __future__ import annotations

import pytest

from kg.reading.rules import called


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("It ended what the mayor, Ana Ruiz, called “a war on trees”.", None, None),
        ("It ended what Mayor Ana Ruiz called “a war on trees”.", "Mayor Ana Ruiz", "“a war on trees”"),
        ("It ended what she has described as “a war on trees”.", "she", "“a war on trees”"),
        ("It ended what has been widely called “a war on trees”.", None, None),
        ("It is what the street was called.", None, None),
        ("He asked what Ruiz called the dog.", None, None),
    ],
)
def test_what_somebody_called_a_thing(text: str, source: str | None, content: str | None) -> None:
    found = called.find(text, [(0, len(text))], [])
    assert [(text[slice(*f.source[0])], text[slice(*f.content[0])]) for f in found] == ([(source, content)] if source else [])


def test_a_cue_that_was_read_is_left() -> None:
    text = "It ended what Ruiz called “a war on trees”."
    [frame] = called.find(text, [(0, len(text))], [])
    assert called.find(text, [(0, len(text))], [frame]) == []
