"""A decision: a statement about words at places of a text, not about anything that a model made of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from kg.model import Attribution, EntityType, Relation, Span, Spans

Verdict = Literal["accepted", "rejected", "corrected", "retracted"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an attribution stands: in the text with that hash (`text_sha256`), at these offsets; without content, the whole text."""

    text: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the party that the text names at `mention`, by `name` where no reading finds it there; nobody, without a mention."""

    name: str = ""
    type: EntityType = "Person"
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """That what is at `place` is so, or is not.

    With `other`, it is about the link between the attributions at both places, of that `relation`. `source`, `cue`, `content`, `speaker`
    and `on_behalf_of` are what is right instead, where it is corrected; None is "as it was". Rejected is what was misread; retracted is
    what was read rightly and shall not count. With `key`, the whole article is meant: the text under that document key.
    """

    verdict: Verdict
    place: Place
    other: Place | None = None
    relation: Relation | None = None
    source: Spans | None = None
    cue: Spans | None = None
    content: Spans | None = None
    speaker: Speaker | None = None
    key: str | None = None
    reason: str | None = None
    by: str | None = None
    on_behalf_of: Speaker | None = None

    @property
    def target(self) -> tuple[object, ...]:
        """What it is about: of two decisions about the same, one counts."""
        ends = sorted((self.place, self.other)) if self.other else [self.place]
        return (*ends, self.relation, self.key)


def text_sha256(text: str) -> str:
    """The hex SHA-256 of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place_of(attribution: Attribution, text: str) -> Place:
    """The place of an attribution in the text with the hash `text`."""
    return Place(text, *(tuple(sorted(set(spans))) for spans in (attribution.source, attribution.cue, attribution.content)))
