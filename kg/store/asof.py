"""The store as it was: what counted then, put together from the log, the history and what counts now.

A copy of the live database (of links to its files, where the disk has them) is changed where it differs; so the time it takes grows
with what has changed since, and with the number of graphs.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import InputError, UsageError
from kg.rdf import terms as t
from kg.rdf import to_quads
from kg.rdf.decided import decisions_graph
from kg.review import Decision, reviewed, text_sha256
from kg.store import entities
from kg.store.counted import Counted
from kg.store.entities import canonical_graph, hand_graph
from kg.store.graphs import FAR_ENDS, node_of, statements
from kg.store.reviewing import all_articles, decided_links, decisions, reading_in, texts_of


def moment(words: str) -> datetime:
    """The time that `words` mean, in UTC unless they say otherwise: `2026-11-25T14:00`; a day means its end. Raises `UsageError`."""
    try:
        if len(words.strip()) == len("2026-11-25"):
            return datetime.combine(date.fromisoformat(words.strip()), time.max, UTC)
        found = datetime.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError(f"not a time: {words!r}; write it as 2026-11-25 or 2026-11-25T14:00") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class View:
    """A database in a folder of its own that holds what counted at some time; `close` removes it."""

    def __init__(self, folder: Path, base: str, live: pyoxigraph.Store, history: pyoxigraph.Store, then: Counted) -> None:
        self._place = _room(folder)
        try:
            live.backup(str(self._place / "live"))
            db = self._db = pyoxigraph.Store(str(self._place / "live"))
            if len(db) != len(live):  # what a writer beside us has not flushed is in no file that can be linked
                db.extend([quad for quad in live if quad not in db])
                for quad in [quad for quad in db if quad not in live]:
                    db.remove(quad)
            _Past(db, live, history, base, then).turn_back()
        except BaseException:
            shutil.rmtree(self._place, ignore_errors=True)
            raise

    @property
    def database(self) -> pyoxigraph.Store:
        """What it holds."""
        return self._db

    def close(self) -> None:
        """Remove it, once its database is no longer used."""
        if hasattr(self, "_db"):
            del self._db
        shutil.rmtree(self._place, ignore_errors=True)


def _room(folder: Path) -> Path:
    """Beside the store, where files can be linked; elsewhere when that is not allowed."""
    try:
        return Path(tempfile.mkdtemp(prefix="as-of-", dir=folder))
    except OSError:
        return Path(tempfile.mkdtemp(prefix="kg-as-of-"))


@dataclass(frozen=True, slots=True)
class _Past:
    db: pyoxigraph.Store
    live: pyoxigraph.Store
    history: pyoxigraph.Store
    base: str
    then: Counted

    def turn_back(self) -> None:
        self._statements(t.DECISION, decisions_graph(self.base))
        decided = decisions(self.db, self.base)
        changed = self._articles(decided)
        for kind in (t.MERGE, t.SPLIT):
            self._statements(kind, hand_graph(self.base))
        if self._links(decided) or changed:
            entities.compute(self.db, self.base, self._change)

    def _change(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        for quad in removed:
            self.db.remove(quad)
        self.db.extend(added)

    def _statements(self, kind: NamedNode, graph: NamedNode) -> None:
        """Decisions, or merges or splits by hand."""
        for place in (self.live, self.history):
            for node in [quad.subject for quad in place.quads_for_pattern(None, t.TYPE, kind, graph)]:
                mine = list(place.quads_for_pattern(node, None, None, graph))
                ends = [quad.object for quad in mine if quad.predicate in FAR_ENDS]
                whole = all(any(self.db.quads_for_pattern(node_of(end), t.TYPE, None, None)) for end in ends)
                if not whole or not self._counts(node_of(node).value, now=place is self.live):
                    self._change(mine, ())
                elif not any(self.db.quads_for_pattern(node, None, None, graph)):
                    self.db.extend(mine)

    def _counts(self, iri: str, *, now: bool) -> bool:
        says = self.then.says(iri)
        return now if says is None else says

    def _articles(self, decided: dict[str, Decision]) -> bool:
        """Take articles out, put others in, and show those again of which other things are decided; whether there were any."""
        now = set(all_articles(self.live))
        known = now | set(all_articles(self.history))
        counted = {one for one in known if self._counts(one.value, now=one in now)}
        before = decisions(self.live, self.base)
        texts = texts_of(one for iri, one in {**before, **decided}.items() if (iri in before) != (iri in decided))
        anew = {one for one in counted & now if texts and self._text(one) in texts} | (counted - now)
        for graph in {*(now - counted), *(anew & now)}:
            self.db.remove_graph(graph)
            self.db.remove_graph(self._inner(graph))
        for graph in sorted(anew, key=str):
            self._bring(graph, decided)
        for run in list(self.db.quads_for_pattern(None, t.TYPE, t.RUN, None)):
            if not any(self.db.quads_for_pattern(None, t.READ_BY, run.subject, None)):
                self.db.remove_graph(node_of(run.graph_name))
        return bool(anew or now - counted)

    def _text(self, graph: NamedNode) -> str | None:
        found = next(self.live.quads_for_pattern(None, t.IS_STRING, None, graph), None)
        return text_sha256(found.object.value) if found else None  # type: ignore[union-attr]

    def _inner(self, graph: NamedNode) -> NamedNode:
        """The graph of the links within the article of `graph`."""
        try:
            return reading_in([self.history, self.live], self.base, graph).inner
        except InputError:
            return graph

    def _bring(self, graph: NamedNode, decided: dict[str, Decision]) -> None:
        """Put an article in as it was read, and as what was decided then has it."""
        places = [self.history, self.live]
        try:
            found = reading_in(places, self.base, graph)
        except InputError:
            self.db.extend(next([*statements(place, graph)] for place in places if place.contains_named_graph(graph)))
            return
        told = reviewed(found.extraction, decided.values()).extraction
        self.db.extend(found.quads if told is found.extraction else to_quads(told, self.base))

    def _links(self, decided: dict[str, Decision]) -> bool:
        """What was found between articles by then; whether that is other than now."""
        on_links = [one for one in decided.values() if one.other]
        names = {
            node_of(q.graph_name)
            for db in (self.live, self.history)
            for end in FAR_ENDS
            for q in db.quads_for_pattern(None, end, None, None)
        }
        changed = False
        for graph in sorted(names - {hand_graph(self.base), canonical_graph(self.base)}, key=str):
            raw = list(statements(self.history, graph)) or list(statements(self.live, graph))
            if self._is_within(raw):
                continue
            counts = self._counts(graph.value, now=self.live.contains_named_graph(graph))
            was, new = set(statements(self.db, graph)), set(decided_links(self.db, raw, on_links) if counts else ())
            self._change(was - new, new - was)
            changed = changed or was != new
        return changed

    def _is_within(self, raw: list[Quad]) -> bool:
        """Whether some links are within one article: they come and go with it."""
        ends = [quad.object for quad in raw if quad.predicate in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION)]
        articles = {
            q.object
            for end in ends
            for db in (self.live, self.history)
            for q in db.quads_for_pattern(node_of(end), t.IN_ARTICLE, None, None)
        }
        return bool(ends) and len(articles) == 1
