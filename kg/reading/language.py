"""Which language a text is in."""

from __future__ import annotations

SHORTEST, SAMPLE = 200, 2000  # characters: below the first nothing is told, and no more than the second are looked at


def of(text: str) -> str | None:
    """ISO 639-1 code of the language, or None for a text too short to tell."""
    import py3langid

    sample = " ".join(text[: 2 * SAMPLE].split())[:SAMPLE].lower()
    return str(py3langid.classify(sample)[0]) if len(sample) >= SHORTEST else None
