"""By which words claims are sought that say what a sentence says: its own, and their other forms where those are written otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.link.lexicon import pairs
from kg.link.pairs import STOP, stem, tokens

_NUMBER = re.compile(r"\d+(?:,\d{3})+")


@cache
def _forms() -> dict[str, frozenset[str]]:
    """For the stem of a verb its irregular forms and the nouns made of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, verb in (*pairs("past"), *pairs("derived")):
        found[stem(verb)] |= {word, verb}
    return {of: frozenset(words) for of, words in found.items()}


def sought(sentence: str) -> list[str]:
    """The words of a sentence that carry meaning, else all it has, with "withdrawn" and "withdrawal" for "withdrew", and "12,000" whole."""
    words = [*tokens(sentence), *_NUMBER.findall(sentence)]
    telling = [word for word in words if word not in STOP] or words
    return list(dict.fromkeys(form for word in telling for form in (word, *sorted(_forms().get(stem(word), ())))))
