"""Who is criticised or asked is not who says so."""

from __future__ import annotations

import pytest

from kg.reading.attributions import patients
from kg.reading.attributions.drafts import Draft
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("The board has been blamed for the flood.", "The board", "has been blamed", "the flood", False),
        ("The board was widely criticised for the flood.", "The board", "was widely criticised for", "the flood", False),
        ("The board came under withering criticism for the flood.", "The board", "came under withering criticism for", "the flood", False),
        ("Hale, who took heat for the flood, left.", "who", "took heat for", "the flood", False),
        ("Hale was once asked why it rained.", "Hale", "was once asked", "why it rained", False),
        ("The flood has been blamed on the board by Hale.", "Hale", "has been blamed on", "the board", True),
        ("Hale was concerned that it rained.", "Hale", "was concerned", "that it rained", True),
        ("Hale criticised the board for the flood.", "Hale", "criticised", "the board for the flood", True),
        ("Hale took to Twitter to say it rained.", "Hale", "took to Twitter to say", "it rained", True),
    ],
)
def test_patient(text: str, source: str, cue: str, content: str, kept: bool) -> None:
    draft = Draft((place(text, source),), (place(text, cue),), (place(text, content),), 0.9, "test")
    patients.find(text, [draft])
    assert bool(draft.source) is kept
