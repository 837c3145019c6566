"""Whether a cue is a verb of speech, which only those have as subject that can speak."""

from __future__ import annotations

import functools
import re

from kg.reading.lexicon import forms, words


@functools.cache
def _pattern() -> re.Pattern[str]:
    known = sorted({form for lemma in words("speech") for form in forms(lemma)}, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(known)})\b", re.IGNORECASE)


def is_speech(cue: str) -> bool:
    """Whether a verb of speech is in the cue."""
    return bool(_pattern().search(cue))
