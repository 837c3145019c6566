"""Where two claims with words in common differ: "killed three workers" against "killed five", "in Paris" against "in London"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.link.amounts import Amount, amounts, apart
from kg.link.lexicon import lines
from kg.link.negation import LIGHT
from kg.link.pairs import STOP, stem
from kg.reading.properties.times import DAYS

_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|[,;:.!?]")
_TO = frozenset(lines("prepositions"))
MONTHS = lines("months")
CALENDAR = frozenset(stem(word) for word in (*DAYS, *MONTHS))
_SHORT = re.compile(r"(?:mr|mrs|ms|dr|[a-z])\.?|\w+n[’']t|\w+[’'](?:ll|re|ve|d|m)|(?:it|he|she|that|there|what|who|let)[’']s")
"""Titles, initials, and what is short for words that carry no meaning."""
_YEAR = re.compile(r"(?:19|20)\d\d")
TIMES = frozenset({"weekday", "month", "year", "time"})
_ONE = re.compile(r"\bone\b(?!\s+(?:of|another|day|side|thing)\b)", re.IGNORECASE)
_NOT_ONE = re.compile(r"\b(?:no|any|some|every|this|that|which|the)\s+$", re.IGNORECASE)
AKIN, ENDING = 5, 4  # letters that two forms of a word begin with, and those that follow at most


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning, or an amount or a time, with the preposition before it; `kind` is "word", "name", one of `TIMES`, or the
    kind of an amount."""

    stem: str
    kind: str
    to: str
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands in one claim where the other has something else."""

    one: Word
    other: Word


@cache
def _alike() -> dict[str, str]:
    """For the stem of each word that has others of its meaning that of the first of them."""
    return {stem(word): stem(line.split()[0]) for line in lines("alike") for word in line.split()}


@lru_cache(maxsize=8192)
def told(text: str) -> tuple[Word, ...]:
    """The words of a claim in order, amounts as one each; light verbs and what links words left out."""
    found = {a.begin: a for a in amounts(text) if not _is_pronoun(text, a)}
    pieces: list[tuple[str, Amount | None]] = []
    at = 0
    for begin, amount in sorted(found.items()):
        pieces += [(m.group(), None) for m in _TOKEN.finditer(text, at, begin)] + [("", amount)]
        at = amount.end
    pieces += [(m.group(), None) for m in _TOKEN.finditer(text, at)]
    return tuple(_words(pieces))


def _is_pronoun(text: str, a: Amount) -> bool:
    words = text[a.begin : a.end]
    return bool(
        a.low == a.high == 1 and words.lower().endswith("one") and (not _ONE.search(text, a.begin) or _NOT_ONE.search(text[: a.begin]))
    )


def _words(pieces: list[tuple[str, Amount | None]]) -> Iterator[Word]:
    to = ""
    for begun, (token, amount) in enumerate(pieces):
        low = token.lower().replace("-", "")
        if amount:
            yield Word(f"{amount.kind} {_base(amount):g}", amount.kind, to, amount)
        elif low in _TO:
            to = low
            continue
        elif kind := _time(token):
            yield Word(stem(low), kind, to)
        elif low[0].isalnum() and low not in STOP and not _SHORT.fullmatch(low) and stem(low) not in LIGHT:
            yield Word(_alike().get(stem(low), stem(low)), "name" if begun and token[0].isupper() else "word", to)
        else:
            to = to if low in STOP else ""
            continue
        to = ""


def _time(token: str) -> str | None:
    low = re.sub(r"[’']s?$", "", token.lower())
    if low in DAYS or (low in MONTHS and token[0].isupper()):
        return "weekday" if low in DAYS else "month"
    return ("year" if _YEAR.fullmatch(low) else "time") if low[0].isdigit() else None


def _base(a: Amount) -> float:
    return a.low if math.isinf(a.high) else a.high if a.low == 0 else (a.low + a.high) / 2


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one word, or of words made of it: "norland" and "norlander"."""
    if one == other or " " in one or one[0].isdigit():
        return one == other
    short, long = sorted((one, other), key=len)
    if long in {f"{short}{end}" for end in ("d", "e", "s", "ed", "es", short[-1])}:
        return True
    same = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return same >= AKIN and max(len(one), len(other)) - same <= ENDING and min(len(one), len(other)) - same < ENDING - 1


@lru_cache(maxsize=8192)
def replaced(one: str, other: str) -> tuple[Replaced, ...]:
    """Pairs of words of which each stands in one claim only, in the same place of it: between the same words, or next to one of them behind
    the same preposition or none."""
    left, right = told(one), told(other)
    mine, theirs = _alone(left, right), _alone(right, left)
    return tuple(
        Replaced(left[i], right[j])
        for i, around in mine.items()
        for j, about in theirs.items()
        if left[i].to == right[j].to and _of_one_kind(left[i], right[j]) and (left[i].kind in TIMES or _one_place(around, about))
    )


def _of_one_kind(one: Word, other: Word) -> bool:
    if one.amount and other.amount:
        return one.kind != other.kind or apart(one.amount, other.amount)
    return one.kind == other.kind or {one.kind, other.kind} == {"word", "name"}


Around = tuple[str | None, str | None]


def _one_place(one: Around, other: Around) -> bool:
    return one == other or any(x is not None and x == y for x, y in zip(one, other, strict=True))


@lru_cache(maxsize=8192)
def _alone(words: tuple[Word, ...], others: tuple[Word, ...]) -> dict[int, Around]:
    """For each word that the others lack those around it that they have, by the forms these have there."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for other in others:
        by_letter[other.stem[:1]].append(other.stem)
    known = [next((min(w.stem, o) for o in by_letter.get(w.stem[:1], ()) if akin(w.stem, o)), None) for w in words]
    found: dict[int, Around] = {}
    for i, word in enumerate(known):
        if word is None:
            before = next((k for k in reversed(known[:i]) if k), None)
            after = next((k for k in known[i + 1 :] if k), None)
            found[i] = (before, after)
    return found


def lacks(one: str, other: str) -> tuple[Word, ...]:
    """The words of one claim that the other has in no form."""
    left, right = told(one), told(other)
    return tuple(left[i] for i in _alone(left, right))


def numbers(text: str) -> frozenset[str]:
    """The amounts and numbers in a claim, in words or digits."""
    return frozenset(word.stem for word in told(text) if word.amount or word.kind in {"year", "time"})


def counts_otherwise(one: str, other: str) -> bool:
    """Whether each of two claims has an amount that is none of the other's."""
    left, right = ([word for word in told(text) if word.amount] for text in (one, other))
    return all(any(all(_of_one_kind(x, y) for y in theirs) for x in mine) for mine, theirs in ((left, right), (right, left)))
