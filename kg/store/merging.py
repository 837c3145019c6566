"""What people say about who is who: merges and splits by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError
from kg.namesakes import may_be_one
from kg.rdf import name_key
from kg.rdf import terms as t
from kg.rdf.columns import score, text
from kg.rdf.names import digest
from kg.store.called import entity_called, entity_of, kind_of
from kg.store.entities import ends_of, hand_graph, rebuild
from kg.store.graphs import BY_HAND, node_of
from kg.store.writing import Writer

_NOT_FOUND: Final = "by it, what was said under other names is not found"


def merge(writer: Writer, base: str, one: str, other: str, reason: str | None, *, anyway: bool = False) -> list[str]:
    """Note that two mentions or entities, by IRI or name, are one; lines that say what is unexpected about it.

    Raises `QueryError` when a name is unknown or fits several, and, unless `anyway`, for kinds that are never one: a person and a place.
    """
    ends = find(writer.live, base, one), find(writer.live, base, other)
    kinds = [_kinds(writer.live, NamedNode(end)) for end in ends]
    told = [] if kinds[0] & kinds[1] or not all(kinds) else [_two_kinds((one, other), kinds)]
    if told and not anyway and not may_be_one(*kinds):
        raise QueryError(f"{told[0]}: they are not one; if an article was misread there, --anyway merges them")
    _note(writer, base, t.MERGE, ends, reason)
    return [*told, *(f"others are called {name!r}, too: {_NOT_FOUND}" for name in _shared(writer.live, ends))]


def _shared(live: pyoxigraph.Store, ends: tuple[str, str]) -> list[str]:
    """The names of what was merged that stand for others as well."""
    names = [q.object.value for end in ends for q in live.quads_for_pattern(NamedNode(end), t.NAME, None, None)]  # type: ignore[union-attr]
    return [name for name in dict.fromkeys(names) if entity_called(live, name_key(name)) != entity_of(live, NamedNode(ends[0]))]


def _kinds(live: pyoxigraph.Store, mention: NamedNode) -> set[str]:
    """Of what kinds the entity of a mention is."""
    entity = entity_of(live, mention)
    members = [node_of(q.object) for q in live.quads_for_pattern(NamedNode(entity), t.MEMBER, None, None)] if entity else [mention]
    return {kind_of(live, one) for one in members} - {""}


def _two_kinds(names: tuple[str, str], kinds: list[set[str]]) -> str:
    one, other = (" or ".join(f"{'an' if kind[0] in 'AEIOU' else 'a'} {kind.lower()}" for kind in sorted(found)) for found in kinds)
    return f"{names[0]!r} is {one} and {names[1]!r} {other}"


def split(writer: Writer, base: str, one: str, other: str, reason: str | None) -> None:
    """Note that two mentions are not one entity, whatever rules say; raises as `merge` does.

    Names that several mentions have will do where people merged just one with one: that is taken back.
    """
    live = writer.live
    merged = _merged(live, base, one, other)
    ends = merged[0] if len(merged) == 1 else (find(live, base, one, mention=True), find(live, base, other, mention=True))
    _note(writer, base, t.SPLIT, ends, reason)


def _merged(live: pyoxigraph.Store, base: str, one: str, other: str) -> list[tuple[str, str]]:
    """The mentions of two names that people merged."""
    ones, others = (set(_called(live, words)) for words in (one, other))
    notes = (node_of(q.subject) for q in live.quads_for_pattern(None, t.TYPE, t.MERGE, hand_graph(base)))
    pairs = (both for note in notes if (both := ends_of(live, note)))
    return [(a, b) for a, b in pairs if (a in ones and b in others) or (b in ones and a in others)]


def _note(writer: Writer, base: str, kind: NamedNode, ends: tuple[str, str], reason: str | None) -> None:
    if ends[0] == ends[1]:
        raise QueryError(f"both are {ends[0].removeprefix(base)}: name two")
    a, b = sorted(ends)
    graph = hand_graph(base)
    short, undone = ("mrg", "spl") if kind == t.MERGE else ("spl", "mrg")
    notes = [NamedNode(f"{base}{name}_{digest(a, b, BY_HAND.value)}") for name in (short, undone)]
    old = {quad for note in notes for quad in writer.live.quads_for_pattern(note, None, None, graph)}
    node = NamedNode(f"{base}{short}_{digest(a, b, BY_HAND.value)}")
    values: Iterable[tuple[NamedNode, NamedNode | Literal]] = (
        (t.TYPE, kind),
        (t.IN_GRAPH, graph),
        (t.FROM_MENTION, NamedNode(a)),
        (t.TO_MENTION, NamedNode(b)),
        (t.RULE, BY_HAND),
        *(((t.SCORE, score(1.0)),) if kind == t.MERGE else ()),
        *(((t.REASON, text(reason)),) if reason else ()),
    )
    new = {Quad(node, predicate, value, graph) for predicate, value in values}
    if new != old:
        gone = tuple(sorted({node_of(quad.subject).value for quad in old} - {node.value}))
        with writer.telling("merged" if kind == t.MERGE else "split", concerns=node.value, adds=(node.value,), removes=gone, note=reason):
            writer.history.extend(old - new)
            writer.change(old - new, new - old)
    rebuild(writer, base)


def find(live: pyoxigraph.Store, base: str, words: str, *, mention: bool = False) -> str:
    """The mention that an IRI or a name stands for: of an entity, its first; raises `QueryError` when there is none or more than one.

    With `mention`, only the IRI of a mention will do: a name stands for all that are called so.
    """
    iri = words if ":" in words else base + words
    members = [node_of(q.object).value for q in live.quads_for_pattern(_node(iri), t.MEMBER, None, None)]
    if members and not mention:
        return min(members)
    if next(live.quads_for_pattern(None, t.MENTIONS, _node(iri), None), None):
        return iri
    found = _called(live, words)
    groups = {entity_of(live, NamedNode(one)) or one: one for one in reversed(found)}
    if not found:
        raise QueryError(f"nothing is called {words!r}: `kg entities` lists what there is, with IRIs")
    if (mention and len(found) > 1) or len(groups) > 1:
        known = found if mention else sorted(groups)
        some = ", ".join(_shown(live, base, one) for one in known[:5])
        raise QueryError(f"{words!r} is {len(known)} things: name one by IRI, as {some}")
    return found[0]


def _shown(live: pyoxigraph.Store, base: str, one: str) -> str:
    """An IRI of an entity or a mention with its name, and with the file that mentions it."""
    node = NamedNode(one)
    name = next((q.object.value for q in live.quads_for_pattern(node, t.NAME, None, None) if isinstance(q.object, Literal)), "")
    articles = (node_of(q.subject) for q in live.quads_for_pattern(None, t.MENTIONS, node, None))
    docs = sorted(q.object.value for a in articles for q in live.quads_for_pattern(a, t.DOC, None, None) if isinstance(q.object, Literal))
    return f"{one.removeprefix(base)} ({name}{', in ' if docs else ''}{', '.join(docs)})"


def _called(live: pyoxigraph.Store, words: str) -> list[str]:
    return sorted({node_of(q.subject).value for q in live.quads_for_pattern(None, t.NAME_KEY, Literal(name_key(words)), None)})


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError:
        return NamedNode("urn:x-none:")
