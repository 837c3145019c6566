"""The store as its users see it: every method is one thing to do with it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self, TypeVar

import pyoxigraph
from pyoxigraph import Literal

from kg.errors import QueryError, StoreError, StoreLocked
from kg.link.pairs import tokens
from kg.model import Article, Extraction, Run, Spans
from kg.rdf import name_key, names, to_quads
from kg.rdf.logged import Entry
from kg.rdf.terms import CLAIM, IS_STRING, NAME_KEY
from kg.review import Decision, Speaker, reviewed
from kg.rows import Rows
from kg.store import edited, entities, find, guard, index, linking, retracting, reviewing, sparql
from kg.store.asof import View
from kg.store.backup import write_backup
from kg.store.bulk import Bulk, refuse_half, undo
from kg.store.corroborating import Corroboration, corroboration
from kg.store.counted import counted
from kg.store.decided import decided
from kg.store.doubtful import DOUBTFUL, Doubtful, about, doubtful, named, place, spans_of, speaker
from kg.store.engine import held, open_database, readable_errors, tidy
from kg.store.export import export, sorted_graphs
from kg.store.folder import Folder, open_folder, refuse_backup
from kg.store.gone import Gone
from kg.store.graphs import statements
from kg.store.imported import import_statements
from kg.store.lexical import AT_ONCE, Thing, things_of
from kg.store.linking import Linked, link
from kg.store.links_index import forget, is_of_another_linker, links_index
from kg.store.log import Log
from kg.store.named import named_query
from kg.store.noted import noted
from kg.store.optimizing import optimize
from kg.store.parameters import Given
from kg.store.reviewing import Reading
from kg.store.seals import broken, healing, refuse_cut, refuse_lost, seal
from kg.store.select import select
from kg.store.shacl import Violation, validate
from kg.store.stats import stats
from kg.store.succession import supersede, to_replace
from kg.store.triples import Triples
from kg.store.verifying import MOST, Verified, attributions, verify
from kg.store.versions import Version, Versions
from kg.store.writing import Loaded, Put, Writer

if TYPE_CHECKING:
    import rdflib

Answer = TypeVar("Answer")
_ATTEMPTS: Final = 3


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
    return Store(folder, open_database(folder.live, read_only=read_only), read_only=read_only, by=by)


def _as_it_was(folder: Folder, at: datetime) -> Store:
    refuse_half(folder.path)
    refuse_lost(folder, history=True)
    refuse_cut(folder)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            live, history = (open_database(part, read_only=True) for part in (folder.live, folder.history))
            with readable_errors(folder.path):
                view = View(folder.path, folder.base, live, history, counted(Log(folder.log, folder.base).entries(), at))
            break
        except StoreLocked:
            if attempt == _ATTEMPTS:
                raise
    return Store(folder, view.database, read_only=True, view=view)


class Store:
    """An open store; a context manager. `path` is its folder, `base` the IRI under which it mints names."""

    def __init__(self, folder: Folder, live: pyoxigraph.Store, *, read_only: bool, by: str | None = None, view: View | None = None) -> None:
        self._folder, self._view = folder, view
        self._index: Path | str = folder.index if view is None else ":memory:"
        self._live: pyoxigraph.Store | None = live
        with readable_errors(folder.path):
            self._writer = None if read_only else _writer(folder, live, by)
            if self._writer is not None and folder.settling.exists():
                self._settle(self._writer, reviewing.noted_texts(folder.settling))
                self._tidy(self._writer)

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._folder.path

    @property
    def by(self) -> str | None:
        """The name under which the log keeps what is done."""
        return None if self._writer is None else self._writer.log.by

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return str(self._folder.path)

    @property
    def base(self) -> str:
        """The IRI that every minted name starts with."""
        return self._folder.base

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that others can open it; closing twice does nothing."""
        was_written = self._writer is not None and self._live is not None
        try:
            if was_written:
                with readable_errors(self.path):
                    self._open().flush()
        finally:
            self._live = self._writer = None
            if self._view is not None:
                self._view.close()
        for database in (self._folder.live, self._folder.history):
            tidy(database)
        if was_written:
            with suppress(OSError, StoreError):  # older seals stay, and hold
                seal(self._folder)

    def holds(self, article: Article, run: Run) -> bool:
        """Whether this version of `article`, as read by `run`, is here: if so, reading and loading it again would add nothing."""
        graph = names(article, run, self.base).graph
        return self._read(lambda live: live.contains_named_graph(graph))

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

    def query(self, name: str, **params: Given) -> Rows:
        """Answer the named query `name`; a parameter that is left out or None does not restrict the answer.

        Raises `QueryError` for an unknown name or parameter, or a bad value, saying what there is.
        """
        query = named_query(name)
        nodes = [p.name for p in query.parameters if p.kind == "node" and params.get(p.name) is not None]
        found = {name: self._node(str(params[name])).value for name in nodes}
        text = query.sparql({**params, **found})
        return self._read(lambda live: select(live, text))

    def export(self, out: BinaryIO, format: str, *, article: str | None = None, text: bool = True) -> int:  # noqa: A002
        """Write the current statements, or those of one `article`, to `out`; the number of statements written.

        `format` is turtle, trig, ntriples, nquads or jsonld. Without `text`, article texts are left out; offsets, hashes and quoted
        words stay. Raises `UsageError` for an unknown format and `InputError` for an unknown article.
        """
        graphs = None if article is None else self._told(article, lambda live: find.graphs(live, self.base, article))
        with readable_errors(self.path):
            return export(self._open(), self.base, out, format, graphs=graphs, text=text)

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

    def doubtful(self, below: float = DOUBTFUL, kind: str | None = None) -> list[Doubtful]:
        """Attributions and links (`kind`: one of both) that score less than `below` and nobody decided on, the lowest first."""
        return self._read(lambda live: doubtful(live, below, kind))

    def about(self, what: str) -> tuple[Doubtful, Decision]:
        """The attribution or link that `what` names, and the decision that would accept it. Raises `QueryError` when there is none."""

        def ask(live: pyoxigraph.Store) -> tuple[Doubtful, Decision]:
            found = named(live, self.base, what)
            return found, about(live, self.base, found)

        return self._told(what, ask)

    def speaker(self, attribution: str, words: str) -> Speaker:
        """Whom `words` mean in an attribution's article: a name, offsets, or nobody. Raises `QueryError` for none or several."""
        return self._read(lambda live: speaker(live, attribution, words))

    def spans(self, attribution: str, words: str) -> Spans:
        """Where `words`, or offsets such as `12-40`, stand in the text of an attribution, near it; raises `QueryError` when they do not."""

        def ask(live: pyoxigraph.Store) -> Spans:
            at, text = place(live, attribution)
            return spans_of(text, words, at.content[0][0] if at.content else 0)

        return self._read(ask)

    def decided(self, *, unattached: bool = False, undone: bool = False) -> Rows:
        """What people decided, and whether some reading of today has what it is about; with `unattached`, only what none has; with
        `undone`, also what was taken back."""
        return self._both(lambda live, history: decided(live, history, self.base, unattached=unattached, undone=undone))

    def decisions(self) -> dict[str, Decision]:
        """What people decided, by IRI."""
        return self._read(lambda live: reviewing.decisions(live, self.base))

    def noted(self) -> dict[str, str]:
        """In words what people merged and split, also what does not count any more, by IRI."""
        return self._both(lambda live, history: noted([live, history]))

    def log(self) -> list[Entry]:
        """What was done to the store, the oldest first."""
        with readable_errors(self.path):
            return list(Log(self._folder.log, self.base).entries())

    def versions(self, article: str) -> list[Version]:
        """The versions of an article, named as for `delete`, the current one first; raises `InputError` when there is none, and
        `StoreDamaged` when the history is gone."""
        return self._with_history(lambda found: found.of(article))

    def diff(self, article: str, other: str | None = None) -> Rows:
        """Claims that appeared, vanished or changed from the version before, or from the version or article `other`, to the current one.

        Raises `InputError` when there is no such article, or nothing to compare it with.
        """
        return self._with_history(lambda found: found.diff(article, other))

    def article_graphs(self, articles: Sequence[str] = ()) -> list[str]:
        """The graphs of what counts, sorted, or of the articles named as for `delete`; raises `InputError` for an unknown one."""
        if not articles:
            return self._read(lambda live: [graph.value for graph in reviewing.all_articles(live)])
        found = {pyoxigraph.NamedNode(self.article(words)) for words in articles}
        return self._read(lambda live: sorted(graph.value for one in found for graph in reviewing.graphs_of(live, one)))

    def reading(self, graph: str) -> Reading:
        """An article as it was read, before review; raises `InputError` without its text, or when it was changed by hand."""
        return self._both(lambda live, history: reviewing.reading_in([history, live], self.base, pyoxigraph.NamedNode(graph)))

    def _node(self, words: str) -> pyoxigraph.NamedNode:
        return self._told(words, lambda live: find.node(live, self.base, words))

    def _told(self, words: str, ask: Callable[[pyoxigraph.Store], Answer]) -> Answer:
        """What `ask` finds of what `words` name; where that does not count any more, the error says what became of it."""
        try:
            return self._read(ask)
        except (find.UnknownNode, find.UnknownArticle) as error:
            why = None if self._view is not None else self._with_gone(lambda gone: gone.why(words))
            if why is None:
                raise
            raise type(error)(f"{words!r} was {why}") from error

    def _with_gone(self, ask: Callable[[Gone], Answer]) -> Answer:
        log = self.log()
        return self._both(lambda live, history: ask(Gone(self.base, live, history, log)))

    def _with_history(self, ask: Callable[[Versions], Answer]) -> Answer:
        refuse_lost(self._folder, history=True)
        log = self.log()
        return self._both(lambda live, history: ask(Versions(self.base, live, history, log)))

    def _both(self, ask: Callable[[pyoxigraph.Store, pyoxigraph.Store], Answer]) -> Answer:
        """What `ask` finds in what counts and in the history."""
        history = open_database(self._folder.history, read_only=True) if self._writer is None else self._writer.history
        return self._read(lambda live: ask(live, history))

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

    def article(self, words: str) -> str:
        """The IRI of the article that `words` name: an IRI, name, document key, address or file; raises `InputError`, naming near ones."""
        return self._told(words, lambda live: find.article(live, self.base, words)).value

    def corroboration(self, claim: str) -> Corroboration:
        """Who bears a claim out and who disputes it, and how many of the sources are independent.

        `claim` is the IRI of a claim or attribution, a name or its beginning. Raises `QueryError` when nothing or more than one fits.
        """
        found = self._node(claim)
        of_attribution = self._read(lambda live: next((q.object for q in live.quads_for_pattern(found, CLAIM, None, None)), None))
        node = of_attribution if isinstance(of_attribution, pyoxigraph.NamedNode) else found
        return corroboration(self.query("corroboration", claim=node.value))

    def verify(self, sentence: str) -> Verified:
        """What is held for and against a sentence: who asserts it, who disputes it, how far it is corroborated; not whether it is true."""
        candidates = self._read(lambda live: index.search_any(self._index, live, " ".join(tokens(sentence)), MOST))
        said = self._read(lambda live: [one for claim in candidates for one in attributions(live, claim)])
        return verify(sentence, said, lambda claim: self.query("corroboration", claim=claim))

    def merge(self, one: str, other: str, *, reason: str | None = None) -> None:
        """Note that two entities, by name or IRI, are one; raises `QueryError` for a name that is unknown or fits several."""
        with self._writing() as writer:
            entities.merge(writer, self.base, one, other, reason)

    def split(self, one: str, other: str, *, reason: str | None = None) -> None:
        """Note that two mentions, by IRI, are not one entity; raises `QueryError` for what is no mention."""
        with self._writing() as writer:
            entities.split(writer, self.base, one, other, reason)

    def know(self, rows: Iterable[tuple[str, str]]) -> int:
        """Say which entities are `owl:sameAs` what is known elsewhere, by (name, IRI); the number of new statements."""
        with self._writing() as writer:
            return entities.known(writer, self.base, rows)

    def validate(self) -> list[Violation]:
        """What the store holds against its ontology's shapes, sorted; empty when all is well. Raises `MissingExtra` without pySHACL."""
        return self._read(validate)

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
        """Put what many writings scattered in order, so that it is read faster; how many bytes the databases have then."""
        with self._writing() as writer:
            history = self.read_history()
            return optimize(self._folder, [writer.live] if history is None else [writer.live, history])

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

    def stats(self) -> dict[str, int]:
        """Counts: articles, attributions, claims, …, statements, graphs, bytes on disk."""
        return self._read(lambda live: stats(live, self.path))

    def suggest(self, name: str, count: int = 5) -> list[str]:
        """At most `count` names in the store that are written much like `name`, the nearest first."""
        return self._read(lambda live: index.suggest(self._index, live, name, count))

    def once_said(self, speaker: str) -> str | None:
        """What became of what somebody said of whom nothing counts any more, in one line; None for who never spoke here."""
        return None if self._view is not None else self._with_gone(lambda gone: gone.said(speaker))

    def search(self, words: str, *, limit: int = 20) -> list[str]:
        """The IRIs of the claims that hold all of `words`, the best first."""
        return self._read(lambda live: index.search(self._index, live, words, limit))

    def knows(self, name: str) -> bool:
        """Whether anybody or anything in the store is called `name`."""
        return self._read(lambda live: next(live.quads_for_pattern(None, NAME_KEY, Literal(name_key(name)), None), None) is not None)

    def take_out(self, node: pyoxigraph.NamedNode) -> None:
        """Take all statements about one thing out; the log alone tells of it."""
        with self._writing() as writer:
            gone = set(writer.live.quads_for_pattern(node, None, None, None))
            homes = {quad.graph_name for quad in gone}
            emptied = [str(one.value) for one in homes if all(q in gone for q in writer.live.quads_for_pattern(None, None, None, one))]  # type: ignore[union-attr]
            with writer.telling("edited", note=f"taken out: {node}", removes=(*sorted(emptied), node.value)):
                writer.change(gone, ())

    @property
    def live(self) -> pyoxigraph.Store:
        """The database of what is current, to be read."""
        return self._open()

    def read_history(self) -> pyoxigraph.Store | None:
        """The database of what was replaced or retracted, to be read; None when there never was anything."""
        if self._writer is not None:
            return self._writer.history if self._folder.history.exists() else None
        return open_database(self._folder.history, read_only=True) if self._folder.history.exists() else None

    def identity(self) -> str:
        """The name of this store, the same in its copies."""
        with readable_errors(self.path):
            return self._folder.identity()

    def graphs(self) -> dict[str, str | None]:
        """Every graph's IRI, sorted, with a stamp that changes when it is changed; None while it is as it was made."""
        stamps = edited.stamps(self.path)
        return {graph.value: stamps.get(graph.value) for graph in self._read(sorted_graphs)}

    def statements(self, graph: str) -> list[pyoxigraph.Quad]:
        """All statements of a graph, in no order."""
        return self._read(lambda live: list(statements(live, pyoxigraph.NamedNode(graph))))

    def things_of(self, graphs: Iterable[str]) -> Iterator[tuple[str, list[Thing]]]:
        """Each of `graphs`, in that order, with what it tells as texts: cheaper than `statements`."""
        waiting = iter(graphs)
        while some := list(islice(waiting, AT_ONCE)):
            yield from self._read(lambda live, some=some: things_of(live, some))  # type: ignore[misc]

    def tells_of(self, thing: str) -> bool:
        """Whether anything is said of a thing, by its IRI."""
        node = pyoxigraph.NamedNode(thing)
        return self._read(lambda live: next(live.quads_for_pattern(node, None, None, None), None) is not None)

    def dataset(self) -> rdflib.Dataset:
        """The current statements through the rdflib API, as one dataset of named graphs whose default graph is their union."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._open()), default_union=True)

    def _open(self) -> pyoxigraph.Store:
        if self._live is None:
            raise StoreError(f"{self.path}: this store was closed: open it again")
        return self._live

    def _read(self, ask: Callable[[pyoxigraph.Store], Answer]) -> Answer:
        """What `ask` finds. Beside a writer, files may go while they are read: then the store is opened anew and asked again."""
        for _ in range(_ATTEMPTS):
            try:
                with readable_errors(self.path):
                    return ask(self._open())
            except StoreLocked:
                if self._writer is not None or self._view is not None:
                    raise
                self._live = open_database(self._folder.live, read_only=True)
        with readable_errors(self.path):
            return ask(self._open())

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        self._open()
        if self._writer is None:
            raise StoreError(f"{self.path}: this store was opened to read only")
        with readable_errors(self.path):
            yield self._writer


def _writer(folder: Folder, live: pyoxigraph.Store, by: str | None) -> Writer:
    """Whoever writes to the store, who first undoes or finishes what a crash left half done."""
    with healing(folder):
        undo(folder.path, live, Log(folder.log, folder.base))
        return Writer(folder, live, by)
