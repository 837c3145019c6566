"""What the text calls an organization beside its name."""

from __future__ import annotations

import pytest

from tests.reading.scenes import scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The opposition group, the Free Front, met.", {"opposition group"}),
        ("The Free Front, a rebel alliance, met.", {"rebel alliance"}),
        ("The Free Front, which met, left.", set()),
        ("The Free Front, a friend said, met.", set()),
        ("The rain, the Free Front said, fell.", set()),
    ],
)
def test_find(text: str, expected: set[str]) -> None:
    assert scene(text, Organization="Free Front").figures[0].nicknames == expected
