"""Whether two sayings tell each of who says it: "we support the toll" and "we oppose it", "sales rose" and "sales fell" at two firms."""

from __future__ import annotations

import re

from kg.link.pairs import STOP, Said, tokens
from kg.model import Extraction
from kg.reading import lexicon

_OWN = re.compile(
    r"\W*(?:that\s+)?(?:(?:I|we|he|she|it|they|my|our|his|her|its|their)\b|(?:(?:\w+ly|net|operating|total)\s+){0,2}"
    r"(?:sales|profits?|revenues?|earnings|orders|output|production|deliveries|shares|turnover|loss(?:es)?|bookings|traffic|costs|staff|members)\b)",
    re.IGNORECASE,
)


_VOICES = lexicon.words("spokespeople") | lexicon.words("voices")


def each_of_own(extraction: Extraction, a: Said, b: Said) -> bool:
    """Whether both claims begin with "we", "its" or what each has of its own, or both speakers are bodies of one kind: two councils."""
    if all(_OWN.match(s.claim.text) for s in (a, b)):
        return True
    persons = {e.id for e in extraction.entities if e.type == "Person"}
    if (a.side | b.side) & persons:
        return False
    kinds = [{w for x, y in s.attribution.source for w in _common(extraction.article.text[x:y])} for s in (a, b)]
    return bool(kinds[0] & kinds[1])


def _common(source: str) -> set[str]:
    """The common nouns of a source, also where they begin it: "officials" of "Officials in Selm"."""
    begun = source[:1].lower() + source[1:]
    capitals = {w.lower() for w in re.findall(r"\b[A-Z][\w-]*", begun)}
    return set(tokens(begun)) - capitals - STOP - _VOICES
