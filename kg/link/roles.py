"""Who does it to whom: "the army attacked rebels" and "rebels were attacked by the army", against "rebels attacked the army"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.link.lexicon import lines, pairs
from kg.link.pairs import STOP, stem

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|[,;:.!?]")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am", "got", "get"})
_HELPS = frozenset({*_BE, "has", "have", "had", "did", "does", "do", "will", "would", "not", "never", "also", "all", "both"})
_ENDS = re.compile(rf"{'|'.join(lines('prepositions'))}|because|when|while|and|but|or|outside|inside|around|\W")
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
            by = words.index("by", i) if "by" in words[i:] else len(words)
            yield stem(word), (_stems(words[by + 1 :]), _stems(words[:i]), True)
        else:
            end = next((j for j in range(i + 1, len(words)) if _ENDS.fullmatch(words[j])), len(words))
            yield stem(word), (_stems(words[:i]), _stems(words[i + 1 :]), bool(_stems(words[i + 1 : end])))


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
