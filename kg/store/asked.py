"""What is asked of a store: every method is one question, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph
from pyoxigraph import Literal

from kg.link.sought import sought
from kg.meant import answered
from kg.model import Article, Run, Spans
from kg.near import holders, is_surname, office_key, surnamed
from kg.rdf import name_key, names
from kg.rdf.logged import Entry
from kg.rdf.terms import CLAIM, DOC, NAME_KEY
from kg.review import Decision, Speaker
from kg.rows import Rows
from kg.store import edited, find, index, reviewing
from kg.store.called import bearers, entity_called, offices, people_of
from kg.store.corroborating import Corroboration, corroboration
from kg.store.decided import decided
from kg.store.doubtful import DOUBTFUL, Doubtful, about, doubtful, named, place, spans_of, speaker
from kg.store.engine import readable_errors
from kg.store.export import export, sorted_graphs
from kg.store.gone import Gone
from kg.store.graphs import node_of, statements
from kg.store.lexical import AT_ONCE, Thing, things_of
from kg.store.log import Log
from kg.store.named import named_query
from kg.store.noted import noted
from kg.store.opened import Answer, Opened
from kg.store.parameters import Given
from kg.store.reviewing import Reading
from kg.store.seals import refuse_lost
from kg.store.select import select
from kg.store.shacl import Violation, validate
from kg.store.stats import stats
from kg.store.verifying import MOST, Verified, attributions, verify
from kg.store.versions import Version, Versions

if TYPE_CHECKING:
    import rdflib


class Asked(Opened):
    """A store that answers."""

    def holds(self, article: Article, run: Run) -> bool:
        """Whether this version of `article`, as read by `run`, is here: if so, reading and loading it again would add nothing."""
        graph = names(article, run, self.base).graph
        return self._read(lambda live: live.contains_named_graph(graph))

    def query(self, name: str, **params: Given) -> Rows:
        """Answer the named query `name`; a parameter that is left out or None does not restrict the answer.

        Where a name of somebody finds nothing, it is taken for the only person of that surname, with a warning by the logger `kg.meant`.
        Raises `QueryError` for an unknown query, parameter or name of somebody, or a bad value, saying what there is.
        """
        return answered(self, name, params)

    def exactly(self, name: str, **params: Given) -> Rows:
        """Answer as `query` does, but a name stands only for what is called just so, and one that is unknown finds nothing."""
        query = named_query(name)
        nodes = [p.name for p in query.parameters if p.kind == "node" and params.get(p.name) is not None]
        found = {name: (self._claim if name == "claim" else self._node)(str(params[name])).value for name in nodes}
        given = {**params, **found}
        return self._read(lambda live: select(live, query.sparql(given, query.entities(given, partial(entity_called, live)))))

    def export(self, out: BinaryIO, format: str, *, article: str | None = None, text: bool = True) -> int:  # noqa: A002
        """Write the current statements, or those of one `article`, to `out`; the number of statements written.

        `format` is turtle, trig, ntriples, nquads or jsonld. Without `text`, article texts are left out; offsets, hashes and quoted
        words stay. Raises `UsageError` for an unknown format and `InputError` for an unknown article.
        """
        graphs = None if article is None else self._told(article, lambda live: find.graphs(live, self.base, article))
        with readable_errors(self.path):
            return export(self._open(), self.base, out, format, graphs=graphs, text=text)

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
        `undone`, also what was taken back or replaced."""
        log = self.log()
        return self._both(lambda live, history: decided(live, history, self.base, log, unattached=unattached, undone=undone))

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

    def article(self, words: str) -> str:
        """The IRI of the article that `words` name: an IRI, name, document key, address or file; raises `InputError`, naming near ones."""
        return self._told(words, lambda live: find.article(live, self.base, words)).value

    def of_file(self, doc: str) -> list[str]:
        """The IRIs of the articles that count and were read from a file of that name, sorted."""
        return self._read(lambda live: sorted(node_of(q.subject).value for q in live.quads_for_pattern(None, DOC, Literal(doc), None)))

    def corroboration(self, claim: str) -> Corroboration:
        """Who bears a claim out and who disputes it, and how many of the sources are independent.

        `claim` is the IRI of a claim or attribution, a name or its beginning. Raises `QueryError` when nothing or more than one fits.
        """
        return corroboration(self.query("corroboration", claim=claim), self._claim(claim).value)

    def verify(self, sentence: str) -> Verified:
        """What is held for and against a sentence: who asserts it, who disputes it, how far it is corroborated; not whether it is true."""
        candidates = self._read(lambda live: index.search_any(self._index, live, " ".join(sought(sentence)), MOST))
        said = self._read(lambda live: [one for claim in candidates for one in attributions(live, claim)])
        return verify(sentence, said, lambda claim: self.query("corroboration", claim=claim))

    def validate(self) -> list[Violation]:
        """What the store holds against its ontology's shapes, sorted; empty when all is well. Raises `MissingExtra` without pySHACL."""
        return self._read(validate)

    def stats(self) -> dict[str, int]:
        """Counts: articles, attributions, claims, …, statements, graphs, bytes on disk."""
        return self._read(lambda live: stats(live, self.path))

    def suggest(self, name: str, count: int = 5) -> list[str]:
        """At most `count` names in the store that have `name` in them, or are written much like it, the nearest first."""
        return self._read(lambda live: index.suggest(self._index, live, name, count))

    def surnamed(self, name: str) -> list[str]:
        """The full names of the people in the store whose surname is `name`, one for each, sorted."""
        key = name_key(name)

        def ask(live: pyoxigraph.Store) -> list[str]:
            keys = {other for other in index.keys_with(self._index, live, key) if is_surname(key, other)} if key else ()
            return surnamed(key, people_of(live, keys))

        return self._read(ask)

    def holders(self, office: str) -> list[tuple[str, str]]:
        """The names of who holds an office ("mayor", "mayor of Port Averly"), and which, in the articles' words."""
        asked = office_key(office)

        def ask(live: pyoxigraph.Store) -> list[tuple[str, str]]:
            roles = index.roles(self._index, live)
            return holders(asked, offices(live, (one for one in roles if (key := one.casefold()) in asked or asked in key)))

        return self._read(ask)

    def bearers(self, name: str) -> int:
        """How many different ones are called `name`, as far as is known: what is one in several articles counts once."""
        return self._read(lambda live: bearers(live, name_key(name)))

    def once_said(self, speaker: str) -> str | None:
        """What became of what somebody said of whom nothing counts any more, in one line; None for who never spoke here."""
        return None if self._view is not None else self._with_gone(lambda gone: gone.said(speaker))

    def search(self, words: str, *, limit: int = 20) -> list[str]:
        """The IRIs of the claims that hold all of `words`, the best first."""
        return self._read(lambda live: index.search(self._index, live, words, limit))

    def knows(self, name: str) -> bool:
        """Whether anybody or anything in the store is called `name`."""
        return self._read(lambda live: next(live.quads_for_pattern(None, NAME_KEY, Literal(name_key(name)), None), None) is not None)

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

    def _node(self, words: str) -> pyoxigraph.NamedNode:
        return self._told(words, lambda live: find.node(live, self.base, words))

    def _claim(self, words: str) -> pyoxigraph.NamedNode:
        """The claim that `words` stand for, or that the attribution makes for which they stand."""
        found = self._node(words)
        made = self._read(lambda live: next((q.object for q in live.quads_for_pattern(found, CLAIM, None, None)), None))
        return made if isinstance(made, pyoxigraph.NamedNode) else found

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
