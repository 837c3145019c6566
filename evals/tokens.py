"""What two readings are compared by: tokens of spans, and names."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*")
_DETERMINER = re.compile(r"^(?:the|an?|some|another|one|two|three|several|many) +", re.IGNORECASE)
_CORE = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|wr(?:ite|ites|ote|iting|itten)|add(?:s|ed|ing)?|according|claim(?:s|ed|ing)?"
    r"|tweet(?:s|ed|ing)?|argu(?:e|es|ed|ing)|stat(?:e|es|ed|ing)|report(?:s|ed|ing)?|announc(?:e|es|ed|ing)|den(?:y|ies|ied|ying)"
    r"|disput(?:e|es|ed|ing)|insist(?:s|ed|ing)?|declar(?:e|es|ed|ing)|not(?:e|es|ed|ing)|acknowledg(?:e|es|ed|ing)|ask(?:s|ed|ing)?"
    r"|suggest(?:s|ed|ing)?|warn(?:s|ed|ing)?|respond(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
Tokens = frozenset[int]


def tokens(text: str, spans: Sequence[Sequence[int]] | None) -> Tokens:
    """Where the words inside `spans` begin; marks at a span's edge do not count."""
    return frozenset(match.start() + begin for begin, end in spans or () for match in _TOKEN.finditer(text[begin:end]))


def words(text: str) -> int:
    """How many words `text` has."""
    return len(_TOKEN.findall(text))


def f1(a: Tokens, b: Tokens) -> float:
    """Harmonic mean of precision and recall of the tokens, 0 when either side has none."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def core(text: str, cue: Sequence[Sequence[int]]) -> bool:
    """Whether a plain word of saying is in the cue."""
    return any(_CORE.search(text[begin:end]) for begin, end in cue)


def name(words: str | None) -> str:
    """A name as it is compared: case, a leading determiner or number word and the shape of apostrophes aside."""
    return _DETERMINER.sub("", " ".join((words or "").split()).lower().replace("'", "’"))


def same_words(a: str | None, b: str | None) -> bool:
    """Whether the words of one are all among those of the other, determiners and prepositions aside: “X” and “on X” are the same."""
    left, right = (_content_words(side) for side in (a, b))
    return bool(left and right) and (left <= right or right <= left)


def _content_words(words: str | None) -> frozenset[str]:
    return frozenset(_TOKEN.findall((words or "").lower())) - {"the", "a", "an", "on", "in", "by", "at", "its", "his", "her", "their"}
