"""One thing that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """In which `part` of a store which `thing` has what `problem`, and the `remedy`. `repair` mends it, and loses nothing; it needs a store
    that is open for writing. None where only a person can say what is right."""

    part: str
    thing: str
    problem: str
    remedy: str
    repair: Callable[[], object] | None = None
