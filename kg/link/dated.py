"""Whether an amount that two claims give is of another time: "6.1 percent in March", "to 5.2 percent in March from 6.1 in February"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kg.link.slots import TIMES, Word, told


@lru_cache(maxsize=8192)
def dated_otherwise(one: str, other: str) -> bool:
    """Whether an amount in one claim is in the other only as what was before, or at another time."""
    left, right = _dated(one), _dated(other)
    for amount, time in left:
        same = [(found, when) for found, when in right if found.stem == amount.stem]
        if same and all(_otherwise(amount, time, found, when) for found, when in same):
            return True
    return False


def _dated(text: str) -> list[tuple[Word, Word | None]]:
    """The amounts of a text, each with the time that stands behind it and before the next."""
    words = told(text)
    ends = [i for i, word in enumerate(words) if word.amount] + [len(words)]
    return [(words[i], next((w for w in words[i + 1 : end] if w.kind in TIMES), None)) for i, end in pairwise(ends)]


def _otherwise(one: Word, time: Word | None, other: Word, when: Word | None) -> bool:
    if time and when and time.kind == when.kind:
        return time.stem != when.stem
    return (one.to == "from") != (other.to == "from")
