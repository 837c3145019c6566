"""How many of something, in words."""

from __future__ import annotations

import pytest

from kg.plurals import many


@pytest.mark.parametrize(
    ("given", "said"),
    [((0, "byte"), "0 bytes"), ((1, "byte"), "1 byte"), ((2_000, "byte"), "2,000 bytes"), ((1, "entity", "entities"), "1 entity"),
     ((2, "entity", "entities"), "2 entities")],
)  # fmt: skip
def test_many(given: tuple[int, str], said: str) -> None:
    assert many(*given) == said
