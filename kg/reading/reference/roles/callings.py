"""The words of a calling: the noun phrase that ends in one for a person, "the ministry's former | spokeswoman"."""

from __future__ import annotations

import re

from kg.reading.lexicon import is_person_noun, words
from kg.reading.reference.scene import Scene

WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")
DETERMINER = {"the", "a", "an", "his", "her", "their", "its", "our", "my", "another", "one", "some", "two", "as"}
_PRONOUN = {"its", "his", "her", "their"}
_ADVERBS = {"now", "most", "much", "well", "long", "once", "best", "self", "then", "also", "late", "former"}
_HELPING = {"had", "has", "have", "was", "were", "be", "been", "he", "she", "who", "they", "it", "also", "now"}
_BODIES = {"authority", "center", "centre", "company", "family", "force", "opposition", "regulator", "watchdog"}  # persons to WordNet
Tokens = list[re.Match[str]]


def is_calling(word: str) -> bool:
    """Whether a word may be one person’s role; plurals are not."""
    low = re.sub(r"[’']s?$", "", word.lower())
    return low == word.lower() and is_person_noun(low) and low not in _BODIES and word != "National"


def opening(scene: Scene, tokens: Tokens, head: int) -> int:
    """The first token of the noun phrase that ends in the token `head`."""
    start = head
    while start > 0 and _joins(scene.text, tokens[start - 1], tokens[start]) and not _is_verb(scene, tokens, start - 1):
        start -= 1
    return start


def is_definite(tokens: Tokens) -> bool:
    """Whether a phrase says whose or which: with an article, a pronoun or a genitive."""
    first = tokens[0].group().lower()
    return first in {"the", "a", "an", *_PRONOUN} or any(re.search(r"[’'][sS]?$", t.group()) for t in tokens)


def _joins(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words next to each other belong to one noun phrase that ends in the role."""
    gap = text[left.end() : right.start()]
    closed = left.group().lower() in words("not_in_roles") or right.group().lower() in DETERMINER
    return gap.strip() in {"", "’", "'"} and not closed


def _is_verb(scene: Scene, tokens: Tokens, i: int) -> bool:
    """Whether a word in "-ed" is what somebody did: "Ruiz implored", "had married"; not "retired" of a retired judge."""
    if not re.fullmatch(r"[a-z]{2,}ed|lost|won|met|beat", tokens[i].group()):
        return False
    start = tokens[i].start()
    after_name = any(scene.text[e:start] == " " for _, e, _ in scene.names(start - 2, start))
    before = tokens[i - 1].group() if i else ""
    subject = i > 1 and before.islower() and tokens[i - 2].group().lower() in DETERMINER and not before.endswith("ly")
    return after_name or before.lower() in _HELPING or (subject and before not in _ADVERBS)  # "the kingdom | executed"
