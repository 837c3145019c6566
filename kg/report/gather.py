"""From the store to what a report shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kg.report.articles import Known, read_article
from kg.report.material import Account, Material, Relation, Side, Told
from kg.rows import Value

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.corroborating import Corroboration

Row: TypeAlias = dict[str, Value]
Chosen: TypeAlias = dict[str, set[str] | None]
"""Articles, by IRI, and those of their attributions that count; None: all."""
SURE = 0.4
"""A contradiction less sure than this is shown only when asked for."""
_MANY = 400


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: these `articles` (IRI, name, address or file), what is claimed `about` one, what a `speaker` said; or all.

    Attributions below `min_score` are left out; contradictions below it or, when it is None, below 0.4 unless `possible`.
    """

    articles: tuple[str, ...] = ()
    about: str | None = None
    speaker: str | None = None
    min_score: float | None = None
    possible: bool = False

    @property
    def narrow(self) -> bool:
        """Whether it picks attributions, not whole articles."""
        return self.about is not None or self.speaker is not None

    @property
    def words(self) -> str:
        """For people; empty when it is about all."""
        who = [f"what {self.speaker} said"] if self.speaker else []
        what = [f"what is said about {self.about}"] if self.about else []
        return " and ".join(who + what)


def gather(store: Store, scope: Scope) -> Material:
    """All that the report on `scope` shows; raises `QueryError` for an unknown article."""
    chosen = _chosen(store, scope)
    rows = _accounts(store, scope, chosen)
    for article, attributions in _articles_of(store, _ends(rows)).items():
        held = chosen.setdefault(article, set())
        if held is not None:
            held |= attributions
    graphs = _graphs(store, chosen)
    known = Known(store, scope.min_score)
    told = [read_article(store, known, one, *graphs[one], chosen[one]) for one in chosen if one in graphs]
    told.sort(key=lambda one: (one.told.article.published or date.max, one.told.article.doc, one.id))
    return Material(scope.words, store.base, store.place, tuple(told), tuple(_sided(store, rows, told)), tuple(_relations(store, told)))


def _chosen(store: Store, scope: Scope) -> Chosen:
    listed = [store.article(one) for one in scope.articles]
    if not scope.narrow:
        return dict.fromkeys(listed or all_articles(store))
    rows = store.query("who-said", speaker=scope.speaker, about=scope.about, min_score=scope.min_score)
    found = _articles_of(store, {str(row["attribution"]) for row in rows})
    return {article: held for article, held in found.items() if not listed or article in listed}


def all_articles(store: Store) -> list[str]:
    """The IRIs of all articles."""
    return [str(row["article"]) for row in _select(store, "SELECT ?article { ?article a schema:NewsArticle } ORDER BY ?article")]


def _accounts(store: Store, scope: Scope, chosen: Chosen) -> list[Row]:
    least = scope.min_score if scope.min_score is not None else None if scope.possible else SURE
    rows = list(store.query("contradictions", topic=scope.about, speaker=scope.speaker, min_score=least))
    if not scope.articles:
        return rows
    homes = {one: article for article, ones in _articles_of(store, _ends(rows)).items() for one in ones}
    return [row for row in rows if any(homes.get(end) in chosen for end in _ends([row]))]


def _ends(rows: Iterable[Row]) -> set[str]:
    return {str(row[end]) for row in rows for end in ("attribution", "other_attribution")}


def _articles_of(store: Store, attributions: set[str]) -> dict[str, set[str]]:
    """Attributions by article, both IRIs."""
    found: dict[str, set[str]] = {}
    ordered = sorted(attributions)
    for start in range(0, len(ordered), _MANY):
        values = " ".join(f"<{one}>" for one in ordered[start : start + _MANY])
        for row in _select(store, f"SELECT ?a ?article {{ VALUES ?a {{ {values} }} ?a kg:inArticle ?article }}"):
            found.setdefault(str(row["article"]), set()).add(str(row["a"]))
    return found


def _graphs(store: Store, chosen: Chosen) -> dict[str, tuple[str, str]]:
    query = "SELECT ?article ?graph ?run { ?article a schema:NewsArticle ; kg:inGraph ?graph ; kg:readBy/kg:inGraph ?run }"
    return {str(r["article"]): (str(r["graph"]), str(r["run"])) for r in _select(store, query) if str(r["article"]) in chosen}


def _sided(store: Store, rows: Iterable[Row], told: list[Told]) -> Iterable[Account]:
    homes = {saying.id: (saying, article) for article in told for saying in article.sayings}
    borne: dict[str, Corroboration] = {}

    def side(iri: str) -> Side | None:
        saying, article = homes.get(iri.removeprefix(store.base), (None, None))
        if saying is None or article is None:
            return None
        claim = saying.claim_id
        if claim and claim not in borne:
            borne[claim] = store.corroboration(claim)
        return Side(saying, article, borne[claim] if claim else None)

    for row in rows:
        one, other = side(str(row["attribution"])), side(str(row["other_attribution"]))
        if one and other:
            name = str(row["link"] or "").removeprefix(store.base) or f"dis_{one.saying.id.removeprefix('att_')}"
            score = float(str(row["score"]))
            yield Account(name, (one, other), str(row["basis"]), str(row["rule"]), score, str(row["evidence"] or ""))


def _relations(store: Store, told: list[Told]) -> Iterable[Relation]:
    held = {saying.id: saying for article in told for saying in article.sayings}
    links = "SELECT ?a ?b ?kind ?score { ?l a kg:Link ; kg:fromAttribution ?a ; kg:toAttribution ?b ; kg:relation ?kind ; kg:score ?score }"
    for row in _select(store, f"{links} ORDER BY ?a ?b ?kind"):
        a, b = (str(row[end]).removeprefix(store.base) for end in ("a", "b"))
        if a in held and b in held:
            yield Relation(a, b, str(row["kind"]).rpartition("#")[2].lower(), float(str(row["score"])))
    for saying in held.values():
        for relation, other in (("disputes", saying.disputes), ("relays", saying.relays)):
            if other in held and other is not None:
                yield Relation(saying.id, other, relation, saying.attribution.score)


def _select(store: Store, query: str) -> Iterable[Row]:
    from kg.rows import Rows

    found = store.sparql(query)
    return found if isinstance(found, Rows) else ()
