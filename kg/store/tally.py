"""What a number says of which the text around it tells what it counts: "put the death toll at 46" of "46 people were killed in Selm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.link.counting import Count, counts, disjoint, named
from kg.link.negation import LIGHT, NOT
from kg.link.pairs import stems
from kg.link.slots import akin, told

if TYPE_CHECKING:
    from kg.store.verdict import Made

_BARE = re.compile(
    r"^\W*(?:that\s+)?(?:the|its?|their)?\s*(?:\w+\s+)?(?:number|figure|total|toll|turnout|attendance|tally|count)\s+(?:\w+\s+)?(?:at|was|is|of)\s+(?P<n>.+)$",
    re.IGNORECASE,
)
FEW = 4  # words of a claim that counts and says little else


def bears_out(sentence: str, made: Made) -> bool | None:
    """Whether a claim that is little more than a number asserts a sentence that counts the same, by what its article tells besides;
    False where it excludes it."""
    asked, given = counts(sentence), _counted(made)
    if len(asked) != 1 or len(given) != 1 or asked[0].outcome != given[0].outcome or NOT.search(sentence) or made.stance == "denies":
        return None
    around = stems(f"{made.words} {made.around}")
    wanted = {word for word in stems(named(sentence, asked[0].outcome)) - LIGHT if not word[0].isdigit()}
    if not wanted or not all(any(akin(word, known) for known in around) for word in wanted):
        return None
    return True if asked == given else False if disjoint(asked, given) else None


def is_brief(words: str) -> bool:
    """Whether a claim may be little more than a number."""
    return bool(_BARE.match(words)) or (len(told(words)) <= FEW and bool(counts(words)))


def _counted(made: Made) -> tuple[Count, ...]:
    """What a claim counts: by its own words, if they are few, or, of "the number at 12,000", by what its sentence has counted before."""
    bare = _BARE.match(made.words)
    if found := counts(made.words):
        return found if is_brief(made.words) else ()
    before = counts(made.sentence[: made.sentence.find(made.words)]) if bare and made.words in made.sentence else ()
    amount = next((word.amount for word in told(bare["n"]) if word.amount), None) if bare else None
    return (Count(before[-1].outcome, amount.low, amount.high),) if before and amount else ()
