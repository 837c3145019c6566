"""What became of something that was here and does not count any more: retracted, rejected or corrected on review, replaced, or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.rdf import terms as t
from kg.rdf.decided import decision_node
from kg.rdf.lists import VALUES
from kg.rdf.logged import Entry
from kg.review.apply import link_decision
from kg.review.attach import attach
from kg.store import find
from kg.store.graphs import node_of
from kg.store.named import named_query
from kg.store.reviewing import decisions, decisions_on, decisions_on_links, graphs_of, told
from kg.store.select import select

_WORDS = {
    "rejected": "rejected on review",
    "corrected": "corrected on review",
    **dict.fromkeys(("changed", "reread", "restored"), "replaced"),
}
_SEE = "see kg log, or ask with --as-of"


@dataclass(frozen=True, slots=True)
class Gone:
    """Where to look for what became of something: what counts, the history, and the log."""

    base: str
    live: pyoxigraph.Store
    history: pyoxigraph.Store
    log: Sequence[Entry]

    def why(self, words: str) -> str | None:
        """What became of the article, claim, attribution or link that `words` name, in one line; None for what never was here."""
        if find.is_link(self.base, words):
            with suppress(KgError):
                entry = self._link(find.link(self.history, self.base, words))
                return None if entry is None else _line(entry)
        for look in (find.article, find.node):
            with suppress(KgError):
                node = look(self.history, self.base, words)
                entry = self._entry(node)
                return None if entry is None else _line(entry, self._corrected(node, entry))
        return self._deleted(words)

    def said(self, speaker: str) -> str | None:
        """What became last of what somebody said of whom nothing counts any more; None for who never spoke here."""
        rows = select(self.history, named_query("who-said").sparql({"speaker": speaker}))
        entries = [self._entry(NamedNode(str(row["attribution"]))) for row in rows]
        last = _last(entry for entry in entries if entry)
        return None if last is None else _line(last)

    def _entry(self, node: NamedNode) -> Entry | None:
        homes = {node_of(quad.graph_name) for quad in self.history.quads_for_pattern(node, t.TYPE, None, None)}
        homes |= set(graphs_of(self.history, node))
        if any(self.live.contains_named_graph(one) for one in homes):
            return self._decided(node)
        graphs = {one.value for one in homes}
        return _last(entry for entry in self.log if not graphs.isdisjoint(entry.removes))

    def _link(self, node: NamedNode) -> Entry | None:
        """The entry of the decision on a link, else on one of its claims, else of what went with its articles."""
        found = {quad.predicate: quad.object for quad in self.history.quads_for_pattern(node, None, None, None)}
        ends = [node_of(found[end]) for end in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION)]
        one, other = (told(self.history, end) or told(self.live, end) for end in ends)
        against = [d for d in decisions_on_links(self.live, self.base) if d.verdict != "accepted"]
        if one and other and (decision := link_decision(against, one, other, VALUES["relation"][node_of(found[t.RELATION])])):
            return self._noted({decision_node(self.base, decision).value})
        return _last(entry for entry in map(self._entry, ends) if entry)

    def _decided(self, node: NamedNode) -> Entry | None:
        """The entry of the decision by which an attribution, or all that make a claim, do not count."""
        entries = [self._decision(one) for one in self._makers(node)]
        return _last(one for one in entries if one)

    def _makers(self, node: NamedNode) -> list[NamedNode]:
        """The attributions that make a claim; those that are none make themselves."""
        return [node_of(quad.subject) for quad in self.history.quads_for_pattern(None, t.CLAIM, node, None)] or [node]

    def _corrected(self, node: NamedNode, entry: Entry) -> str | None:
        """What an attribution is called since it was corrected."""
        decision = decisions(self.live, self.base).get(entry.concerns or "") if entry.act == "corrected" else None
        for article in {
            node_of(q.object) for one in self._makers(node) for q in self.history.quads_for_pattern(one, t.IN_ARTICLE, None, None)
        }:
            there = [
                found
                for q in self.live.quads_for_pattern(None, t.IN_ARTICLE, article, None)
                if (found := told(self.live, node_of(q.subject)))
            ]
            if decision and there:
                return next(
                    (name.removeprefix(self.base) for name in attach([decision], [a for a, _ in there], there[0][1]).values()), None
                )
        return None

    def _decision(self, attribution: NamedNode) -> Entry | None:
        if (found := told(self.history, attribution)) is None:
            return None
        known = [one for one in decisions_on(self.live, self.base, found[1]) if one.verdict != "accepted" and not one.other and not one.key]
        names = {decision_node(self.base, one).value for one in attach(known, [found[0]], found[1])}
        return self._noted(names)

    def _noted(self, names: Set[str]) -> Entry | None:
        """The last entry with which one of some decisions came."""
        return _last(entry for entry in self.log if not names.isdisjoint(entry.adds))

    def _deleted(self, words: str) -> str | None:
        iri = words if ":" in words else self.base + words
        entry = _last(one for one in self.log if one.act == "deleted" and (one.named == words or one.concerns == iri))
        return None if entry is None else _line(entry).removesuffix(f" ({_SEE})")


def _last(entries: Iterable[Entry]) -> Entry | None:
    return max(entries, key=lambda entry: entry.number, default=None)


def _line(entry: Entry, now: str | None = None) -> str:
    by, why = (f" by {entry.by}" if entry.by else ""), (f": {entry.note}" if entry.note else "")
    return f"{_WORDS.get(entry.act, entry.act)} on {entry.at.date()}{by}{why}{f'; it is {now} now' if now else ''} ({_SEE})"
