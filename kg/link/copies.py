"""Articles that are mostly one text: wire copies, reprints, updates. MinHash over words in a row, found by bands of it."""

from __future__ import annotations

import re
from typing import Final

RULE: Final = "minhash/1"
WORDS, HASHES, BANDS = 4, 128, 32
ALIKE: Final = 0.5
"""Share of runs of words in common from which two articles are copies."""
_SEED, _MOST = 7, 20_000


def digest(text: str) -> list[int]:
    """The MinHash of a text: `HASHES` numbers; none for a text of few words."""
    from rensa import RMinHash

    words = re.findall(r"\w+", text.lower())[:_MOST]
    if len(words) < 10 * WORDS:
        return []
    made = RMinHash(HASHES, _SEED)
    made.update([" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)])
    return list(made.digest())


def bands(numbers: list[int]) -> list[str]:
    """Keys of which two copies share at least one."""
    rows = HASHES // BANDS
    return [f"copy|{b}|{','.join(map(str, numbers[b * rows : (b + 1) * rows]))}" for b in range(BANDS)] if numbers else []


def alike(one: list[int], other: list[int]) -> float:
    """About the share of runs of words that two texts have in common."""
    return sum(x == y for x, y in zip(one, other, strict=True)) / HASHES if one and other else 0.0
