"""How well a claim is borne out: who makes it and who disputes it, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.answers import POSSIBLE
from kg.link.excluding import is_other
from kg.plurals import many
from kg.rows import Rows
from kg.store.hearsay import as_told
from kg.store.witnesses import Row, is_named, parties, witnesses

FOR, AGAINST = frozenset({"same", "supports"}), frozenset({"contradicts", "disputes"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sources assert something, and how many of them are `independent` of each other; how many dispute it, how many `possibly`
    contradict it, and how many do `both`; how many question it or ask for it. In `unattributed` articles it is told by nobody in
    particular: that is no source. `first` and `last` are days as ISO dates; `unverified` is the sentence in which an article says that
    nobody could verify it."""

    sources: int
    independent: int
    disputed: int
    possibly: int
    both: int
    questioned: int
    requested: int
    unattributed: int
    first: str | None
    last: str | None
    unverified: str | None

    @property
    def borne(self) -> str:
        """In words, how far what is asserted is corroborated."""
        return f"independently corroborated {self.independent - 1}×" if self.independent > 1 else "no independent corroboration"

    @property
    def notes(self) -> list[str]:
        """In words, what is neither for nor against it."""
        return [
            *([f"possibly contradicted by {self.possibly}"] if self.possibly else []),
            *([f"{many(self.both, 'source')} on both sides"] if self.both else []),
            *([f"questioned by {self.questioned}"] if self.questioned else []),
            *([f"asked for by {self.requested}"] if self.requested else []),
            *([f"unattributed in {many(self.unattributed, 'article')}"] if self.unattributed else []),
        ]

    @property
    def caution(self) -> list[str]:
        """In words, that an article says that nobody could verify it."""
        return [f"told with “{self.unverified}”"] if self.unverified else []

    @property
    def line(self) -> str:
        """In words: never whether it is true."""
        said = [f"said {self.first}" if self.first == self.last else f"said from {self.first} to {self.last}"] if self.first else []
        disputed = f"disputed by {self.disputed or 'nobody here'}"
        asserted = [many(self.sources, "source"), self.borne] if self.sources else ["no source asserts it"]
        return "; ".join([", ".join([*asserted, disputed, *self.notes, *said]), *self.caution])


@dataclass(frozen=True, slots=True)
class Corroboration:
    """`rows` are those of the query of that name, one for each attribution; `counts` what they come to."""

    rows: Rows
    counts: Counts

    @property
    def sources(self) -> int:
        """Those who make or support the claim."""
        return self.counts.sources

    @property
    def independent(self) -> int:
        """Sources that are not one speaker or house."""
        return self.counts.independent

    @property
    def disputed(self) -> int:
        """Those who deny, dispute or contradict it."""
        return self.counts.disputed

    @property
    def first(self) -> str | None:
        """The first day on which it was said."""
        return self.counts.first

    @property
    def last(self) -> str | None:
        """The last day on which it was said."""
        return self.counts.last

    @property
    def line(self) -> str:
        """In words: never whether it is true."""
        return self.counts.line


def corroboration(rows: Rows, claim: str) -> Corroboration:
    """Count what the corroboration query found about a claim."""
    kept = as_told(settled(of_one(rows, claim)), words_of(rows, claim))
    shown = {str(row["attribution"]): row for row in reversed(kept)}
    once = [shown[one] for one in dict.fromkeys(str(row["attribution"]) for row in kept)]
    return Corroboration(Rows(rows.columns, [tuple(row[column] for column in rows.columns) for row in once]), counted(kept))


def of_one(rows: Iterable[Row], claim: str) -> list[Row]:
    """The rows without those of claims that are the same as others of which the asked one is, too, but tell of something else themselves:
    a toll of three and one of five are each the same as one that gives no number."""
    all_rows = list(rows)
    words = words_of(all_rows, claim)
    return [row for row in all_rows if row["basis"] or row["claim_id"] == claim or not is_other(words, str(row["claim"]))]


def words_of(rows: Iterable[Row], claim: str) -> str:
    """The words of a claim, as rows have them."""
    return next((str(row["claim"]) for row in rows if row["claim_id"] == claim), "")


def settled(rows: Iterable[Row]) -> list[Row]:
    """The rows without those that tell of an attribution something else than the first one does: who makes a claim need not support it."""
    all_rows = list(rows)
    relation = {str(row["attribution"]): row["relation"] for row in reversed(all_rows)}
    return [row for row in all_rows if relation[str(row["attribution"])] == row["relation"]]


def counted(rows: Iterable[Row]) -> Counts:
    """What rows come to whose `relation` says what an attribution is to one claim or sentence: the only place that counts sources."""
    all_rows = list(rows)
    asserting = [row for row in all_rows if row["relation"] in FOR]
    named = [row for row in all_rows if is_named(row)]
    for_it = witnesses([row for row in named if row["relation"] in FOR])
    against = witnesses([row for row in named if row["relation"] in AGAINST and not _is_possible(row)])
    either = witnesses([row for row in named if row["relation"] in AGAINST])
    days = sorted(str(row["date"]) for row in asserting if row["date"] and is_named(row))
    return Counts(
        sources=for_it.sources,
        independent=for_it.independent,
        disputed=against.sources,
        possibly=either.sources - against.sources,
        both=len(parties(for_it.rows, for_it.rows + against.rows) & parties(against.rows, for_it.rows + against.rows)),
        questioned=witnesses([row for row in named if row["relation"] == "questions"]).sources,
        requested=witnesses([row for row in named if row["relation"] == "requests"]).sources,
        unattributed=len({row["article"] for row in asserting if not is_named(row)}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        unverified=next((str(row["unverified"]) for row in asserting if row.get("unverified")), None),
    )


def _is_possible(row: Row) -> bool:
    """Whether it is a contradiction that linking found and is hardly sure of: between articles of unknown date, for example."""
    return bool(row["relation"] == "contradicts" and row["basis"] and float(str(row["score"])) < POSSIBLE)
