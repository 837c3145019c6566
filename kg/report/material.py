"""What a report is made of: articles with what is said in them, and the accounts that exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Attribution, Extraction, Span
from kg.store.corroborating import Corroboration


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as a report shows it. `id`, `claim_id` and `article` are names in the store without its base (`att_…`).

    `number` counts the sayings of an article from 1; `tone` is the number of the speaker's colour, 0 for no named speaker. `party` is
    the speaker under the name that all articles share, where the store knows one. `words` are the words of the content, `claim` those of
    the claim: they differ where the text only points at what is said ("that account"). `day` is the first day on which it can have been
    said, `date` how that is written, as in `2023-06-05/2023-06-11`. `within` is the stretch of whole sentences around it,
    `unverified` the sentence in which the article says that nobody could verify it. `members` are those who speak as one in the speaker,
    by the names that all articles share, each with the number of its colour.
    """

    id: str
    number: int
    tone: int
    article: str
    attribution: Attribution
    speaker: str | None
    party: str | None
    on_behalf_of: str | None
    addressee: str | None
    source: str
    cue: str
    words: str
    claim: str
    claim_id: str | None
    polarity: str | None
    about: tuple[str, ...]
    day: date | None
    date: str | None
    within: Span | None
    disputes: str | None
    relays: str | None
    unverified: str | None = None
    members: tuple[tuple[str, int], ...] = ()

    @property
    def who(self) -> str:
        """The speaker, for people."""
        return self.speaker or "No named speaker"

    @property
    def parties(self) -> tuple[tuple[str, int], ...]:
        """The party and those who speak as one in it, each with the number of its colour; none without a named speaker."""
        return ((self.party, self.tone), *self.members) if self.party else ()

    @property
    def against(self) -> bool:
        """Whether it denies or disputes what is said."""
        return self.attribution.stance in ("denies", "disputes")


@dataclass(frozen=True, slots=True)
class Told:
    """One article and those of its sayings that the report is about. `told` has IRIs as ids; without `has_text`, its text is blank.

    `turtle` is what the store says of the article, its sayings, their claims and speakers: by name, and each node's own lines only.
    """

    id: str
    title: str
    told: Extraction
    has_text: bool
    sayings: tuple[Saying, ...]
    turtle: dict[str, str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of two accounts, and how well it is borne out; None when that is not known."""

    saying: Saying
    article: Told
    corroboration: Corroboration | None


@dataclass(frozen=True, slots=True)
class Account:
    """Two accounts that exclude each other; `id` is the name of the contradiction, or made of the disputing attribution's."""

    id: str
    sides: tuple[Side, Side]
    basis: str
    rule: str
    score: float
    evidence: str

    @property
    def is_link(self) -> bool:
        """Whether it joins two claims, and is a contradiction; else somebody disputes a claim without one of their own."""
        return self.basis != "explicit" or self.id.startswith("lnk_")


@dataclass(frozen=True, slots=True)
class Relation:
    """That one saying contradicts, supports, repeats, disputes or passes on another: names of attributions."""

    a: str
    b: str
    relation: str
    score: float


@dataclass(frozen=True, slots=True)
class Material:
    """All of a report: what it is about in words, its articles by day of publication, its accounts, the surest first; and the score below
    which nothing is shown."""

    subject: str
    base: str
    place: str
    articles: tuple[Told, ...]
    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    min_score: float | None = None

    @property
    def sayings(self) -> list[Saying]:
        """All sayings of all articles."""
        return [saying for article in self.articles for saying in article.sayings]
