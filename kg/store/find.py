"""Finding the one thing that a person means by a name, an IRI, or the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import InputError, QueryError
from kg.rdf import terms as t
from kg.rdf.logged import Entry
from kg.store.graphs import articles, articles_with_key, graph_of, graphs_with, node_of


class UnknownNode(QueryError):
    """No claim, attribution or link is called so."""


class UnknownArticle(InputError):
    """No article is called so."""


def node(db: pyoxigraph.Store, base: str, words: str) -> NamedNode:
    """The claim or attribution that `words` stand for: its IRI, its name (`att_…`), or the beginning of either, with or without `att_`.

    Raises `QueryError` when nothing or more than one thing fits.
    """
    name = local(base, words)
    exact = _exact(db, name if ":" in name else base + name)
    if exact and not _exact(db, exact.value, _SAID):
        raise QueryError(f"{words!r} is neither a claim nor an attribution; give a name that begins with clm_ or att_")
    found = [exact] if exact else sorted(set(_beginning(db, base, name)), key=lambda one: one.value)
    if not found:
        raise UnknownNode(f"no claim or attribution is called {words!r}: `kg who-said` lists them, with their IRIs in the rows")
    if len(found) > 1:
        some = ", ".join(one.value.removeprefix(base) for one in found[:5])
        raise QueryError(f"{words!r} fits {len(found)} claims and attributions: give more of one of {some}{' …' if len(found) > 5 else ''}")
    return found[0]


def link(db: pyoxigraph.Store, base: str, words: str) -> NamedNode:
    """The link that `words` stand for: its IRI, its name (`lnk_…`), or the beginning of either.

    Raises `QueryError` when nothing or more than one thing fits.
    """
    found = set(_that_begin(db, t.LINK, base + local(base, words)))
    if not found:
        raise UnknownNode(f"no link is called {words!r}: `kg review --list` shows names")
    if len(found) > 1:
        raise QueryError(f"{len(found)} links are called {words!r}: `kg review --list` shows names")
    return found.pop()


def is_link(base: str, words: str) -> bool:
    """Whether `words` are the name of a link, or begin one."""
    return local(base, words).startswith("lnk_")


def local(base: str, words: str) -> str:
    """`words` without the marks and the base of an IRI."""
    return words.strip().removeprefix("<").removesuffix(">").removeprefix(base)


def _that_begin(db: pyoxigraph.Store, kind: NamedNode, beginning: str) -> Iterator[NamedNode]:
    found = (node_of(quad.subject) for quad in db.quads_for_pattern(None, t.TYPE, kind, None))
    return (one for one in found if one.value.startswith(beginning))


_SAID = (t.ATTRIBUTION, t.CLAIM_CLASS)


def _exact(db: pyoxigraph.Store, iri: str, kinds: Sequence[NamedNode | None] = (None,)) -> NamedNode | None:
    try:
        one = NamedNode(iri)
    except ValueError:
        return None
    return one if any(next(db.quads_for_pattern(one, t.TYPE, kind, None), None) for kind in kinds) else None


def _beginning(db: pyoxigraph.Store, base: str, name: str) -> Iterator[NamedNode]:
    if not name:
        return
    for kind in _SAID:
        for quad in db.quads_for_pattern(None, t.TYPE, kind, None):
            one = node_of(quad.subject)
            local = one.value.removeprefix(base)
            if local.startswith(name) or local.partition("_")[2].startswith(name):
                yield one


def article(db: pyoxigraph.Store, base: str, words: str) -> NamedNode:
    """The article that `words` name: by IRI, name (`art_…`), document key, URL or file, or by the beginning of its IRI or name.

    Raises `InputError` when there is none, naming near ones, or when a file name fits several.
    """
    found = set(_named_articles(db, base, words))
    if not found and local(base, words).startswith("art_"):
        found = set(_that_begin(db, t.NEWS_ARTICLE, base + local(base, words)))
    if len(found) == 1:
        return found.pop()
    if found:
        some = ", ".join(sorted(one.value.removeprefix(base) for one in found)[:5])
        raise InputError(f"{words!r} fits {len(found)} articles: name one of {some}")
    near = _near(db, base, words)
    raise UnknownArticle(
        f"no article is called {words!r}" + (f": did you mean {' or '.join(near)}?" if near else ": the store has none of that name")
    )


def article_in(places: Sequence[pyoxigraph.Store], base: str, words: str) -> NamedNode:
    """The article that `words` name, in the first of `places` that knows the name; raises as `article` does for the first of all."""
    first, *others = places
    try:
        return article(first, base, words)
    except UnknownArticle:
        for db in others:
            with suppress(InputError):
                return article(db, base, words)
        raise


def family(places: Sequence[pyoxigraph.Store], log: Iterable[Entry], known: Iterable[str]) -> set[str]:
    """The IRIs of all versions of the document of which some are `known`, older and newer, under whatever keys."""
    pairs = [(entry.concerns, entry.revises) for entry in log if entry.concerns and entry.revises]
    found: set[str] = set()
    waiting = set(known)
    while waiting:
        one = waiting.pop()
        found.add(one)
        near = {other for new, old in pairs if one in (new, old) for other in (new, old)}
        keys = {quad.object.value for db in places for quad in db.quads_for_pattern(NamedNode(one), t.KEY, None, None)}  # type: ignore[union-attr]
        near |= {other.value for key in keys for db in places for other in articles_with_key(db, key)}
        waiting |= near - found
    return found


def called(key: str, doc: str | None) -> str:
    """What people call an article: its document key, or its file where that is only a hash."""
    return doc if doc is not None and key.startswith("sha256:") else key


def graphs(db: pyoxigraph.Store, base: str, words: str) -> list[NamedNode]:
    """The graphs that it takes to understand the article that `words` name: its own, its run's, and those of its links."""
    found = article(db, base, words)
    graph = graph_of(db, found)
    return graphs_with(db, found, graph, shared=True) if graph else []


def _named_articles(db: pyoxigraph.Store, base: str, words: str) -> Iterator[NamedNode]:
    name = local(base, words)
    exact = _exact(db, name if ":" in name else base + name, (t.NEWS_ARTICLE,))
    if exact:
        yield exact
    for predicate in (t.KEY, t.URL, t.DOC):
        yield from (node_of(quad.subject) for quad in db.quads_for_pattern(None, predicate, Literal(words), None))


def _near(db: pyoxigraph.Store, base: str, words: str) -> list[str]:
    from difflib import get_close_matches

    known = {one.value.removeprefix(base) for one in articles(db)}
    for predicate in (t.KEY, t.URL, t.DOC):
        known.update(quad.object.value for quad in db.quads_for_pattern(None, predicate, None, None) if isinstance(quad.object, Literal))
    return get_close_matches(words, sorted(known), n=3, cutoff=0.6)
