"""What people decided, in the store: decisions are statements in a graph of their own, and what they are about is shown as they say.

Readings stay in the history as they were read. What the live database shows is made from them and the decisions, whenever one changes:
so the order of decisions leaves no trace, and taking one back brings back what was there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError, StoreError
from kg.model import Attribution, Extraction, Spans
from kg.rdf import columns, from_quads, names, to_quads
from kg.rdf import terms as t
from kg.rdf.decided import decision_node, decision_quads, decisions_graph, read_decisions
from kg.rdf.linked import pair_graph
from kg.rdf.lists import VALUES
from kg.review import Decision, fit, reviewed, text_sha256
from kg.review.apply import OUT, link_decision, sure
from kg.store.folder import read_json
from kg.store.graphs import BY_HAND, FAR_ENDS, articles, graphs_with, node_of, statements
from kg.store.themselves import REVERSAL, is_out_of_place
from kg.store.writing import Writer

_PARTS: Final = ("source", "cue", "content")


def decisions(db: pyoxigraph.Store, base: str) -> dict[str, Decision]:
    """All decisions, by IRI."""
    return read_decisions(statements(db, decisions_graph(base)))


def decisions_on(db: pyoxigraph.Store, base: str, text: str) -> list[Decision]:
    """The decisions about a text."""
    graph, digest = decisions_graph(base), Literal(text_sha256(text))
    found = {quad.subject for term in (t.TEXT_SHA256, t.OTHER_TEXT_SHA256) for quad in db.quads_for_pattern(None, term, digest, graph)}
    return list(read_decisions(quad for one in found for quad in db.quads_for_pattern(one, None, None, graph)).values())


def retraction(decided: Iterable[Decision], extraction: Extraction) -> Decision | None:
    """The decision that takes out the whole article, if there is one."""
    mine = (text_sha256(extraction.article.text), extraction.article.key)
    return next((d for d in decided if d.key is not None and (d.place.text, d.key) == mine), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article of the store as it was read, before review: its quads, and the extraction that they are."""

    article: NamedNode
    graph: NamedNode
    inner: NamedNode
    quads: frozenset[Quad]
    extraction: Extraction


def reading(writer: Writer, base: str, graph: NamedNode) -> Reading:
    """The reading whose graph is `graph`; raises `InputError` for one without its text, or that was changed by hand."""
    return reading_in(places(writer), base, graph)


def places(writer: Writer) -> list[pyoxigraph.Store]:
    """Where to look for something as it was read."""
    return [*([writer.history] if writer.folder.history.exists() else []), writer.live]


def reading_in(places: Sequence[pyoxigraph.Store], base: str, graph: NamedNode) -> Reading:
    """The reading whose graph is `graph`, each graph of it from the first of `places` that has it; raises as `reading` does."""
    home = next((place for place in places if place.contains_named_graph(graph)), places[-1])
    article = next((node_of(quad.subject) for quad in home.quads_for_pattern(None, t.TYPE, t.NEWS_ARTICLE, graph)), None)
    own = set(statements(home, graph))
    run = next((node_of(quad.object) for quad in own if quad.predicate == t.READ_BY), None)
    if article is None or run is None:
        raise InputError(f"{graph.value.removeprefix(base)}: no article is in this graph, or nothing says what read it")
    run_quads = {quad for place in places for quad in place.quads_for_pattern(run, None, None, None)}
    alone = from_quads([*own, *run_quads])
    minted = names(alone.article, alone.run, base)
    if minted.graph != graph:
        raise InputError(f"{article.value.removeprefix(base)}: it was changed by hand, and is no longer what was read")
    inner = next((list(statements(place, minted.link_graph)) for place in places if place.contains_named_graph(minted.link_graph)), [])
    quads = frozenset([*own, *run_quads, *inner])
    return Reading(article, graph, minted.link_graph, quads, from_quads(quads))


