"""What is no cue, and what needs a source to be believed."""

from __future__ import annotations

import pytest

from kg.reading.cues import is_believed
from kg.reading.drafts import Draft


@pytest.mark.parametrize(
    ("cue", "sourced", "score", "believed"),
    [
        ("said", True, 0.5, True),
        ("was said", False, 0.7, True),
        ("was said", False, 0.5, False),
        ("rumors", False, 0.5, True),
        ("were rumors of", False, 0.5, True),
        ("of", True, 0.9, False),
        (":", True, 0.9, True),
        ("also known as", False, 0.9, False),
        ("identify as", True, 0.9, False),
        ("identified", True, 0.9, True),
        ("known", True, 0.9, True),
    ],
)
def test_is_believed(cue: str, sourced: bool, score: float, believed: bool) -> None:
    draft = Draft(((0, 1),) if sourced else (), ((0, len(cue)),), ((0, 1),), score, "test")
    assert is_believed(cue, draft) is believed
