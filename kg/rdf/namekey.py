"""The form of a name under which people are looked up: two spellings of one name have one key."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Entity

_TITLES: Final = (
    "mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|fr|father|imam|rabbi|mullah|sheikh|"
    "president|vice president|prime minister|minister|chancellor|premier|king|queen|prince|princess|pope|"
    "senator|sen|congressman|congresswoman|representative|rep|governor|gov|mayor|ambassador|secretary|judge|justice|"
    "general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|sergeant|sgt|admiral|adm|commander"
)
_MARKS: Final = str.maketrans("’“”", '\'""')
_NICKNAME: Final = re.compile(r'((?:[^"]+ )?)"([^"]+)" ([^"]+)')
_LEADING: Final = re.compile(rf"(?:the|(?:{_TITLES})\.?) (?=\S)")


def name_key(name: str) -> str:
    """`name` casefolded, spaces collapsed, ’ made ', “ and ” made ", and a leading "the" and personal titles dropped.

    So "Mr.  O’Hara" becomes "o'hara". A name that is nothing but a title keeps it.
    """
    key = " ".join(name.casefold().translate(_MARKS).split())
    while found := _LEADING.match(key):
        key = key[found.end() :]
    return key


def name_keys(entity: Entity, text: str) -> list[str]:
    """The keys of an entity of an article with that text, sorted: of its name and of every mention that is a name; of a nickname within
    a name (Tom “Tata” Brack), and of the name without it.

    A name that is only the words of a pronoun gives none.
    """
    pronouns = {text[m.begin : m.end] for m in entity.mentions if m.kind == "pronoun"}
    names = {text[m.begin : m.end] for m in entity.mentions if m.kind == "name"}
    keys = {name_key(name) for name in names | ({entity.name} - pronouns)}
    return sorted({one for key in keys for one in _with_parts(key)})


def _with_parts(key: str) -> set[str]:
    """`key`, or where a nickname stands in it: that, and what stands around it, too; a mark without its other is left out."""
    if found := _NICKNAME.fullmatch(key):
        return {key, name_key(found[2]), f"{found[1]}{found[3]}"}
    return {key if key.count('"') != 1 else key.replace('"', "")}
