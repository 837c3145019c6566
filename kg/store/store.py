"""The store as its users see it: every method is one thing to do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self, TypeVar

import pyoxigraph
from pyoxigraph import Literal

from kg.errors import StoreError, StoreLocked
from kg.link.pairs import tokens
from kg.model import Article, Extraction, Run
from kg.rdf import name_key, names, to_quads
from kg.rdf.terms import CLAIM, IS_STRING, NAME_KEY
from kg.rows import Rows
from kg.store import edited, entities, find, guard, index, sparql
from kg.store.backup import write_backup
from kg.store.bulk import Bulk, refuse_half, undo
from kg.store.corroborating import Corroboration, corroboration
from kg.store.engine import open_database, readable_errors
from kg.store.export import export, sorted_graphs
from kg.store.folder import Folder, open_folder
from kg.store.graphs import statements
from kg.store.imported import import_statements
from kg.store.linking import Linked, link
from kg.store.links_index import links_index
from kg.store.named import named_query
from kg.store.parameters import Given
from kg.store.select import select
from kg.store.shacl import Violation, validate
from kg.store.stats import stats
from kg.store.triples import Triples
from kg.store.verifying import MOST, Verified, attributions, verify
from kg.store.writing import Loaded, Writer

if TYPE_CHECKING:
    import rdflib

Answer = TypeVar("Answer")
_ATTEMPTS: Final = 3


def open_store(path: Path, *, base: str | None = None, create: bool = True, read_only: bool = False) -> Store:
    """Open the store in folder `path`; a new one is made when `create` is true, nothing is there and it may be written.

    `base` is the IRI under which a new store mints its names. Raises `StoreLocked` when another process writes to it, `StoreTooNew` when
    a later version made it, and `StoreError` for what is no store.
    """
    folder = open_folder(path, base=base, create=create and not read_only)
    if read_only:
        refuse_half(folder.path)
    return Store(folder, open_database(folder.live, read_only=read_only), read_only=read_only)


class Store:
    """An open store; a context manager. `path` is its folder, `base` the IRI under which it mints names."""

    def __init__(self, folder: Folder, live: pyoxigraph.Store, *, read_only: bool) -> None:
        self._folder = folder
        self._live: pyoxigraph.Store | None = live
        with readable_errors(folder.path):
            if not read_only:
                undo(folder.path, live)
            self._writer = None if read_only else Writer(folder, live)

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._folder.path

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
        try:
            if self._writer is not None and self._live is not None:
                with readable_errors(self.path):
                    self._live.flush()
        finally:
            self._live = self._writer = None

    def holds(self, article: Article, run: Run) -> bool:
        """Whether this version of `article`, as read by `run`, is here: if so, reading and loading it again would add nothing."""
        graph = names(article, run, self.base).graph
        return self._read(lambda live: live.contains_named_graph(graph))

    def load(self, extraction: Extraction) -> Loaded:
        """Store what was read from one article, all of it or, when this raises, nothing.

        Another version of the article, with the same document key, is replaced and goes to the history. Raises `InputError` for an
        extraction that does not hold together, and `StoreError` when it cannot be written.
        """
        article, run = extraction.article, extraction.run
        minted = names(article, run, self.base)
        with self._writing() as writer:
            if any(writer.live.quads_for_pattern(None, IS_STRING, None, minted.graph)):
                return Loaded(minted.graph.value, minted.article.value, "unchanged", 0)
            loaded = writer.put(minted.article, minted.graph, article.key, to_quads(extraction, self.base))
            if loaded.status == "replaced":
                entities.prune(writer, self.base)
            return loaded

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
                undo(self.path, writer.live)
        yield from done

    def query(self, name: str, **params: Given) -> Rows:
        """Answer the named query `name`; a parameter that is left out or None does not restrict the answer.

        Raises `QueryError` for an unknown name or parameter, or a bad value, saying what there is.
        """
        query = named_query(name)
        nodes = [p.name for p in query.parameters if p.kind == "node" and params.get(p.name) is not None]
        found = self._read(lambda live: {name: find.node(live, self.base, str(params[name])).value for name in nodes})
        text = query.sparql({**params, **found})
        return self._read(lambda live: select(live, text))

    def export(self, out: BinaryIO, format: str, *, article: str | None = None, text: bool = True) -> int:  # noqa: A002
        """Write the current statements, or those of one `article`, to `out`; the number of statements written.

        `format` is turtle, trig, ntriples, nquads or jsonld. Without `text`, article texts are left out; offsets, hashes and quoted
        words stay. Raises `UsageError` for an unknown format and `InputError` for an unknown article.
        """
        graphs = None if article is None else self._read(lambda live: find.graphs(live, self.base, article))
        with readable_errors(self.path):
            return export(self._open(), self.base, out, format, graphs=graphs, text=text)

    def import_(self, source: BinaryIO, format: str) -> int:  # noqa: A002
        """Store the statements in `source`; the number that were new.

        Raises `InputError`, with nothing stored, for broken syntax and for what no store of this base holds: blank nodes, terms outside
        the ontology, graphs of other things.
        """
        with self._writing() as writer:
            return import_statements(writer, self.base, source, format)

    def delete(self, article: str, *, purge: bool = False) -> int:
        """Retract an article, named by IRI, document key, URL or file; the number of statements that left the live store.

        It goes to the history; with `purge`, every version of it is removed from there too. Raises `InputError` naming near ones when
        there is no such article.
        """
        with self._writing() as writer:
            found = find.article(writer.live, self.base, article)
            count = writer.retract(found, purge=purge)
            entities.prune(writer, self.base)
            return count

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
            self._folder.index.unlink(missing_ok=True)
            return answer

    def link(self) -> Linked:
        """Compare the articles that came since the last time with all others: the same claims and claims that exclude each other,
        mentions that are one entity, texts that are copies. What is there already is not written again.
        """
        with self._writing() as writer, links_index(self._folder.links) as index:
            done = link(writer, self.base, index)
            done.entities = entities.rebuild(writer, self.base)
            return done

    def article(self, words: str) -> str:
        """The IRI of the article that `words` name: an IRI, name, document key, address or file; raises `InputError`, naming near ones."""
        return self._read(lambda live: find.article(live, self.base, words)).value

    def corroboration(self, claim: str) -> Corroboration:
        """Who bears a claim out and who disputes it, and how many of the sources are independent.

        `claim` is the IRI of a claim or attribution, a name or its beginning. Raises `QueryError` when nothing or more than one fits.
        """
        found = self._read(lambda live: find.node(live, self.base, claim))
        of_attribution = self._read(lambda live: next((q.object for q in live.quads_for_pattern(found, CLAIM, None, None)), None))
        node = of_attribution if isinstance(of_attribution, pyoxigraph.NamedNode) else found
        return corroboration(self.query("corroboration", claim=node.value))

    def verify(self, sentence: str) -> Verified:
        """What is held for and against a sentence: who asserts it, who disputes it, how far it is corroborated; not whether it is true."""
        candidates = self._read(lambda live: index.search_any(self._folder.index, live, " ".join(tokens(sentence)), MOST))
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
        with self._writing() as writer:
            self.identity()
            there = {path.parent.name for path in self.path.glob("*/CURRENT")}
            beside = {name: open_database(self.path / name, read_only=False) for name in sorted(there - {"live", "history"})}
            known = {"live": writer.live} | ({"history": writer.history} if "history" in there else {})
            return write_backup(self.path, known | beside, target)

    def stats(self) -> dict[str, int]:
        """Counts: articles, attributions, claims, …, statements, graphs, bytes on disk."""
        return self._read(lambda live: stats(live, self.path))

    def suggest(self, name: str) -> list[str]:
        """Names in the store that are written much like `name`, the nearest first."""
        return self._read(lambda live: index.suggest(self._folder.index, live, name))

    def search(self, words: str, *, limit: int = 20) -> list[str]:
        """The IRIs of the claims that hold all of `words`, the best first."""
        return self._read(lambda live: index.search(self._folder.index, live, words, limit))

    def knows(self, name: str) -> bool:
        """Whether anybody or anything in the store is called `name`."""
        return self._read(lambda live: next(live.quads_for_pattern(None, NAME_KEY, Literal(name_key(name)), None), None) is not None)

    def take_out(self, node: pyoxigraph.NamedNode) -> None:
        """Take all statements about one thing out, and keep no record of them."""
        with self._writing() as writer:
            writer.change(set(writer.live.quads_for_pattern(node, None, None, None)), ())

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
                if self._writer is not None:
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
