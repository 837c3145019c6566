"""Which of some names are written much like another."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_ALIKE: Final = 0.6


def nearest(key: str, found: Iterable[tuple[str, str]], count: int = 5) -> list[str]:
    """At most `count` names of `found`, pairs of a name's key and the name, whose keys are much like `key`, the nearest first."""
    ranked = sorted((-SequenceMatcher(None, key, other).ratio(), name) for other, name in found)
    return list(dict.fromkeys(name for alike, name in ranked if -alike >= _ALIKE))[:count]
