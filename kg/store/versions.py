"""The versions of an article, and what is different between two of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

import pyoxigraph
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.model import Extraction
from kg.rdf import names
from kg.rdf import terms as t
from kg.rdf.logged import Act, Entry
from kg.rdf.write import node_names
from kg.review.diff import Difference, Said, diff
from kg.rows import Rows, Value
from kg.store.counted import counted
from kg.store.find import article_in, family
from kg.store.graphs import node_of
from kg.store.reviewing import Reading, reading_in

State = Literal["current", "replaced", "retracted"]
COLUMNS: Final = (
    *("change", "speaker", "on_behalf_of", "stance", "claim"),
    *("was_speaker", "was_on_behalf_of", "was_stance", "was_claim", "attribution", "was_attribution"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of one version of an article: its IRI, its graph, since when it counted (None: before there was a log), and its state."""

    article: str
    graph: str
    since: datetime | None
    state: State


@dataclass(frozen=True, slots=True)
class Versions:
    """Where the versions of articles are to be found: what counts, the history, and the log."""

    base: str
    live: pyoxigraph.Store
    history: pyoxigraph.Store
    log: Sequence[Entry]

    def of(self, words: str) -> list[Version]:
        """The versions of the article that `words` name, the newest first, the current one before all; raises `InputError` for none."""
        first = self._named(words)
        known = family([self.live, self.history], self.log, [first.value])
        since = counted(self.log).since
        at = {entry.number: entry.at for entry in self.log}
        went = {iri: entry.act for entry in self.log for iri in entry.removes}
        graphs = {
            node_of(q.object).value: (node_of(q.subject).value, db is self.live)
            for db in (self.history, self.live)
            for one in known
            for q in db.quads_for_pattern(NamedNode(one), t.IN_GRAPH, None, None)
        }
        found = [
            (current, since(graph), Version(article, graph, at.get(since(graph)), self._state(current, went.get(graph))))
            for graph, (article, current) in graphs.items()
        ]
        return [version for _, _, version in sorted(found, key=lambda one: (one[0], one[1], one[2].graph), reverse=True)]

    @staticmethod
    def _state(current: bool, went: Act | None) -> State:
        return "current" if current else "retracted" if went == "retracted" else "replaced"

    def _named(self, words: str) -> NamedNode:
        return article_in([self.live, self.history], self.base, words)

    def reading(self, version: Version) -> Reading:
        """A version as it counts, or as it counted when it went."""
        graph = NamedNode(version.graph)
        places = [self.live] if version.state == "current" else [self.history, self.live]
        return reading_in(places, self.base, graph)

    def diff(self, words: str, other: str | None = None) -> Rows:
        """What is different from the version before, or from the article `other`, to the current version of the article that `words` name.

        Raises `InputError` when there is no other version.
        """
        found = self.of(words)
        new = found[0]
        if other is not None:
            [old, *_] = self.of(other)
            exact = [one for one in found if self._named(other).value == one.article]
            old = next((one for one in exact if one.graph != new.graph), old)
        elif len(found) > 1:
            old = found[1]
        else:
            act = next((entry.act for entry in reversed(self.log) if new.graph in entry.adds), None)
            why = "was imported, and an export holds no earlier versions" if act == "imported" else "has one version"
            raise InputError(f"{words!r} {why}: nothing to compare it with")
        was, now = self.reading(old).extraction, self.reading(new).extraction
        return rows([_named(one, node_ids(was, self.base), node_ids(now, self.base)) for one in diff(was, now)])


def node_ids(told: Extraction, base: str) -> dict[str, str]:
    """The IRIs of what a canonical extraction holds, by its ids."""
    return {key: node.value for key, node in node_names(told, names(told.article, told.run, base)).items()}


def _named(one: Difference, old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    was, now = (said and replace(said, id=ids[said.id]) for said, ids in ((one.old, old), (one.new, new)))
    return replace(one, old=was, new=now)


def rows(differences: Sequence[Difference]) -> Rows:
    """Differences as rows."""
    return Rows(COLUMNS, [_row(one) for one in differences])


def _row(one: Difference) -> tuple[Value, ...]:
    new, old = ((said.speaker, said.on_behalf_of, said.stance, said.claim) if said else (None,) * 4 for said in (one.new, one.old))
    return (one.kind, *new, *old, _id(one.new), _id(one.old))


def _id(said: Said | None) -> str | None:
    return said.id if said else None
