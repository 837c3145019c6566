"""What holds for all of a store: looked up once, however many pages are made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Quad

from kg.report.material import Relation
from kg.report.tones import tones
from kg.rows import Rows, Value

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.corroborating import Corroboration

Row: TypeAlias = dict[str, Value]
_MANY: Final = 400
_GRAPHS: Final = "SELECT ?article ?graph ?run { ?article a schema:NewsArticle ; kg:inGraph ?graph ; kg:readBy/kg:inGraph ?run }"
_NAMES: Final = "SELECT ?member ?name { ?entity a kg:Entity ; schema:name ?name ; kg:member ?member }"
_HEARD: Final = """
SELECT ?attribution ?article ?mention ?name {
  ?attribution kg:inArticle ?article ; prov:wasAttributedTo ?mention . ?mention schema:name ?name
}
"""
_TOGETHER: Final = """
SELECT ?article ?mention ?name {
  ?attribution kg:inArticle ?article ; prov:wasAttributedTo ?group . ?mention schema:memberOf ?group ; schema:name ?name
}
"""
_LINKS: Final = """
SELECT ?a ?b ?kind ?score { ?l a kg:Link ; kg:fromAttribution ?a ; kg:toAttribution ?b ; kg:relation ?kind ; kg:score ?score }
ORDER BY ?a ?b ?kind
"""


class Whole:
    """A store, and what was looked up in it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._runs: dict[str, list[Quad]] = {}
        self._borne: dict[str, Corroboration] = {}
        self._rows: dict[tuple[str | None, str | None, float | None], tuple[list[Row], dict[str, str]]] = {}

    @cached_property
    def graphs(self) -> dict[str, tuple[str, str]]:
        """The graphs of each article and its run, by the article's IRI, in the order of these."""
        rows = select(self.store, _GRAPHS)
        return {article: (str(graph), str(run)) for article, graph, run in sorted((str(r["article"]), r["graph"], r["run"]) for r in rows)}

    @cached_property
    def names(self) -> dict[str, str]:
        """For each mention, by IRI, that is of an entity known in several articles: the entity's name."""
        return {str(row["member"]): str(row["name"]) for row in select(self.store, _NAMES)}

    @cached_property
    def links(self) -> dict[str, list[Relation]]:
        """What joins attributions, by the name of the first."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for row in select(self.store, _LINKS):
            a, b = (str(row[end]).removeprefix(self.store.base) for end in ("a", "b"))
            found[a].append(Relation(a, b, str(row["kind"]).rpartition("#")[2].lower(), float(str(row["score"]))))
        return found

    @cached_property
    def tones(self) -> dict[str, int]:
        """The number of each speaker's colour, by the name that all articles share: those who meet in an article or in a contradiction
        have different ones, as far as there are enough."""
        heard: dict[str, list[str]] = defaultdict(list)
        who: dict[str, str] = {}
        for row in select(self.store, _HEARD):
            name = self.names.get(str(row["mention"]), str(row["name"]))
            heard[str(row["article"])].append(name)
            who[str(row["attribution"]).removeprefix(self.store.base)] = name
        for row in select(self.store, _TOGETHER):
            heard[str(row["article"])].append(self.names.get(str(row["mention"]), str(row["name"])))
        links = (link for held in self.links.values() for link in held if link.relation == "contradicts")
        return tones([*heard.values(), *([who[link.a], who[link.b]] for link in links if link.a in who and link.b in who)])

    def run(self, graph: str) -> list[Quad]:
        """The statements about a run."""
        if graph not in self._runs:
            self._runs[graph] = self.store.statements(graph)
        return self._runs[graph]

    def corroboration(self, claim: str) -> Corroboration:
        """How well a claim, by name, is borne out."""
        if claim not in self._borne:
            self._borne[claim] = self.store.corroboration(claim)
        return self._borne[claim]

    def contradictions(self, topic: str | None, speaker: str | None, least: float | None) -> tuple[list[Row], dict[str, str]]:
        """The rows of that query, and the article of each attribution in them."""
        key = (topic, speaker, least)
        if key not in self._rows:
            rows = list(self.store.exactly("contradictions", topic=topic, speaker=speaker, min_score=least))
            self._rows[key] = rows, self.homes(ends(rows))
        return self._rows[key]

    def homes(self, attributions: set[str]) -> dict[str, str]:
        """The article of each attribution, both IRIs."""
        found: dict[str, str] = {}
        ordered = sorted(attributions)
        for start in range(0, len(ordered), _MANY):
            values = " ".join(f"<{one}>" for one in ordered[start : start + _MANY])
            rows = select(self.store, f"SELECT ?a ?article {{ VALUES ?a {{ {values} }} ?a kg:inArticle ?article }}")
            found |= {str(row["a"]): str(row["article"]) for row in rows}
        return found


def ends(rows: Iterable[Row]) -> set[str]:
    """The attributions on either side of contradictions, by IRI."""
    return {str(row[end]) for row in rows for end in ("attribution", "other_attribution")}


def select(store: Store, query: str) -> Iterable[Row]:
    """The rows of a SELECT query."""
    found = store.sparql(query)
    return found if isinstance(found, Rows) else ()