def graphs_of_text(live: pyoxigraph.Store, texts: Collection[str]) -> list[NamedNode]:
    """The graphs of the articles whose texts have one of these hashes."""
    contexts = live.quads_for_pattern(None, t.IS_STRING, None, None)
    return sorted({node_of(q.graph_name) for q in contexts if text_sha256(q.object.value) in texts}, key=str)  # type: ignore[union-attr]


def settle(writer: Writer, base: str, graphs: Iterable[NamedNode]) -> set[NamedNode]:
    """Show the articles of `graphs`, and the links from and to them, as the decisions say; those that are now different."""
    changed = set()
    on_links = decisions_on_links(writer.live, base)
    for graph in graphs:
        try:
            found = reading(writer, base, graph)
        except InputError:
            continue
        about = decisions_on(writer.live, base, found.extraction.article.text)
        told = reviewed(found.extraction, about).extraction
        shown = found.quads if told is found.extraction else frozenset(to_quads(told, base))
        far = link_graphs(writer, base, found)
        if show(writer, {graph: found.quads, found.inner: found.quads}, shown):
            changed.add(graph)
        settle_links(writer, far, on_links)
    return changed


def link_graphs(writer: Writer, base: str, found: Reading) -> set[NamedNode]:
    """The graphs of what was found between an article and others, whether anything of it is shown or not."""
    far = set(graphs_with(writer.live, found.article, found.graph))
    if writer.folder.history.exists():
        far |= far_graphs(writer.history, {node_of(quad.subject) for quad in found.quads})
    return {one for one in far - {node_of(quad.graph_name) for quad in found.quads} if _is_alive(writer, base, one)}


def far_graphs(db: pyoxigraph.Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """The graphs of what was found between some nodes and those of other articles."""
    links = (quad for node in nodes for end in FAR_ENDS for quad in db.quads_for_pattern(None, end, node, None))
    return {node_of(q.graph_name) for q in links if not any(db.quads_for_pattern(q.subject, t.RULE, BY_HAND, None))}


def _is_alive(writer: Writer, base: str, graph: NamedNode) -> bool:
    """Whether a graph of links counts: it is shown, or it is named after two articles that are, and review left nothing of it."""
    if writer.live.contains_named_graph(graph):
        return True
    ends = {quad.object for quad in statements(writer.history, graph) if quad.predicate in FAR_ENDS}
    homes = {q.graph_name for end in ends for db in places(writer) for q in db.quads_for_pattern(node_of(end), t.TYPE, None, None)}
    there = [node_of(one).value for one in homes if writer.live.contains_named_graph(node_of(one))]
    return any(pair_graph(base, one, other) == graph for one in there for other in there)


def show(writer: Writer, raw: dict[NamedNode, Collection[Quad]], shown: Collection[Quad]) -> bool:
    """Make the live database hold of each graph of `raw` what `shown` has, and the history what `raw` has where that is other.

    Whether anything changed. What is `raw` is given whole: of each graph, the quads that are in it.
    """
    was = {graph: {quad for quad in quads if quad.graph_name == graph} for graph, quads in raw.items()}
    new = {graph: {quad for quad in shown if quad.graph_name == graph} for graph in raw}
    now = {graph: set(statements(writer.live, graph)) for graph in raw}
    overruled = [graph for graph in raw if new[graph] != was[graph]]
    copied = [quad for graph in overruled if not writer.is_in_history(graph) for quad in was[graph]]
    if copied:
        writer.keep(copied)
    removed = {quad for graph in raw for quad in now[graph] - new[graph]}
    added = {quad for graph in raw for quad in new[graph] - now[graph]}
    writer.change(removed, added)
    writer.forget(graph for graph in raw if graph not in overruled)
    writer.folder.pending.unlink(missing_ok=True)
    return bool(removed or added)


def decisions_on_links(db: pyoxigraph.Store, base: str) -> list[Decision]:
    """The decisions about links."""
    return [decision for decision in decisions(db, base).values() if decision.other]


def settle_links(writer: Writer, graphs: Iterable[NamedNode], on_links: Sequence[Decision]) -> None:
    """Show of some graphs of links what is left of them after review."""
    for graph in graphs:
        raw = found_in(writer, graph)
        show(writer, {graph: raw}, set(decided_links(writer.live, raw, on_links)))


def renew_links(writer: Writer, graph: NamedNode, found: Iterable[Quad], on_links: Sequence[Decision]) -> int:
    """Add to a graph of links those that were found only now, after review, in place of those between the same ends; the number of their
    quads. Who turns round takes no place of two who are at odds, nor they his: which of them it is changes with who is said to speak."""
    raw, links = set(found_in(writer, graph)), set(found)
    again = {_about(links, one.subject) for one in links if one.predicate == t.RELATION}
    old = {one.subject for one in raw if one.predicate == t.RELATION and _about(raw, one.subject) in again}
    kept = {one for one in raw if one.subject not in old - {new.subject for new in links}}
    if links <= raw and kept == raw:
        return 0
    if writer.is_in_history(graph):
        writer.history.extend(links)
        for quad in raw - kept:
            writer.history.remove(quad)
    else:
        writer.change(raw - kept, links - raw)
    settle_links(writer, [graph], on_links)
    return len(links - raw)


def _about(quads: Iterable[Quad], node: object) -> frozenset[object]:
    """Between whom a link is, how they stand to each other, and whether it is one who turns round."""
    found = {quad.predicate: quad.object for quad in quads if quad.subject == node}
    return frozenset({found.get(term) for term in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION, t.RELATION)} | {found.get(t.BASIS) == REVERSAL})


