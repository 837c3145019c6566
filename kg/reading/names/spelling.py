"""Names that are one though spelt differently: a slip of one letter, "Selm Holdings" and "Selm Ltd."."""

from __future__ import annotations

from kg.reading.lexicon import words

LEAST = 5  # letters of a word in which a slip is looked for
_LEGAL = words("companies")
_LOOSE = _LEGAL | {"group", "holdings", "holding", "company"}


def one_off(a: str, b: str) -> bool:
    """Whether two words of some length begin alike and differ by one letter: added, left out, changed, or swapped with the next."""
    if a == b or min(len(a), len(b)) < LEAST or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[i + 1 :] == short[i:]


def same_company(a: str, b: str) -> bool:
    """Whether two names, in lower case, are the same but for what says that it is a company; "group" counts in longer names only."""
    if a == b or not (_ends_in(a, _LOOSE) or _ends_in(b, _LOOSE)):
        return False
    left, right = _core(a, _LEGAL), _core(b, _LEGAL)
    if left == right:
        return True
    left, right = _core(a, _LOOSE), _core(b, _LOOSE)
    return left == right and len(left) > 1


def is_bare(short: str, name: str) -> bool:
    """Whether a name is `short` and nothing but what says that it is a company."""
    return _core(name, _LOOSE) == short.split()


def _ends_in(name: str, ends: frozenset[str]) -> bool:
    return name.split()[-1].strip(".,") in ends


def _core(name: str, ends: frozenset[str]) -> list[str]:
    parts = [p.strip(".,") for p in name.split()]
    while len(parts) > 1 and parts[-1] in ends:
        parts.pop()
    return parts
