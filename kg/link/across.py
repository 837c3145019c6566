"""What two sayings of different articles have to do with each other: the same claim, or claims that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.link import antonym, departing, event, numeric, slots, state, unheeded
from kg.link.amounts import amounts
from kg.link.counting import Count, counts, disjoint
from kg.link.excluding import excluded, is_other, negates, shared
from kg.link.mood import same_mood
from kg.link.negation import LIGHT, NOT, held, negated, scope
from kg.link.negation import is_hard as negated_hard
from kg.link.pairs import Said, both_reject, stem
from kg.link.slots import CALENDAR, MONTHS
from kg.link.told import Told
from kg.model import Basis, Relation
from kg.reading.lexicon import words
from kg.reading.properties.times import DAYS

POSSIBLE = 0.4
"""A link less sure than this is only possible: one between articles of unknown date, for example."""
CLOSE, FAR = 3, 14  # days: within the first, claims are of one time; beyond the second, things may have changed
SAME, PART, HALF = 0.6, 0.85, 0.45
"""Share of words in common with which two claims say the same: of both; or of the shorter, when it is no mere part of the longer."""
FEWEST, PART_FEWEST = 4, 6
TELLING = 3  # words, no names and no titles, that two claims of one thing share
_FORMAL = (
    "presidential",
    "republican",
    "democratic",
    "presumptive",
    "nominee",
    "candidate",
    "frontrunner",
    "campaign",
    "likely",
    "former",
    "late",
    "own",
)
TITLES = frozenset(stem(w) for w in (*words("titles"), *words("leaders"), *_FORMAL, "front-runner"))


@dataclass(frozen=True, slots=True)
class Finding:
    """`sure` is how sure the rule is, from 0 to 1, before the scores of the readings are weighed in."""

    relation: Relation
    basis: Basis
    rule: str
    sure: float


def judge(a: Told, b: Told) -> Finding | None:
    """The first that holds of: the same claim, one negates the other, numbers or states that exclude each other; about one name, or by one
    speaker, or, without a name of their own, of one event."""
    if a.shared_names & b.shared_names or a.sides & b.sides:
        rules = (*RULES, *OF_EVENT)
    elif event.is_one(a, b):
        rules = OF_EVENT if a.shared_names or b.shared_names else (*NAMELESS, *OF_EVENT)
        a, b = event.anchored(a, b)
    else:
        return None
    for rule in rules:
        found = rule(a, b)
        if found:
            return found if found.relation == "same" else _in_time(a, b, found)
    return None


def score(a: Told, b: Told, found: Finding) -> float:
    """As sure as the less sure of the two readings, times the rule."""
    return round(min(a.said.attribution.score, b.said.attribution.score) * found.sure, 3)


def _in_time(a: Told, b: Told, found: Finding) -> Finding | None:
    """Less sure the more days lie between, for what was so may be so no more; only possible where a day is not known."""
    gap = abs((a.day - b.day).days) if a.day and b.day else None
    if gap is not None and gap > FAR:
        return None
    sure = found.sure * (0.45 if gap is None else 1.0 if gap <= CLOSE else 0.8)
    basis: Basis = "reversal" if a.sides & b.sides or event.of_one_speaker(a, b) else found.basis
    if basis == "reversal" and (gap is None or gap == 0):
        return None
    return Finding(found.relation, basis, found.rule, round(sure, 3))


def same(a: Told, b: Told) -> Finding | None:
    """The same words, or one in the words of the other; with the same numbers and the same negation."""
    one, other = a.said.stems, b.said.stems
    common = one & other
    if len(_telling(a) & _telling(b)) < TELLING or antonym.oppose(one, other):
        return None
    share, part = len(common) / max(1, len(one | other)), len(common) / max(1, min(len(one), len(other)))
    enough = (share >= SAME and len(common) >= FEWEST) or (part >= PART and share >= HALF and len(common) >= PART_FEWEST)
    if not enough or a.said.affirmed != b.said.affirmed or bool(NOT.search(a.said.claim.text)) != bool(NOT.search(b.said.claim.text)):
        return None
    counted = [slots.numbers(t.said.claim.text) for t in (a, b)]
    if not (counted[0] <= counted[1] or counted[1] <= counted[0]) or not _same_names(a.said, b.said):
        return None
    if is_other(a.said.claim.text, b.said.claim.text):
        return None
    return Finding("same", "wording", "same-claim/3", round(max(share, 0.9 * part), 3))


def _telling(t: Told) -> frozenset[str]:
    return t.said.words - LIGHT - TITLES


def _same_names(a: Said, b: Said) -> bool:
    """Whether the names in one are those in the other, or some of them."""
    one, other = a.stems & a.names, b.stems & b.names
    return one <= other or other <= one or len(one & other) >= 2


CERTAIN, CLOSELY = 0.8, 0.4  # how sure a negation of more than one word is; the share of words in common that it needs between articles
LONG = 30  # words: a longer claim may negate anything
SHORT = 3


def negation(a: Told, b: Told) -> Finding | None:
    """One affirms what the other negates, about the same named thing and mostly in the same words."""
    focus = (scope(a.said) & held(b.said)) | (scope(b.said) & held(a.said))
    common = _telling(a) & _telling(b)
    if not focus & common or not a.shared_names & b.shared_names:
        return None
    if not same_mood(a.said.claim.text, b.said.claim.text, common) or _conditional(a) != _conditional(b):
        return None
    if (
        both_reject(a.said, b.said)
        or negated(a.said.claim.text) & negated(b.said.claim.text)
        or any(is_hard(t.said.claim.text) for t in (a, b))
    ):
        return None
    if len(common) == 1:
        short = max(len(_telling(a)), len(_telling(b))) <= SHORT
        return Finding("contradicts", "negation", "negation-across/5", 0.65) if short and a.about & b.about else None
    share = len(common) / max(1, min(len(_telling(a)), len(_telling(b))))
    whole = len(common) / max(1, len(_telling(a) | _telling(b)))
    return Finding("contradicts", "negation", "negation-across/5", 0.8) if share >= 0.45 and whole >= 0.2 else None


def closely(a: Told, b: Told) -> Finding | None:
    """The same, of claims that say little else: two articles may speak of other days, places and persons with the same few words."""
    common, all_words = _telling(a) & _telling(b), _telling(a) | _telling(b)
    found = negation(a, b)
    return found if found and (found.sure < CERTAIN or (len(common) >= TELLING and len(common) / len(all_words) >= CLOSELY)) else None


def is_hard(text: str) -> bool:
    """Whether what a claim negates cannot be told by the words after a negation."""
    return negated_hard(text) or len(text.split()) > LONG


def _conditional(t: Told) -> bool:
    return t.said.attribution.certainty == "conditional"


_BESIDE = re.compile(r"\b(?:\w+|\d+) (?:others?|more)\b", re.IGNORECASE)


def numbers(a: Told, b: Told) -> Finding | None:
    """Counts of one outcome that cannot both be, in short claims about the same; of a count that may grow, the later must be the lower."""
    one, other = counts(a.said.claim.text), counts(b.said.claim.text)
    common, least = (a.said.words & b.said.words) - LIGHT, min(len(t.said.words - LIGHT) for t in (a, b))
    if not disjoint(one, other) or len(common) < max(2, least / 2) or not a.shared_names & b.shared_names:
        return None
    if any(_BESIDE.search(t.said.claim.text) for t in (a, b)) or numeric.of_others(a.said, b.said):
        return None
    if (
        max(len(a.said.stems), len(b.said.stems)) > numeric.LONGEST + 4
        or not (a.said.affirmed and b.said.affirmed)
        or _grew(a, b, one, other)
    ):
        return None
    return Finding("contradicts", "numeric", "numeric-across/3", _of_a_toll(a, b))


def _grew(a: Told, b: Told, one: tuple[Count, ...], other: tuple[Count, ...]) -> bool:
    if not a.day or not b.day or a.day == b.day:
        return False
    (first, last) = (one, other) if a.day < b.day else (other, one)
    return all(y.high >= x.low for x in first for y in last if x.outcome == y.outcome)


def states(a: Told, b: Told) -> Finding | None:
    """States that exclude each other, of the same named thing."""
    common = (a.said.words & b.said.words) - LIGHT
    if len(common) < 2 or not a.about & b.about or "denies" in {t.said.attribution.stance for t in (a, b)}:
        return None
    return Finding("contradicts", "state", "state-across/1", 0.6) if state.excluded(a.said, b.said) else None


BY_DAY, RISEN = 0.35, 0.35  # how sure it is of claims that share no name but a month or a day; of what may have changed from day to day
_WHEN = re.compile(rf"\b(?:{'|'.join((*DAYS, *MONTHS))}|(?:19|20)\d\d|(?:last|this|next)\s+(?:year|month|week))\b", re.IGNORECASE)


def but_one(a: Told, b: Told) -> Finding | None:
    """Claims that are the same but for what excludes them: another number or month, an opposite, "not"; who won."""
    one, other = a.said.claim.text, b.said.claim.text
    if len(a.said.stems & b.said.stems) < min(len(a.said.stems), len(b.said.stems)) / 2:
        return None
    if is_hard(one) or is_hard(other) or _conditional(a) != _conditional(b) or len(one.split()) + len(other.split()) > LONG:
        return None
    if both_reject(a.said, b.said) or {a.said.attribution.stance, b.said.attribution.stance} & {"disputes"}:
        return None
    common = shared(one, other)
    sure = CERTAIN if (a.shared_names & b.shared_names) - CALENDAR else BY_DAY
    if a.said.affirmed != b.said.affirmed:
        no, yes = (other, one) if a.said.affirmed else (one, other)
        little = len(slots.lacks(yes, no)) <= len(common)
        found: Basis | None = "negation" if len(common) >= TELLING and little and negates(no, yes) else None
    else:
        found = excluded(one, other) if a.said.affirmed else None
    return Finding("contradicts", found, "but-one-across/1", min(sure, RISEN) if _may_change(a, b, found) else sure) if found else None


def _may_change(a: Told, b: Told, basis: Basis) -> bool:
    """Whether both may be so, each on its day: a toll that has risen, prices that rose and fell, two matches."""
    if not a.day or not b.day or a.day == b.day:
        return False
    if basis == "numeric":
        first, last = (max(x.high for x in amounts(t.said.claim.text)) for t in sorted((a, b), key=lambda t: str(t.day)))
        return first < last
    return basis in {"antonym", "state"} and not all(_WHEN.search(t.said.claim.text) for t in (a, b))


RULES: tuple[Callable[[Told, Told], Finding | None], ...] = (same, but_one, closely, numbers, states)


def tolls(a: Told, b: Told) -> Finding | None:
    """How many died of one thing, in claims that may share no other word."""
    return Finding("contradicts", "numeric", "tolls-across/1", _of_a_toll(a, b)) if event.tolls(a, b) else None


def _of_a_toll(a: Told, b: Told) -> float:
    """How sure it is that two tolls are of one thing: of "an attack", there may be others."""
    return RISEN if event.any_such(a, b) else 0.7


def holders(a: Told, b: Told) -> Finding | None:
    """One place in the hands of two sides."""
    return Finding("contradicts", "state", "holders-across/1", 0.7) if event.holders(a, b) else None


def figures(a: Told, b: Told) -> Finding | None:
    """A figure, and that it is wrong."""
    return Finding("contradicts", "numeric", "figures-across/1", 0.7) if event.is_one(a, b) and event.figures(a, b) else None


def departures(a: Told, b: Told) -> Finding | None:
    """Who was made to go, and went of their own will."""
    return Finding("contradicts", "state", "departing-across/1", 0.7) if event.is_one(a, b) and departing.exclude(a, b) else None


def messages(a: Told, b: Told) -> Finding | None:
    """What somebody ignored, and that they never had it."""
    excluded_ = event.is_one(a, b) and unheeded.excludes(a.said.claim.text, b.said.claim.text)
    affirmed = not {a.said.attribution.stance, b.said.attribution.stance} & {"denies", "disputes"}
    return Finding("contradicts", "negation", "unheeded-across/1", 0.7) if excluded_ and affirmed else None


def nameless(a: Told, b: Told) -> Finding | None:
    """What excludes each other by its words, of claims that say little else."""
    common, all_words = _telling(a) & _telling(b), _telling(a) | _telling(b)
    return (but_one(a, b) or closely(a, b)) if len(common) >= max(TELLING, CLOSELY * len(all_words)) else None


OF_EVENT: tuple[Callable[[Told, Told], Finding | None], ...] = (tolls, holders, figures, messages, departures)
NAMELESS: tuple[Callable[[Told, Told], Finding | None], ...] = (nameless,)