def found_in(writer: Writer, graph: NamedNode) -> list[Quad]:
    """What linking found that is in a graph, before review."""
    return list(statements(writer.history if writer.is_in_history(graph) else writer.live, graph))


def decided_links(live: pyoxigraph.Store, raw: Iterable[Quad], on_links: Sequence[Decision]) -> Iterator[Quad]:
    """What is left, after review, of what was found between two articles."""
    quads: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in raw:
        quads[node_of(quad.subject)].append(quad)
    told_of = {node: {quad.predicate: quad.object for quad in of} for node, of in quads.items()}
    for node, found in told_of.items():
        ends = [found[end] for end in FAR_ENDS if end in found]
        if not all(next(live.quads_for_pattern(node_of(end), t.TYPE, None, None), None) for end in ends):
            continue
        decision = _decision(live, found, on_links)
        if decision is None:
            yield from () if is_out_of_place(live, found, told_of.values()) else quads[node]
        elif decision.verdict not in OUT:
            yield from (_accepted(quad) for quad in quads[node])


def _decision(live: pyoxigraph.Store, link: Mapping[NamedNode, object], on_links: Sequence[Decision]) -> Decision | None:
    if t.RELATION not in link or not on_links:
        return None
    one, other = (told(live, node_of(link[end])) for end in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION))
    relation = VALUES["relation"][node_of(link[t.RELATION])]
    return link_decision(on_links, one, other, relation) if one and other else None


def _accepted(quad: Quad) -> Quad:
    """A quad of a link that people accepted."""
    if quad.predicate == t.SCORE:
        return Quad(quad.subject, quad.predicate, columns.score(1.0), quad.graph_name)
    if quad.predicate == t.RULE:
        return Quad(quad.subject, quad.predicate, columns.text(sure(quad.object.value)), quad.graph_name)  # type: ignore[union-attr]
    return quad


def told(db: pyoxigraph.Store, node: NamedNode) -> tuple[Attribution, str] | None:
    """An attribution as far as its places go, and the text that it stands in; None without that text."""
    found = {quad.predicate: quad for quad in db.quads_for_pattern(node, None, None, None)}
    text = text_of(db, node_of(found[t.IN_ARTICLE].object)) if t.IN_ARTICLE in found else None
    if text is None:
        return None
    source, cue, content = (_spans(db, node, part) for part in _PARTS)
    return Attribution(node.value, source, cue, content, "", 0.0), text


