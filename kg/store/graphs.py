"""Which graphs belong to which article."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import terms as t

_ENDS = {
    t.ATTRIBUTION: (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION),
    t.NEWS_ARTICLE: (t.FROM_ARTICLE, t.TO_ARTICLE),
    **dict.fromkeys((t.CLAIM_CLASS, t.SENTENCE, t.CONTEXT, t.SPAN, t.ROLE_CLASS), ()),
}
BY_HAND = Literal("by-hand/1")
"""The rule of merges and splits that people made: another article's going leaves them alone."""
_MENTIONED = (t.FROM_MENTION, t.TO_MENTION)
FAR_ENDS = frozenset((t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION, t.FROM_ARTICLE, t.TO_ARTICLE, *_MENTIONED))
"""The properties that lead from what was found between two articles to what they hold."""


def articles(db: pyoxigraph.Store) -> Iterator[NamedNode]:
    """Every article."""
    return (node_of(quad.subject) for quad in db.quads_for_pattern(None, t.TYPE, t.NEWS_ARTICLE, None))


def articles_with_key(db: pyoxigraph.Store, key: str) -> list[NamedNode]:
    """The articles with that document key: at most one among the current ones."""
    return [node_of(quad.subject) for quad in db.quads_for_pattern(None, t.KEY, Literal(key), None)]


def graph_of(db: pyoxigraph.Store, article: NamedNode) -> NamedNode | None:
    """The graph of an article or a run; None when it is not there."""
    return next((node_of(quad.object) for quad in db.quads_for_pattern(article, t.IN_GRAPH, None, None)), None)


def graphs_with(db: pyoxigraph.Store, article: NamedNode, graph: NamedNode, *, shared: bool = False) -> list[NamedNode]:
    """The graphs that go when `article` goes: its own, those of the links from or to it, and its run's when no other article needs it.

    With `shared`, its run's in any case: all that it takes to understand the article.
    """
    gone = {graph, *_link_graphs(db, graph)}
    for quad in db.quads_for_pattern(article, t.READ_BY, None, graph):
        run = node_of(quad.object)
        run_graph = graph_of(db, run)
        if run_graph is not None and (shared or not _has_other_readers(db, run, graph)):
            gone.add(run_graph)
    return sorted(gone, key=lambda name: name.value)


def _has_other_readers(db: pyoxigraph.Store, run: NamedNode, graph: NamedNode) -> bool:
    return any(other.graph_name != graph for other in db.quads_for_pattern(None, t.READ_BY, run, None))


def _link_graphs(db: pyoxigraph.Store, graph: NamedNode) -> Iterator[NamedNode]:
    """The graphs of what points at an attribution or mention of an article, or at the article: all but that of what people noted by hand,
    which tells of other articles, too."""
    for quad in db.quads_for_pattern(None, t.TYPE, None, graph):
        for end in _ENDS.get(node_of(quad.object), _MENTIONED):
            for link in db.quads_for_pattern(None, end, node_of(quad.subject), None):
                if not next(db.quads_for_pattern(link.subject, t.RULE, BY_HAND, link.graph_name), None):
                    yield node_of(link.graph_name)


def statements(db: pyoxigraph.Store, graph: NamedNode) -> Iterator[Quad]:
    """All statements of one graph."""
    return db.quads_for_pattern(None, None, None, graph)


def node_of(term: object) -> NamedNode:
    """A term of which only an IRI can stand there."""
    if isinstance(term, NamedNode):
        return term
    raise TypeError(f"{term} is no IRI")
