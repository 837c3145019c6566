"""Who and what the article speaks of, in the making: names, roles, and each place that speaks of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from kg.model import EntityType, Mention, MentionKind, Role, Span

_ARTICLE = re.compile(r"^(?:the|a|an) ")
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(eq=False)
class Figure:
    """An entity in the making. `nicknames` are lower-case nominal phrases the text has used for it ("opposition group")."""

    name: str
    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    roles: list[tuple[str, Figure | None, int, int]] = field(default_factory=list)
    nicknames: set[str] = field(default_factory=set)
    gender: str | None = None
    titled: bool = False  # the gender is a title's
    people: bool = False  # named by a nationality, party or faith word
    nations: set[str] = field(default_factory=set)  # words for people of a country beside the name: "oland foreign minister Ana Ruiz"
    ranks: set[str] = field(default_factory=set)  # of titles that are no office: "colonel"
    works_for: Figure | None = None  # "Ana Ruiz of the institute"
    platform: bool = False  # a place to publish, hardly ever "it"
    unnamed: bool = False  # known by a nominal phrase only
    members: tuple[Figure, ...] = ()  # of several who speak as one

    def add(self, begin: int, end: int, kind: MentionKind = "name") -> bool:
        """Note one more mention, unless the span is taken; whether it was noted."""
        if any(m.begin < end and m.end > begin for m in self.mentions):
            return False
        self.mentions.append(Mention(begin, end, kind))
        return True

    def has_role(self, noun: str) -> bool:
        """Whether that noun stands in one of its roles."""
        return any(noun in role.split() for role, *_ in self.roles)

    def words(self) -> frozenset[str]:
        """The words of its name and nicknames, as they are compared; those of several who speak as one are their own."""
        if self.members:
            return frozenset()
        return frozenset(w for name in (key_of(self.name), *self.nicknames) for w in name.split())

    def as_roles(self, ids: dict[int, str]) -> tuple[Role, ...]:
        """Its roles for the model, owners by entity id."""
        return tuple(Role(r, ids.get(id(of)) if of else None, b, e) for r, of, b, e in self.roles)

    def as_members(self, ids: dict[int, str]) -> tuple[str, ...]:
        """Its members for the model, as far as they are kept."""
        return tuple(ids[id(one)] for one in self.members if id(one) in ids)


@functools.lru_cache(maxsize=1 << 14)
def key_of(surface: str) -> str:
    """A name as it is compared: lower case, single spaces, plain apostrophes, no leading article, no possessive."""
    plain = _SPACE.sub(" ", surface.replace("’", "'")).strip().casefold()
    return _ARTICLE.sub("", _POSSESSIVE.sub("", plain))


def inside(span: Span, spans: list[Span]) -> bool:
    """Whether `span` begins within one of `spans`."""
    return any(b <= span[0] < e for b, e in spans)