def text_of(db: pyoxigraph.Store, article: NamedNode) -> str | None:
    """The text of an article; None where it is not there."""
    context = next(db.quads_for_pattern(None, t.DERIVED_FROM, article, None), None)
    text = context and next(db.quads_for_pattern(context.subject, t.IS_STRING, None, None), None)
    return text.object.value if text else None  # type: ignore[union-attr]


def _spans(db: pyoxigraph.Store, node: NamedNode, part: str) -> Spans:
    begin, end, piece = t.SPANS_OF[part]
    pieces = [node_of(quad.object) for quad in db.quads_for_pattern(node, piece, None, None)]
    ends = [(t.BEGIN, t.END, one) for one in pieces] or [(begin, end, node)]
    spans = [tuple(_number(db, one, edge) for edge in (first, last)) for first, last, one in ends]
    return tuple(sorted((b, e) for b, e in spans if b is not None and e is not None))


def _number(db: pyoxigraph.Store, node: NamedNode, predicate: NamedNode) -> int | None:
    return next((int(q.object.value) for q in db.quads_for_pattern(node, predicate, None, None)), None)  # type: ignore[union-attr]


def decide(writer: Writer, base: str, new: Iterable[Decision], called: str | None = None) -> list[str]:
    """Note decisions, in place of earlier ones about the same; the IRIs of those that are new. `settle` makes them seen.

    The log calls `called` what they are about.
    """
    noted = []
    known = decisions(writer.live, base)
    for decision in new:
        node = decision_node(base, decision)
        old = {iri: one for iri, one in known.items() if one.target == decision.target}
        if node.value in old:
            continue
        quads = [quad for one in old.values() for quad in decision_quads(base, one)]
        act = decision.verdict
        with writer.telling(
            act, concerns=node.value, adds=(node.value,), removes=tuple(old), named=decision.key or called, note=decision.reason
        ):
            writer.history.extend(quads)
            writer.change(quads, decision_quads(base, decision))
        known = {iri: one for iri, one in known.items() if iri not in old} | {node.value: decision}
        noted.append(node.value)
    return noted


def undo(writer: Writer, base: str, iri: str) -> Decision:
    """Take a decision back; it stays in the history."""
    decision = decisions(writer.live, base)[iri]
    quads = decision_quads(base, decision)
    with writer.telling("undone", concerns=iri, removes=(iri,), named=decision.key):
        writer.history.extend(quads)
        writer.change(quads, ())
    return decision


def refuse_unfit(writer: Writer, base: str, wanted: Iterable[Decision]) -> None:
    """Raise `InputError` for a decision that cannot be kept, or that a text which is here cannot be corrected to."""
    corrected: dict[str, list[Decision]] = defaultdict(list)
    for decision in wanted:
        decision_quads(base, decision)
        if fit.corrects(decision):
            corrected[decision.place.text].append(decision)
    texts = (quad.object.value for db in places(writer) for quad in db.quads_for_pattern(None, t.IS_STRING, None, None))  # type: ignore[union-attr]
    for text in texts if corrected else ():
        for decision in corrected.get(text_sha256(text), ()):
            fit.refuse_unfit(decision, text)


def texts_of(decided: Iterable[Decision]) -> set[str]:
    """The hashes of the texts that some decisions are about."""
    return {place.text for decision in decided for place in (decision.place, decision.other) if place}


def noted_texts(path: Path) -> set[str]:
    """The texts that the note at `path` names; none when a crash cut it off: then nothing was decided yet."""
    with suppress(StoreError):
        return {one for one in read_json(path, list) or () if isinstance(one, str)}
    return set()


def all_articles(db: pyoxigraph.Store) -> list[NamedNode]:
    """The graphs of all articles, sorted: in the history, one may have been read more than once."""
    return sorted({graph for one in articles(db) for graph in graphs_of(db, one)}, key=str)


def graphs_of(db: pyoxigraph.Store, article: NamedNode) -> list[NamedNode]:
    """The graphs of all readings of an article."""
    return [node_of(quad.object) for quad in db.quads_for_pattern(article, t.IN_GRAPH, None, None)]
