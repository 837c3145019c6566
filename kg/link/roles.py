"""Who does it to whom: "the army attacked rebels" and "rebels were attacked by the army", against "rebels attacked the army"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.link.amounts import WORDS
from kg.link.lexicon import lines, pairs
from kg.link.pairs import STOP, stem
from kg.link.slots import MONTHS, akin
from kg.reading.properties.times import DAYS

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|[,;:.!?]")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am", "got", "get"})
_HELPS = frozenset({*_BE, "has", "have", "had", "did", "does", "do", "will", "would", "not", "never", "also", "all", "both"})
_ENDS = re.compile(rf"{'|'.join(lines('prepositions'))}|because|when|while|and|but|or|outside|inside|around|\W")
_UNITS = re.compile(
    r"per|percent\w*|points?|hundred|thousand|[mb]illion|dollars|euros|pounds|crowns|years?|months?|weeks?|days?|hours?|metres|meters|km|miles"
)
_NO_DOER = re.compile(
    rf"\w+ing|{'|'.join((*DAYS, *MONTHS))}|early|late|next|end|now|then|far|about|around|nearly|almost|more|less|half|mistake|chance"
    r"|accident|hand|train|car|air|sea|boat|plane|bus|post|law|force|phone|telephone|email|letter|vote"
)
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_PAST = frozenset(word for word, _ in pairs("past"))
_VERBS = _PAST | {verb for _, verb in pairs("past")}
_MUTUAL = frozenset(stem(w) for w in ("meet", "marry", "agree", "fight", "clash", "talk", "join", "negotiate", "trade", "differ"))
Roles = tuple[frozenset[str], frozenset[str], bool]


@lru_cache(maxsize=4096)
def _roles(text: str) -> dict[str, Roles]:
    """For the stem of each word that may be a deed those of the words for who does it and for whom or what it is done to, and whether it is
    done to somebody at all: not in "the mine closed in June". Of two deeds of one stem the first counts."""
    found: dict[str, Roles] = {}
    for sentence in _SENTENCE.split(text):
        for deed, roles in _roles_in([w.lower() for w in _WORD.findall(sentence)]):
            found.setdefault(deed, roles)
    return found


def _roles_in(words: list[str]) -> Iterator[tuple[str, Roles]]:
    for i, word in enumerate(words):
        if word in STOP or not word[0].isalpha() or (_no_deed(words[i - 1]) if i else word not in _VERBS):
            continue
        if _is_passive(words, i):
            by = next((at for at in range(i + 1, len(words)) if words[at] == "by" and _is_doer(words[at + 1 :])), len(words))
            yield stem(word), (_stems(words[by + 1 :]), _stems(words[:i]), True)
        else:
            end = next((j for j in range(i + 1, len(words)) if _ENDS.fullmatch(words[j])), len(words))
            yield stem(word), (_stems(words[:i]), _stems(words[i + 1 :]), bool(_stems(words[i + 1 : end])))


def _is_doer(words: list[str]) -> bool:
    """Whether what stands after "by" may do something: not "by Monday", "by 5 percent", "by shelling"."""
    first, then = ([w for w in words if w not in _DETERMINERS] + ["", ""])[:2]
    if first in WORDS or first[:1].isdigit():
        return then.isalpha() and not _UNITS.fullmatch(then) and not _ENDS.fullmatch(then)
    return bool(first) and not _NO_DOER.fullmatch(first)


def _no_deed(before: str) -> bool:
    """Whether a thing follows on a word, not a deed."""
    return before in _DETERMINERS or bool(_ENDS.fullmatch(before))


def _is_passive(words: list[str], at: int) -> bool:
    """Whether a form of "be" stands before a word that looks like a participle, with no more between them than "not" or an adverb; or "by"
    behind it: "shot dead by police"."""
    if not (words[at].endswith(("ed", "en")) or words[at] in _PAST or words[at] in {"put", "hit", "cut", "set", "hurt", "shut"}):
        return False
    back = next((w for w in reversed(words[max(0, at - 3) : at]) if not w.endswith("ly") and w not in _HELPS - _BE), "")
    return back in _BE or "by" in words[at + 1 : at + 3]


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in words if w not in STOP and w[0].isalnum())


def swapped(one: str, other: str) -> bool:
    """Whether two claims tell of one deed with who does it and to whom the other way round."""
    left, right = _roles(one), _roles(other)
    for deed in (left.keys() & right.keys()) - _MUTUAL:
        (who, whom, done), (by, to, was_done) = left[deed], right[deed]
        others = not who & by and ((who and by) or (who and who <= to) or (by and by <= whom))
        if done and was_done and (who & to or whom & by) and (others or not (who & by or whom & to)):
            return True
    return False


@lru_cache(maxsize=8192)
def done_by_another(one: str, other: str) -> bool:
    """Whether one claim says by whom something was done, and the other that somebody else did the same to the same, or not who did."""
    left, right = _doers(one), _doers(other)
    for deed in left.keys() & right.keys():
        (who, whom, by), (whose, of_whom, told) = left[deed], right[deed]
        known = whose or frozenset(word for word in _stems([w.lower() for w in _WORD.findall(other)]) if told)
        if (by or told) and who and known and _akin(whom, of_whom) and (not _akin(who, known) or (whose and _each_lacks(who, whose))):
            return True
    return False


@lru_cache(maxsize=4096)
def _doers(text: str) -> dict[str, Roles]:
    """For each deed that is done to somebody who does it and to whom, and whether it is told in the passive."""
    found: dict[str, Roles] = {}
    for sentence in _SENTENCE.split(text):
        words = [w.lower() for w in _WORD.findall(sentence)]
        passive = {stem(w) for i, w in enumerate(words) if i and _is_passive(words, i)}
        for deed, (who, whom, done) in _roles_in(words):
            if done and whom:
                found.setdefault(deed, (_doer(words, deed) if deed in passive else who, whom, deed in passive))
    return found


def _doer(words: list[str], deed: str) -> frozenset[str]:
    """Who does what is told in the passive: the words after "by" up to the next that links."""
    at = next(i for i, w in enumerate(words) if stem(w) == deed)
    for by in (i for i in range(at + 1, len(words)) if words[i] == "by" and _is_doer(words[i + 1 :])):
        end = next((j for j in range(by + 1, len(words)) if _ENDS.fullmatch(words[j])), len(words))
        return _stems(words[by + 1 : end])
    return frozenset()


def _each_lacks(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has a word that the other lacks: "Ana Ruiz", "Tom Ruiz"."""
    return all(any(not any(akin(x, y) for y in theirs) for x in mine) for mine, theirs in ((one, other), (other, one)))


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(akin(x, y) for x in one for y in other)
