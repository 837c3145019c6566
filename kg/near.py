"""Which of some names are written much like another, or are the full name of whom a surname or an office means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_ALIKE: Final = 0.6
_TWO_LETTERS: Final = 2
_AFTER: Final = re.compile(r",? (?:jr|sr|ii|iii|iv)\.?$")
"""What stands behind a surname."""
_ARTICLE: Final = re.compile(r"(?:the|an?) (?=\S)")


def nearest(key: str, found: Iterable[tuple[str, str]], count: int = 5) -> list[str]:
    """At most `count` names of `found`, pairs of a name's key and the name, whose keys have all of `key` in them, or are much like it, or
    of which the last word is, where it is one; the nearest first."""
    ranked = sorted(
        (not _holds(other, key), -max(_alike(key, other), 0 if " " in key else _alike(key, _last(other))), name) for other, name in found
    )
    return list(dict.fromkeys(name for strange, alike, name in ranked if not strange or -alike >= _ALIKE))[:count]


def _holds(other: str, key: str) -> bool:
    return bool(key) and f" {key} " in f" {other} "


def _alike(key: str, other: str) -> float:
    return SequenceMatcher(None, key, other).ratio()


def _last(other: str) -> str:
    """The surname, where it is of somebody; none of one or two letters."""
    last = _AFTER.sub("", other).rpartition(" ")[2]
    return last if len(last) > _TWO_LETTERS else ""


def is_surname(key: str, other: str) -> bool:
    """Whether the name with the key `other` ends in `key`, and more stands before it."""
    return bool(key) and _AFTER.sub("", other).endswith(f" {key}")


def surnamed(key: str, found: Iterable[tuple[str, str, str | None]]) -> list[str]:
    """A name for each person whose surname is `key`, sorted, of `found`: a key of a name, the name that an article has for whom it means,
    and the entity that this is in several articles, if it is."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for other, name, entity in found:
        if is_surname(key, other):
            names[entity or name.casefold()][name] += 1
    chosen = (min(one, key=lambda name: (-one[name], name)) for one in names.values())
    return sorted({name.casefold(): name for name in chosen}.values())


def office_key(words: str) -> str:
    """The form in which an office is looked up: casefolded, without an article, spaces collapsed."""
    return _ARTICLE.sub("", " ".join(words.casefold().split()), count=1)


def holders(asked: str, found: Iterable[tuple[str, str, str | None]]) -> list[tuple[str, str]]:
    """Who holds the office `asked` (its key), by name, and in which words: "mayor" and "mayor of Port Averly" are Ida Lorne's.

    `found` gives names, offices, and of what. Those of just that office come first, then others that end in it: "deputy mayor".
    """
    held = {(name, f"{role} of {of}" if of else role): office_key(role) for name, role, of in found}
    ranked = sorted((role != asked, name, words) for (name, words), role in held.items() if _is_office(asked, role, office_key(words)))
    best: dict[str, str] = {}
    for _, name, words in ranked:
        best.setdefault(name, words)
    return list(best.items())


def _is_office(asked: str, role: str, words: str) -> bool:
    return bool(asked) and (asked in (role, words) or role.endswith(f" {asked}"))
