"""Subjects right before a cue."""

from __future__ import annotations

import pytest

from kg.reading import subjects
from kg.reading.drafts import Draft
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        ("The dam held, the official told the Courier.", "the Courier", "told", "The dam held", "the official"),
        ("Mr. Hale was quoted as saying that it held.", None, "was quoted as saying", "that it held", "Mr. Hale"),
        ("Mr. Hale told the Courier that it held.", "Mr. Hale", "told", "that it held", "Mr. Hale"),
        ("It held, said the official.", "the official", "said", "It held", "the official"),
    ],
)
def test_subject(text: str, source: str | None, cue: str, content: str, found: str | None) -> None:
    draft = Draft((place(text, source),) if source else (), (place(text, cue),), (place(text, content),), 0.9, "test")
    subjects.find(text, [draft], [(0, len(text))])
    assert [text[b:e] for b, e in draft.source] == ([found] if found else [])
