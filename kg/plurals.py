"""How many of something, in words."""

from __future__ import annotations


def many(count: int, noun: str, plural: str | None = None) -> str:
    """`count` of what `noun` names: "1 byte", "2,000 bytes", with `plural` where an s is not enough."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
