"""The data model: what a loader gives, what reading gives, and what the stores keep.

Every offset is an index into `Article.text` counted in Python `str` characters (Unicode code points); a span is the
half-open range `(begin, end)`. All types are frozen, hashable and free of behaviour, so that a stage is a plain function from one
to the next; notebooks show some in a way of their own. Identifiers (`e1`, `a1`, `c1`) are unique within one `Extraction` only; `kg.rdf`
mints the lasting ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]

EntityType = Literal["Person", "Organization", "Place", "Group"]
MentionKind = Literal["name", "nominal", "pronoun"]
Stance = Literal["asserts", "denies", "disputes", "confirms", "supports", "questions", "requests"]
Manner = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "conditional"]
Polarity = Literal["positive", "negative"]
Kind = Literal["statement", "belief", "intention", "question", "request", "perception"]
Relation = Literal["contradicts", "supports", "same"]
Basis = Literal["explicit", "negation", "antonym", "state", "numeric", "time", "place", "modality", "wording", "reversal"]


class Shown:
    """What notebooks show as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from kg.report.notebook import html

        return html(self)


@dataclass(frozen=True, slots=True)
class Article(Shown):
    """One document as a loader gives it.

    `text` is the decoded text, untouched; `skipped` are the spans of it that are boilerplate and never read;
    `headlines` are the spans of it that repeat or are the headline. `doc` is the path as the caller named it.
    `key` is the document key: canonical URL, else the `--id` given, else `sha256:` and the hash of the text.
    `sha256` is the hex digest of the source bytes. `language` is a BCP 47 code, or None when unknown. `published` and `updated` are the
    days of first publication and of the last change. `agency` is the news agency that the text credits.
    """

    text: str
    doc: str
    key: str
    sha256: str
    headline: str | None = None
    headlines: Spans = ()
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    skipped: Spans = ()
    updated: date | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the read text, in text order; `index` counts from 0."""

    index: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names or refers to an entity."""

    begin: int
    end: int
    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says an entity is: "spokesman", of an entity id or of nothing named."""

    role: str
    of: str | None
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the article speaks of. `mentions` is never empty and is in text order.

    `members` are the ids of those who speak as one in it, as far as the article names them: of "Ana Ruiz and Tom Hale" both.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim(Shown):
    """What is said: one content in one place. `text` is the content's words, its pieces joined by " … ".

    `unverified` is the sentence in which the article says that nobody could verify it, with whoever tried ("Reuters could not …").
    """

    id: str
    text: str
    content: Spans
    polarity: Polarity = "positive"
    about: tuple[str, ...] = ()
    unverified: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution(Shown):
    """Who says it, and how: source, cue and content spans, and what they amount to.

    `speaker`, `on_behalf_of` and `addressee` are entity ids. `claim` is the claim whose content this is; for an anaphoric content
    ("that account") it is the antecedent's, or None when that is unresolved. `disputes` and `relays` are ids of other attributions: the
    one that this one disputes, and the one that it passes on (nested inside its content). `said_from` and `said_to` are the first and last
    day of saying, when the words in `said_words` could be resolved. `by` names the rule or model with its version, `score` is its
    confidence in 0–1, to 3 decimals.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    by: str
    score: float
    claim: str | None = None
    speaker: str | None = None
    on_behalf_of: str | None = None
    addressee: str | None = None
    manner: Manner = "indirect"
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    kind: Kind = "statement"
    medium: str | None = None
    said_words: str | None = None
    said_from: date | None = None
    said_to: date | None = None
    disputes: str | None = None
    relays: str | None = None


@dataclass(frozen=True, slots=True)
class Link(Shown):
    """A relation between the claims of two attributions (`a`, `b`: attribution ids), and why: basis, rule with version, score in 0–1,
    and the indices of the sentences that bear it out."""

    a: str
    b: str
    relation: Relation
    basis: Basis
    rule: str
    score: float
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What did the reading: extractor version, model name and the hex SHA-256 of its weights, and parameters that change the result."""

    extractor: str
    model: str
    model_sha256: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction(Shown):
    """Everything read from one article. `errors` are one-line messages about what could not be read; the rest stands."""

    article: Article
    run: Run
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    links: tuple[Link, ...] = ()
    errors: tuple[str, ...] = field(default=())
