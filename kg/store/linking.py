"""Linking the articles of a store with each other: new ones with all, in blocks, so that the time grows with the number of new ones."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import pyoxigraph

from kg.errors import InputError
from kg.link import across, blocks, copies
from kg.link.identity import SPELLED
from kg.link.told import Told, load
from kg.plurals import many
from kg.rdf import names
from kg.rdf.linked import Copy, FarLink, Merge, pair_graph, pair_quads
from kg.rdf.read import from_quads
from kg.rdf.terms import (
    COPY,
    FROM_ARTICLE,
    FROM_ATTRIBUTION,
    LINK,
    MERGE,
    READ_BY,
    RULE,
    TO_ARTICLE,
    TO_ATTRIBUTION,
    TYPE,
)
from kg.store.graphs import BY_HAND, articles, graph_of, node_of, statements
from kg.store.groups import Groups
from kg.store.links_index import Item, LinksIndex
from kg.store.reviewing import decisions_on_links, renew_links, settle_links
from kg.store.writing import Writer, replacing

CHUNK: Final = 500
"""Articles that are compared with the others at a time."""
CROWD_KNOWN: Final = 400
KEPT: Final = 50_000
"""Mentions that are kept in memory while a portion is compared: each is in many blocks."""
MERGED: Final = "name-and-company/1"
SPELLINGS: Final = "spelling-and-company/1"
LINKED: Final = (FROM_ATTRIBUTION, TO_ATTRIBUTION)
Found = FarLink | Merge | Copy
Pair = tuple[int, int]
ByPair = list[tuple[Pair, list[Found]]]


class _Known(NamedTuple):
    """A mention as it is known again: its IRI, the keys of its names, and what stands beside it."""

    entity: str
    names: frozenset[str]
    company: frozenset[str]


@dataclass
class Linked:
    """What linking did: new articles, pairs of articles with something between them, statements added, entities in all, what was found."""

    articles: int = 0
    pairs: int = 0
    statements: int = 0
    entities: int = 0
    found: Counter[str] = field(default_factory=Counter)


def link(writer: Writer, base: str, index: LinksIndex) -> Linked:
    """Compare the articles that were not compared yet with all others and store what is found; nothing that is there is written again."""
    catch_up(writer.live, base, index)
    new = index.unlinked()
    done = Linked(articles=len(new))
    groups: Groups[int] = Groups(index.joined())
    for i in range(0, len(new), CHUNK):
        chunk = new[i : i + CHUNK]
        claims, merges = compared(index, chunk, groups)
        _store(writer, base, [(_graph(base, index, pair), found) for pair, found in claims], done)
        _store(writer, base, [(_graph(base, index, pair, found), found) for pair, found in merges], done)
        index.linked(chunk)
    return done


def forget(writer: Writer) -> None:
    """Take out all that linking found between articles, so that it can be found anew; what people noted, and what an article itself says,
    stays."""
    live = writer.live
    noted = {quad.graph_name for quad in live.quads_for_pattern(None, RULE, BY_HAND, None)}
    found = {node_of(quad.graph_name) for kind in (MERGE, COPY) for quad in live.quads_for_pattern(None, TYPE, kind, None)}
    found |= {node_of(quad.graph_name) for quad in live.quads_for_pattern(None, TYPE, LINK, None) if _homes(live, quad, LINKED)}
    gone = sorted(found - noted, key=lambda graph: graph.value)
    if gone:
        with writer.telling("linked", removes=tuple(graph.value for graph in gone), note="taken out, to be found anew"):
            live.update(replacing(gone, ()))


def is_older(live: pyoxigraph.Store, base: str) -> bool:
    """Whether another version of the linker found what is between articles: the name of a graph of it tells."""
    for kind, ends in ((LINK, LINKED), (COPY, (FROM_ARTICLE, TO_ARTICLE))):
        for quad in live.quads_for_pattern(None, TYPE, kind, None):
            if homes := _homes(live, quad, ends):
                return quad.graph_name != pair_graph(base, *homes)
    return False


def _homes(live: pyoxigraph.Store, link: pyoxigraph.Quad, ends: tuple[pyoxigraph.NamedNode, ...]) -> tuple[str, str] | None:
    """The graphs of the two articles that what `link` gives the type of joins; None when it joins nothing, or parts of one article."""
    found = [end.object for p in ends for end in live.quads_for_pattern(link.subject, p, None, link.graph_name)]
    homes = [node_of(q.graph_name).value for end in found for q in live.quads_for_pattern(node_of(end), TYPE, None, None)]
    return (homes[0], homes[1]) if len(homes) == len(ends) == len(set(homes)) else None


def compared(index: LinksIndex, chunk: list[int], groups: Groups[int]) -> tuple[ByPair, ByPair]:
    """What a portion of new articles has to do with each other and with all before, by pairs of articles: claims and copies; mentions of
    one entity."""
    return _by_pair((*_claims(index, chunk), *_copies(index, chunk))), _by_pair(_entities(index, chunk, groups))


def _by_pair(found: Iterable[tuple[Pair, Found]]) -> ByPair:
    pairs: dict[Pair, list[Found]] = defaultdict(list)
    for pair, one in found:
        pairs[pair].append(one)
    return sorted(pairs.items(), key=lambda item: item[0])


def _graph(base: str, index: LinksIndex, pair: Pair, merges: Sequence[Found] = ()) -> pyoxigraph.NamedNode:
    ends = tuple(str(end) for merge in merges for end in (merge.a, merge.b))
    return pair_graph(base, index.article(pair[0])[0], index.article(pair[1])[0], ends)


def _store(writer: Writer, base: str, pairs: list[tuple[pyoxigraph.NamedNode, list[Found]]], done: Linked) -> None:
    """All that is new of a chunk, in one transaction."""
    quads: list[pyoxigraph.Quad] = []
    known = []
    for graph, found in pairs:
        if writer.live.contains_named_graph(graph) or writer.is_in_history(graph):
            known.append((graph, pair_quads(base, graph, found)))
            continue
        quads += pair_quads(base, graph, found)
        done.pairs += 1
        done.found.update(one.relation if isinstance(one, FarLink) else type(one).__name__.lower() for one in found)
    if quads:
        names = sorted({node_of(quad.graph_name).value for quad in quads})
        with writer.telling("linked", adds=tuple(names), note=f"{many(len(names), 'pair')} of articles with something between them"):
            done.statements += writer.add(quads)
    on_links = decisions_on_links(writer.live, base) if pairs else []
    for graph, found_anew in known:
        done.statements += renew_links(writer, graph, found_anew, on_links)
    settle_links(writer, {node_of(quad.graph_name) for quad in quads}, on_links)


def catch_up(live: pyoxigraph.Store, base: str, index: LinksIndex) -> None:
    """Bring the index to what is in the store."""
    there = {home.value: article for article in articles(live) if (home := graph_of(live, article))}
    known = index.graphs()
    for gone in known - there.keys():
        index.forget(gone)
    for graph in sorted(there.keys() - known):
        home = pyoxigraph.NamedNode(graph)
        mine = [home, *(run for quad in live.quads_for_pattern(None, READ_BY, None, home) if (run := graph_of(live, node_of(quad.object))))]
        try:
            extraction = from_quads(quad for one in mine for quad in statements(live, one))
        except InputError:  # imported without its text: there is nothing to compare
            continue
        index.learn(extraction, names(extraction.article, extraction.run, base))


def _pairs(index: LinksIndex, kind: str, chunk: list[int], crowd: int) -> set[Pair]:
    """Pairs of items of two articles, one of them in `chunk`, that share a block; the earlier first."""
    now = set(chunk)
    found: set[Pair] = set()
    for block in index.blocks(kind, chunk, crowd):
        for j, (b, in_b) in enumerate(block):
            if in_b in now:
                found.update((a, b) for a, in_a in block[:j] if in_a != in_b)
    return found


def _claims(index: LinksIndex, chunk: list[int]) -> Iterator[tuple[Pair, Found]]:
    @lru_cache(maxsize=20_000)
    def told(item: int) -> tuple[int, Told]:
        [(article, data)] = index.db.execute("SELECT article, data FROM items WHERE id = ?", [item])
        return article, load(data)

    for i, j in sorted(_pairs(index, "told", chunk, blocks.CROWD)):
        (in_a, a), (in_b, b) = sorted((told(i), told(j)), key=lambda one: one[1].nodes)
        finding = across.judge(a, b)
        if finding:
            score = across.score(a, b, finding)
            yield (in_a, in_b), FarLink(a.nodes, b.nodes, finding.relation, finding.basis, finding.rule, score)


def _entities(index: LinksIndex, chunk: list[int], groups: Groups[int]) -> Iterator[tuple[Pair, Found]]:
    """Each mention with the one before it in a block of the same name and company: a chain, which makes one entity of all."""
    linked: set[Pair] = set()
    places: dict[int, int] = {}
    now = set(chunk)

    @lru_cache(maxsize=KEPT)
    def known(item: int) -> _Known:
        entity, _, _, names_, company = json.loads(index.data(item))
        return _Known(entity, frozenset(names_), frozenset(company))

    for block in index.blocks("known", chunk, CROWD_KNOWN):
        for chain in _chains([(item, known(item[0])) for item in block]):
            for (a, in_a), (b, in_b) in pairwise(chain):
                if in_a != in_b and in_b in now:
                    linked.add((a, b))
                    places[a], places[b] = in_a, in_b
    for a, b in sorted(linked):
        one, other = known(a), known(b)
        reason, ends = sorted(one.company & other.company), (one.entity, other.entity)
        sure = min(0.99, 0.7 + 0.1 * len(reason))
        if _enough(one, other, reason) and groups.join(a, b):
            index.join(a, b)
            rule = MERGED if any(not name.startswith(SPELLED) for name in one.names & other.names) else SPELLINGS
            yield (places[a], places[b]), Merge(min(ends), max(ends), rule, round(sure, 3), "; ".join(reason[:5]))


def _chains(block: list[tuple[Item, _Known]]) -> list[list[Item]]:
    """The block; one of a short name in parts that have one more thing beside it in common, lest it depend on who came when."""
    if _plain(frozenset.intersection(*(one.names for _, one in block))):
        return [[item for item, _ in block]]
    common = frozenset.intersection(*(one.company for _, one in block))
    parts: dict[str, list[Item]] = defaultdict(list)
    for item, one in block:
        for beside in one.company if len(common) > 1 else one.company - common:
            parts[beside].append(item)
    return [parts[beside] for beside in sorted(parts)]


def _enough(one: _Known, other: _Known, reason: list[str]) -> bool:
    """A full name and one thing beside it; a short one, or one in two spellings, needs two."""
    return len(reason) >= (1 if _plain(one.names & other.names) else 2)


def _plain(names_: frozenset[str]) -> bool:
    """Whether there is a full name among them, spelled as it is."""
    return any(" " in name and not name.startswith(SPELLED) for name in names_)


def _copies(index: LinksIndex, chunk: list[int]) -> Iterator[tuple[Pair, Found]]:
    pairs: set[Pair] = set()
    for block in index.blocks("copy", chunk, blocks.CROWD):
        for j, (_, in_b) in enumerate(block):
            pairs.update((in_a, in_b) for _, in_a in block[:j] if in_b in chunk and in_a != in_b)
    article = lru_cache(maxsize=10_000)(index.article)
    for in_a, in_b in sorted(pairs):
        (_, a, one), (_, b, other) = article(in_a), article(in_b)
        share = copies.alike(one, other)
        if share >= copies.ALIKE:
            yield (in_a, in_b), Copy(min(a, b), max(a, b), copies.RULE, round(share, 3))
