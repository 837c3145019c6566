"""Which mentions in different articles are one entity: those with a name and something beside the name in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.link.pairs import stem
from kg.link.spelling import spelled
from kg.model import Entity, Extraction
from kg.rdf.namekey import name_key, name_keys

MOST = 25
"""Names beside an entity that count as its company: a list of a hundred names says little."""
LONG_NAME = 2
SPELLED = "~"
"""Before a name that stands for all its spellings."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of one article as it may be known again: `names` are name keys, `company` what stands beside it, as `kind:words`."""

    entity: str
    name: str
    kind: str
    names: tuple[str, ...]
    company: tuple[str, ...]


def known(extraction: Extraction) -> Iterator[Known]:
    """The named entities of an article."""
    text = extraction.article.text
    by_id = {e.id: e for e in extraction.entities}
    named = {e.id: name_key(e.name) for e in extraction.entities if any(m.kind == "name" for m in e.mentions)}
    long_names = [(key, id_, by_id[id_].type) for id_, key in named.items() if len(key.split()) >= LONG_NAME]
    behalf = {(a.speaker, a.on_behalf_of) for a in extraction.attributions if a.speaker and a.on_behalf_of}
    for id_ in named:
        entity = by_id[id_]
        keys = _names(plain(named[id_]), entity, text)
        if entity.type == "Person" and len(named[id_].split()) >= LONG_NAME:
            keys = (*keys, f"{SPELLED}{spelled(plain(named[id_]))}")
        beside = [f"with:{plain(key)}" for key, other, kind in long_names if other != id_ and kind != "Place"][:MOST]
        places = [f"near:{plain(key)}" for other, key in named.items() if other != id_ and by_id[other].type == "Place"][:MOST]
        held = [f"role:{stem(r.role.split()[-1])} {plain(named.get(r.of or '', ''))}".rstrip() for r in entity.roles]
        houses = [f"for:{plain(named[o])}" for s, o in behalf if s == id_ and o in named]
        yield Known(
            id_, entity.name, entity.type, keys, tuple(dict.fromkeys([*held, *houses, *beside, *(places if _is_place(entity) else ())]))
        )


def _names(main: str, entity: Entity, text: str) -> tuple[str, ...]:
    """The name, and those of its other names that have a word of it or are its initials; of a place the name alone."""
    others = {plain(key) for key in name_keys(entity, text)} if entity.type != "Place" else set()
    kin = {key for key in others if set(key.split()) & set(main.split()) or key in {_short(main), main} or _short(key) == main}
    return tuple(sorted({main, *kin} - {""}))


def _short(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in {"of", "the", "and", "for"})


def _is_place(entity: Entity) -> bool:
    return entity.type == "Place"


@lru_cache(maxsize=1 << 14)
def plain(key: str) -> str:
    """A name key without accents, with initials run together: "m.k. stalin" → "mk stalin"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    parts: list[str] = []
    for token in bare.replace(".", " ").split():
        parts.append(token if not parts or len(token) > 1 or not _initials(parts[-1]) else parts.pop() + token)
    return " ".join(parts)


def _initials(word: str) -> bool:
    return len(word) <= 3 and word.isalpha() and (len(word) == 1 or not set(word) & set("aeiou"))


def buckets(one: Known) -> Iterator[tuple[str, str]]:
    """Name and company that another mention must share to be the same, with what is shared; a bare name gives none.

    A person of one name is nobody in particular; any other short name needs two full names beside it.
    """
    for name in one.names:
        words = len(name.removeprefix(SPELLED).split())
        if one.kind == "Person" and words < LONG_NAME:
            continue
        for company in one.company:
            yield f"{one.kind}|{name}|{company}", company
