"""A country and its people: with "Lothia" in the text, "Lothian" is no place; with "Lothian", "Lothia" is no person."""

from __future__ import annotations

import re

from kg.reading.lexicon import table

_ENDING = re.compile(r"(?:ians?|ans?|is?|ese|ish|ites?|ers?|ic)$")
LEAST = 4  # letters that both begin with


def settle(kinds: dict[str, str], surnames: set[str]) -> dict[str, str]:
    """The kinds of names, by their keys, with those mended that are a country and its people; `surnames` are parts of full names."""
    single = [k for k, kind in kinds.items() if " " not in k and k not in surnames and kind in {"Place", "NORP", "Person"}]
    stems: dict[str, list[str]] = {}
    for key in single:
        stems.setdefault(key[:LEAST], []).append(key)
    found: dict[str, str] = {}
    for key in single:
        land = next((k for k in stems[key[:LEAST]] if k != key and _is_of(key, k)), None)
        if land and kinds[key] != "Person":
            found |= {key: "NORP"} | ({land: "Place"} if kinds[land] == "Person" else {})
    return kinds | {key: "NORP" for key in kinds if key in table("demonyms")} | found


def _is_of(people: str, land: str) -> bool:
    """Whether the first word may be the people of the second: its stem with an ending for people."""
    ending = _ENDING.search(people)
    if len(land) < LEAST or not ending:
        return False
    stem = people[: ending.start()]
    return len(stem) >= LEAST - 1 and land.startswith(stem) and len(land) - len(stem) <= 2 and not _ENDING.search(land)
