"""From the store to what a report shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kg.answers import POSSIBLE
from kg.errors import QueryError
from kg.report.articles import read_article
from kg.report.material import Account, Material, Relation, Side, Told
from kg.report.whole import Row, Whole, ends

if TYPE_CHECKING:
    from kg.store import Store

Chosen: TypeAlias = dict[str, set[str] | None]
"""Articles, by IRI, and those of their attributions that count; None: all."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: these `articles` (IRI, name, address or file), what is claimed `about` one, what a `speaker` said; or all.

    Attributions below `min_score` are left out; contradictions below it or, when it is None, below 0.4 unless `possible`. `as_of` is the
    time, in words, at which the store was as it is shown.
    """

    articles: tuple[str, ...] = ()
    about: str | None = None
    speaker: str | None = None
    min_score: float | None = None
    possible: bool = False
    as_of: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether it picks attributions, not whole articles."""
        return self.about is not None or self.speaker is not None

    def place(self, store: Store) -> str:
        """Where the store is and when it was so, for people."""
        return f"{store.place} as it was, {self.as_of}" if self.as_of else store.place

    @property
    def words(self) -> str:
        """For people; empty when it is about all."""
        who = [f"what {self.speaker} said"] if self.speaker else []
        what = [f"what is said about {self.about}"] if self.about else []
        return " and ".join(who + what)


def gather(store: Store, scope: Scope, whole: Whole | None = None) -> Material:
    """All that the report on `scope` shows; `whole` is what was looked up before. Raises `InputError` for an unknown article,
    `QueryError` when there is nothing to show."""
    whole = whole or Whole(store)
    chosen = _chosen(whole, scope)
    rows, homes = _accounts(whole, scope, chosen)
    for attribution in ends(rows) & homes.keys():
        held = chosen.setdefault(homes[attribution], set())
        if held is not None:
            held.add(attribution)
    told = [read_article(whole, one, chosen[one], scope.min_score or 0.0) for one in chosen if one in whole.graphs]
    told.sort(key=lambda one: (one.told.article.published or date.max, one.told.article.doc, one.id))
    if not told:
        raise QueryError(f"{store.place}: there is no article to show")
    accounts, relations = tuple(_sided(whole, rows, told)), tuple(_relations(whole, told))
    return Material(scope.words, store.base, scope.place(store), tuple(told), accounts, relations, scope.min_score)


def _chosen(whole: Whole, scope: Scope) -> Chosen:
    listed = [whole.store.article(one) for one in scope.articles]
    if not scope.narrow:
        return dict.fromkeys(listed or whole.graphs)
    rows = whole.store.exactly("who-said", speaker=scope.speaker, about=scope.about, min_score=scope.min_score)
    found: dict[str, set[str] | None] = {}
    for attribution, article in whole.homes({str(row["attribution"]) for row in rows}).items():
        if not listed or article in listed:
            held = found.setdefault(article, set())
            if held is not None:
                held.add(attribution)
    return found


def _accounts(whole: Whole, scope: Scope, chosen: Chosen) -> tuple[list[Row], dict[str, str]]:
    least = scope.min_score if scope.min_score is not None else None if scope.possible else POSSIBLE
    rows, homes = whole.contradictions(scope.about, scope.speaker, least)
    kept = [row for row in rows if not scope.articles or any(homes.get(end) in chosen for end in ends([row]))]
    return kept, homes


def _sided(whole: Whole, rows: Iterable[Row], told: list[Told]) -> Iterable[Account]:
    base = whole.store.base
    held = {saying.id: (saying, article) for article in told for saying in article.sayings}

    def side(iri: str) -> Side | None:
        if (name := iri.removeprefix(base)) not in held:
            return None
        saying, article = held[name]
        return Side(saying, article, whole.corroboration(saying.claim_id) if saying.claim_id else None)

    for row in rows:
        one, other = side(str(row["attribution"])), side(str(row["other_attribution"]))
        if one and other:
            name = str(row["link"] or "").removeprefix(base) or f"dis_{one.saying.id.removeprefix('att_')}"
            score = float(str(row["score"]))
            yield Account(name, (one, other), str(row["basis"]), str(row["rule"]), score, str(row["evidence"] or ""))


def _relations(whole: Whole, told: list[Told]) -> Iterable[Relation]:
    held = {saying.id: saying for article in told for saying in article.sayings}
    for saying in held.values():
        yield from (link for link in whole.links.get(saying.id, ()) if link.b in held)
        for relation, other in (("disputes", saying.disputes), ("relays", saying.relays)):
            if other in held and other is not None:
                yield Relation(saying.id, other, relation, saying.attribution.score)
