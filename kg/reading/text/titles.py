"""Personal titles before a name, and what title, given name or role say of a person's gender."""

from __future__ import annotations

import re

from kg.reading.lexicon import any_of, words

_ONE = rf"(?:(?:{any_of('titles')})\.?)"
_BEFORE = re.compile(rf"\b{_ONE}(?:[\s-]+{_ONE})*\s+$")
_LEADING = re.compile(rf"{_ONE}(?:[\s-]+{_ONE})*\s+(?=\S)")
OFFICES = words("leaders") | words("dignities")  # titles that are offices
QUALIFYING = {"crown", "prime", "vice", "deputy", "foreign"}  # before one: "Crown Prince"
_MEN = words("titles_m")
_WOMEN = words("titles_f")
_KIN = {
    "m": re.compile(
        r"(?:[a-z]*(?<!wo)(?:man|men)|father|brother|husband|son|uncle|nephew|widower|actor|waiter|king|prince|duke|boy|grandfather)$"
    ),
    "f": re.compile(
        r"(?:[a-z]*(?:woman|women)|mother|sister|wife|daughter|aunt|niece|widow|actress|waitress|queen|princess|duchess|girl|grandmother)$"
    ),
}


def before(text: str, at: int) -> int:
    """Where the titles right before offset `at` begin; `at` itself when there are none."""
    found = _BEFORE.search(text, max(0, at - 40), at)
    return found.start() if found else at


def leading(name: str) -> int:
    """How many characters of `name` are titles in front of it."""
    found = _LEADING.match(name)
    return found.end() if found else 0


def gender_of_title(title: str) -> str | None:
    """ "m", "f", or None when the titles do not say."""
    for word in re.findall(r"\w+", title.lower()):
        if word in _MEN or word in _WOMEN:
            return "m" if word in _MEN else "f"
    return None


def gender_of_name(key: str) -> str | None:
    """By the given name of a full name; None when it is not known or given to both."""
    first, _, rest = key.partition(" ")
    if not rest:
        return None
    return "m" if first in words("given_m") else "f" if first in words("given_f") else None


def gender_of_role(role: str) -> str | None:
    """By a role's last word: "spokeswoman", "brother"."""
    head = role.split()[-1].lower()
    return next((gender for gender, pattern in _KIN.items() if pattern.fullmatch(head)), None)
