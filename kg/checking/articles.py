"""Each article: whole, and every offset in it one of its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.checking.problem import Problem
from kg.errors import InputError
from kg.model import Claim, Extraction
from kg.plurals import many
from kg.rdf import from_quads, names, to_quads
from kg.rdf import terms as t
from kg.rdf.check import check as check_extraction
from kg.store import Store
from kg.store import graphs as g

_AGAIN = "kg delete it, and load it again"


def articles(store: Store) -> Iterator[Problem]:
    """Names are hashes of what they name: of an article, its text and data; of what was said in it, the offsets. Both are compared, but
    for articles that were changed by an update."""
    edited = {graph for graph, stamp in store.graphs().items() if stamp}
    for article in sorted(g.articles(store.live), key=str):
        for problem in _article(store.live, store.base, article, edited):
            yield Problem("articles", article.value, problem, _AGAIN)


def _article(live: pyoxigraph.Store, base: str, article: NamedNode, edited: Collection[str]) -> Iterator[str]:
    graph = g.graph_of(live, article)
    if graph is None:
        yield "says nothing of its graph"
        return
    quads = list(g.statements(live, graph))
    if not any(quad.predicate == t.IS_STRING for quad in quads):
        return  # imported without its text
    runs = [run for quad in quads if quad.predicate == t.READ_BY and (run := g.graph_of(live, g.node_of(quad.object)))]
    quads += [quad for run in runs for quad in g.statements(live, run)]
    try:
        alone = from_quads(quads)
        minted = names(alone.article, alone.run, base)
        quads += g.statements(live, minted.link_graph)
        told = from_quads(quads)
        check_extraction(told)
        again = to_quads(told, base)
    except InputError as error:
        yield str(error)
        return
    yield from _words(told)
    if graph.value not in edited and minted.link_graph.value not in edited:
        yield from _names(minted.graph == graph, quads, again)


def _names(is_same: bool, quads: list[Quad], again: list[Quad]) -> Iterator[str]:
    if not is_same:
        yield "its text, headline or other data are not those that its name was made of"
    elif moved := sorted({str(quad.subject) for quad in quads} - {str(quad.subject) for quad in again}):
        yield f"{many(len(moved), 'thing')} in it not at the offsets that names are made of, as {moved[0]}"


def _words(told: Extraction) -> Iterator[str]:
    for claim in told.claims:
        if not _are_in(claim, told.article.text):
            yield f"the offsets of a claim cut out other words than {claim.text[:80]!r}"


def _are_in(claim: Claim, text: str) -> bool:
    """Whether the pieces of a claim's words stand in its content, one after the other."""
    content = " ".join(" ".join(text[begin:end].split()) for begin, end in claim.content)
    pieces = (re.escape(" ".join(piece.split())) for piece in claim.text.split("…"))
    return re.search(".*?".join(pieces), content, re.DOTALL) is not None
