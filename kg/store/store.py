"""The store as its users see it: every method is one thing to do with it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph

from kg.errors import QueryError, StoreError, StoreLocked
from kg.model import Extraction
from kg.rdf import names, to_quads
from kg.rdf.terms import IS_STRING
from kg.review import Decision, reviewed
from kg.rows import Rows
from kg.store import entities, find, guard, linking, merging, retracting, reviewing, sparql, weighing
from kg.store.asked import Asked
from kg.store.asof import View
from kg.store.backup import write_backup
from kg.store.bulk import Bulk, refuse_half, undo
from kg.store.counted import counted
from kg.store.engine import held, open_database, readable_errors, state
from kg.store.folder import Folder, open_folder, refuse_backup
from kg.store.imported import import_statements
from kg.store.index import catch_up
from kg.store.linking import Linked, link
from kg.store.links_index import forget, is_of_another_linker, links_index
from kg.store.log import Log
from kg.store.opened import ATTEMPTS
from kg.store.optimizing import optimize
from kg.store.seals import broken, refuse_cut, refuse_lost
from kg.store.succession import supersede, to_replace
from kg.store.triples import Triples
from kg.store.writing import Loaded, Put, Writer


def open_store(
    path: Path,
    *,
    base: str | None = None,
    create: bool = True,
    read_only: bool = False,
    by: str | None = None,
    as_of: datetime | None = None,
) -> Store:
    """Open the store in folder `path`; a new one is made when `create` is true, nothing is there and it may be written.

    `base` is the IRI under which a new store mints its names; `by` is the name under which the log keeps what is done. With `as_of`, a
    time with its zone, it is opened to read, as it was then. Raises `StoreLocked` when another process writes to it, `StoreTooNew` when
    a later version made it, `StoreDamaged` when its files are not what was written, `StoreError` for what is no store, and `UsageError` for
    a base that is none.
    """
    if as_of is not None:
        return _as_it_was(open_folder(path, base=base, create=False), as_of)
    if not read_only:
        refuse_backup(path)
    folder = open_folder(path, base=base, create=create and not read_only)
    if read_only:
        refuse_half(folder.path)
    refuse_lost(folder, history=not read_only)
    refuse_cut(folder)
    before = state(folder.live) if read_only else None
    return Store(folder, open_database(folder.live, read_only=read_only), read_only=read_only, before=before, by=by)


def _as_it_was(folder: Folder, at: datetime) -> Store:
    refuse_half(folder.path)
    refuse_lost(folder, history=True)
    refuse_cut(folder)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            live, history = (open_database(part, read_only=True) for part in (folder.live, folder.history))
            with readable_errors(folder.path):
                view = View(folder.path, folder.base, live, history, counted(Log(folder.log, folder.base).entries(), at))
            break
        except StoreLocked:
            if attempt == ATTEMPTS:
                raise
    return Store(folder, view.database, read_only=True, view=view)


class Store(Asked):
    """An open store, which answers and is changed; a context manager. `path` is its folder, `base` the IRI under which it mints names."""

    def __init__(
        self,
        folder: Folder,
        live: pyoxigraph.Store,
        *,
        read_only: bool,
        before: str | None = None,
        by: str | None = None,
        view: View | None = None,
    ) -> None:
        super().__init__(folder, live, read_only=read_only, before=before, by=by, view=view)
        with readable_errors(folder.path):
            if self._writer is not None and folder.settling.exists():
                self._settle(self._writer, reviewing.noted_texts(folder.settling))
                self._tidy(self._writer)

    def load(self, extraction: Extraction, *, replaces: str | None = None) -> Loaded:
        """Store what was read from one article, all of it or, when this raises, nothing; as people reviewed it, where they did.

        What counts of the same document, another version with its key or one that replaced it, goes to the history; so does the
        article that `replaces` names. An article that was retracted stays out. Raises `InputError` for an extraction that does not hold
        together, or for an unknown article to replace, and `StoreError` when it cannot be written.
        """
        article, run = extraction.article, extraction.run
        minted = names(article, run, self.base)
        with self._writing() as writer:
            old = [] if replaces is None else to_replace(writer, self.base, replaces)
            if any(writer.live.quads_for_pattern(None, IS_STRING, None, minted.graph)):
                return self._unchanged(writer, extraction, [one for one in old if one != minted.article])
            known = reviewing.decisions_on(writer.live, self.base, article.text)
            if reviewing.retraction(known, extraction):
                return retracting.leave_out(writer, self.base, extraction)
            told = reviewed(extraction, known).extraction
            raw = () if told is extraction else to_quads(extraction, self.base)
            put = Put(minted.article, minted.graph, article.key, to_quads(told, self.base), raw, old)
            loaded = writer.put(put)
            if loaded.status == "added":
                entities.bring_back(writer, self.base)
            else:
                self._tidy(writer)
            return loaded

    def _unchanged(self, writer: Writer, extraction: Extraction, old: list[pyoxigraph.NamedNode]) -> Loaded:
        """What loading an article did that is here as it is: of others that count, it may be a new version nevertheless."""
        article, minted = extraction.article, names(extraction.article, extraction.run, self.base)
        if old:
            supersede(writer, minted.article, find.called(article.key, article.doc), old)
            self._tidy(writer)
        return Loaded(minted.graph.value, minted.article.value, "replaced" if old else "unchanged", 0)

    def load_all(self, extractions: Iterable[Extraction]) -> Iterator[Loaded]:
        """Store what was read of many articles, one by one as they are asked for; what `load` says holds for each.

        An empty store is filled in bulk, which is several times cheaper: then all of it is stored before the first is told of, or nothing
        when it is interrupted.
        """
        if not self._read(lambda live: len(live) == 0):
            yield from map(self.load, extractions)
            return
        with self._writing() as writer:
            bulk = Bulk(writer, self.base)
            try:
                done = [bulk.add(extraction) for extraction in extractions]
                bulk.finish()
            finally:
                undo(self.path, writer.live, writer.log)
                self._folder.settling.unlink(missing_ok=True)
        yield from done

    def import_(self, source: BinaryIO, format: str) -> int:  # noqa: A002
        """Store the statements in `source`; the number that were new.

        Raises `InputError`, with nothing stored, for broken syntax and for what no store of this base holds: blank nodes, terms outside
        the ontology, graphs of other things.
        """
        with self._writing() as writer:
            count = import_statements(writer, self.base, source, format)
            self._settle(writer, reviewing.texts_of(reviewing.decisions(writer.live, self.base).values()))
            self._tidy(writer)
            return count

    def delete(self, article: str) -> int:
        """Remove an article, named by IRI, document key, URL or file, with all its versions and what hangs on them alone, from everywhere;
        the number of statements that were deleted. Raises `InputError` naming near ones when there is no such article.
        """
        with self._writing() as writer:
            count = retracting.delete(writer, self.base, retracting.versions_of(writer, self.base, article))
            entities.prune(writer, self.base)
            return count

    def retract(self, what: str, *, reason: str) -> int:
        """Take an article, a claim or an attribution out of what counts; the number of statements that left the live store.

        The record stays in the history, with the reason; `restore` puts it back. Raises `InputError` or `QueryError` for what is not there.
        """
        with self._writing() as writer:
            before = len(writer.live)
            retracting.refuse_twice(writer, self.base, what)
            if (article := self._told(what, lambda live: retracting.named(live, self.base, what))) is not None:
                retracting.retract_article(writer, self.base, article, reason)
            else:
                claim = self._node(what)
                self._decide(writer, retracting.retractions_of(writer, self.base, claim, reason), claim.value.removeprefix(self.base))
            self._tidy(writer)
            return before - len(writer.live)

    def restore(self, what: str) -> None:
        """Put back what was retracted: an article, claim or attribution, or the decision, by IRI or name. Raises `InputError` when
        it was not retracted."""
        with self._writing() as writer:
            for iri, decision in retracting.retractions(writer, self.base, what).items():
                if decision.key is None:
                    self._undo(writer, iri)
                else:
                    retracting.restore_article(writer, self.base, decision)
            entities.refresh(writer, self.base)

    def decide(self, decisions: Iterable[Decision]) -> list[str]:
        """Note what people decided on review, and show what it is about as they say; the IRIs of the decisions that are new.

        Raises `InputError`, with nothing noted, for a correction to what is not in its text.
        """
        with self._writing() as writer:
            noted = self._decide(writer, decisions)
            entities.refresh(writer, self.base)
            return noted

    def undecide(self, decision: str) -> None:
        """Take a decision back, by its IRI; what it was about is shown as it was. Raises `QueryError` when there is none."""
        known = self.decisions().get(decision)
        if known is None:
            raise QueryError(f"no decision is called {decision.removeprefix(self.base)!r}: `kg review --decisions` lists them")
        if known.key is not None:
            self.restore(decision)
            return
        with self._writing() as writer:
            self._undo(writer, decision)
            entities.refresh(writer, self.base)

    def _decide(self, writer: Writer, decisions: Iterable[Decision], called: str | None = None) -> list[str]:
        wanted = list(decisions)
        reviewing.refuse_unfit(writer, self.base, wanted)
        with self._settling(writer, reviewing.texts_of(wanted)):
            return reviewing.decide(writer, self.base, wanted, called)

    def _undo(self, writer: Writer, iri: str) -> None:
        with self._settling(writer, reviewing.texts_of([self.decisions()[iri]])):
            reviewing.undo(writer, self.base, iri)

    @contextmanager
    def _settling(self, writer: Writer, texts: set[str]) -> Iterator[None]:
        """Show, after the block, what people decided about some texts; after a crash, when the store is opened the next time."""
        self._folder.settling.write_text(json.dumps(sorted(texts)), encoding="utf-8")
        yield
        self._settle(writer, texts)
        self._folder.settling.unlink(missing_ok=True)

    def _tidy(self, writer: Writer) -> None:
        """Bring entities and what people noted in step with the mentions that are there."""
        entities.prune(writer, self.base)
        entities.bring_back(writer, self.base)
        self._folder.settling.unlink(missing_ok=True)

    def _settle(self, writer: Writer, texts: set[str]) -> None:
        graphs = reviewing.graphs_of_text(writer.live, texts) if texts else []
        retracting.take_out(writer, self.base, graphs)
        changed = reviewing.settle(writer, self.base, [graph for graph in graphs if writer.live.contains_named_graph(graph)])
        if changed:
            weighing.weigh(writer, self.base, sorted(changed, key=str))
            forget(self._folder.links, [graph.value for graph in changed])
            self._folder.index.unlink(missing_ok=True)

    def sparql(self, text: str, *, write: bool = False, allow_network: bool = False) -> Rows | Triples:
        """Answer SPARQL over all graphs: SELECT and ASK give rows, CONSTRUCT and DESCRIBE statements, an update no rows.

        The prefixes kg, schema, prov, nif, xsd and k (this store's names) need no declaration. Raises `QueryError` for an update unless
        `write`, for SERVICE and LOAD unless `allow_network`, and for what is not SPARQL.
        """
        guard.refuse(text, write=write, allow_network=allow_network)
        if not guard.is_update(text):
            return self._read(lambda live: sparql.run(live, self.base, text))
        with self._writing() as writer:
            answer = sparql.change(writer.live, self.path, self.base, text)
            writer.log.add("edited", note=text)
            self._folder.index.unlink(missing_ok=True)
            return answer

    def link(self, *, anew: bool = False) -> Linked:
        """Compare the articles that came since the last time with all others: the same claims and claims that exclude each other,
        mentions that are one entity, texts that are copies. What is there already is not written again.

        `anew`: what was found before is taken out, and all articles are compared; so it is when another version of the linker found it.
        What people noted and decided stays.
        """
        with self._writing() as writer:
            path = self._folder.links
            if anew or is_of_another_linker(path) or (not path.exists() and linking.is_older(writer.live, self.base)):
                path.unlink(missing_ok=True)
                linking.forget(writer)
            with links_index(path) as index:
                done = link(writer, self.base, index)
                done.entities = entities.rebuild(writer, self.base)
                return done

    def merge(self, one: str, other: str, *, reason: str | None = None, anyway: bool = False) -> list[str]:
        """Note that two entities, by name or IRI, are one; lines that say what is unexpected: two kinds, a name that others have, too.

        Raises `QueryError` for a name that is unknown or fits several, and, unless `anyway`, for a person and what is none, or a group and
        a place.
        """
        with self._writing() as writer:
            return merging.merge(writer, self.base, one, other, reason, anyway=anyway)

    def split(self, one: str, other: str, *, reason: str | None = None) -> None:
        """Note that two mentions, by IRI, or by name where that tells which, are not one; raises `QueryError` for what is no mention."""
        with self._writing() as writer:
            merging.split(writer, self.base, one, other, reason)

    def know(self, rows: Iterable[tuple[str, str]]) -> int:
        """Say which entities are `owl:sameAs` what is known elsewhere, by (name, IRI); the number of new statements."""
        with self._writing() as writer:
            return entities.known(writer, self.base, rows)

    def backup(self, target: Path) -> dict[str, Any]:
        """Copy all of it, with its history, to the new folder `target`, for `restore_backup`; what the copy's manifest says."""
        if self._writer is None and self._view is None and not os.access(self.path, os.W_OK):
            return self._copied(target)
        with self._writing() as writer:
            self._refuse_broken()
            self.identity()
            beside = {name: open_database(self.path / name, read_only=False) for name in sorted(self._databases() - {"live", "history"})}
            known = {"live": writer.live} | ({"history": writer.history} if "history" in self._databases() else {})
            return write_backup(self.path, known | beside, target)

    def optimize(self) -> int:
        """Put what many writings scattered in order, so that it is read faster, and bring its full-text index up to date; how many
        bytes the databases have then."""
        with self._writing() as writer:
            history = self.read_history()
            size = optimize(self._folder, [writer.live] if history is None else [writer.live, history])
        catch_up(self._index, self.live)
        return size

    def _copied(self, target: Path) -> dict[str, Any]:
        """The same where nothing may be written to the store: nobody else writes to it meanwhile, either."""
        with held(self.path):
            self._refuse_broken()
            there = {name: open_database(self.path / name, read_only=True) for name in sorted(self._databases())}
            return write_backup(self.path, there, target, read_only=True)

    def _databases(self) -> set[str]:
        return {path.parent.name for path in self.path.glob("*/CURRENT")}

    def _refuse_broken(self) -> None:
        """What is damaged is not copied. It is looked through before: what a writer merges on opening is not what was sealed."""
        for name, what in broken(self._folder):
            raise StoreError(f"{self.path}: {name} {what}: this is not copied; `kg check` says more")

    def take_out(self, node: pyoxigraph.NamedNode) -> None:
        """Take all statements about one thing out; the log alone tells of it."""
        with self._writing() as writer:
            gone = set(writer.live.quads_for_pattern(node, None, None, None))
            homes = {quad.graph_name for quad in gone}
            emptied = [str(one.value) for one in homes if all(q in gone for q in writer.live.quads_for_pattern(None, None, None, one))]  # type: ignore[union-attr]
            with writer.telling("edited", note=f"taken out: {node}", removes=(*sorted(emptied), node.value)):
                writer.change(gone, ())
