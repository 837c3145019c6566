"""Taking articles and claims out of what counts, and putting them back; and deleting for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import InputError, KgError, QueryError
from kg.model import Extraction
from kg.rdf import names, to_quads
from kg.rdf import terms as t
from kg.rdf.decided import decision_node, decision_quads
from kg.review import Decision, Place, reviewed, text_sha256
from kg.review.decision import place_of
from kg.store import find
from kg.store.graphs import BY_HAND, articles_with_key, graph_of, graphs_with, node_of, statements
from kg.store.links_index import forget
from kg.store.reviewing import decisions, decisions_on, graphs_of, graphs_of_text, places, reading, retraction, text_of, told, undo
from kg.store.succession import siblings
from kg.store.writing import Loaded, Writer, coming, leaving, links_back, replacing


def retract_article(writer: Writer, base: str, article: NamedNode, reason: str) -> int:
    """Take an article out, for a reason that stays with it; the quads that left what counts."""
    graph = graph_of(writer.live, article)
    if graph is None:
        raise InputError(f"{article.value.removeprefix(base)} is not in this store")
    whole = reading(writer, base, graph).extraction.article
    decision = Decision("retracted", Place(text_sha256(whole.text)), key=whole.key, reason=reason, by=writer.log.by)
    count = sum(1 for name in graphs_with(writer.live, article, graph) for _ in statements(writer.live, name))
    old = [quad for one in decisions(writer.live, base).values() if one.target == decision.target for quad in decision_quads(base, one)]
    node, quads = decision_node(base, decision), decision_quads(base, decision)
    about = {"concerns": article.value, "adds": (node.value,), "removes": leaving(writer.live, article)}
    with writer.telling("retracted", named=find.called(whole.key, whole.doc), note=reason, **about):
        writer.history.extend(old)
        writer.move([article], change=(old, quads))
    writer.folder.pending.unlink(missing_ok=True)
    return count


def take_out(writer: Writer, base: str, graphs: Iterable[NamedNode]) -> None:
    """Take out those articles of `graphs` that a decision retracts which came after them, from elsewhere."""
    for graph in graphs:
        try:
            found = reading(writer, base, graph)
        except InputError:
            continue
        whole = found.extraction.article
        decision = retraction(decisions_on(writer.live, base, whole.text), found.extraction)
        if decision is not None:
            gone = leaving(writer.live, found.article)
            with writer.telling("retracted", named=whole.key, concerns=found.article.value, removes=gone, note=decision.reason):
                writer.move([found.article])
            writer.folder.pending.unlink(missing_ok=True)


def leave_out(writer: Writer, base: str, extraction: Extraction) -> Loaded:
    """Keep in the history what was read of a retracted article, unless some reading of it is there; nothing of it counts."""
    minted = names(extraction.article, extraction.run, base)
    if graph_of(writer.history, minted.article) is None:
        writer.history.extend(to_quads(extraction, base))
    return Loaded(minted.graph.value, minted.article.value, "retracted", 0)


def named(live: pyoxigraph.Store, base: str, words: str) -> NamedNode | None:
    """The article that `words` name; None when they name a claim or an attribution. Raises `InputError` for nothing, or a link."""
    if find.is_link(base, words):
        link = find.link(live, base, words).value.removeprefix(base)
        raise InputError(f"{link} is a link: `kg review --reject {link} --because WHY` takes it out")
    try:
        return find.article(live, base, words)
    except InputError:
        local = words.strip("<> ").removeprefix(base)
        if local.startswith(("att_", "clm_")):
            return None
        raise


def refuse_twice(writer: Writer, base: str, words: str) -> None:
    """Raise `InputError` when what `words` name was retracted and does not count."""
    if not _counts(writer, base, words):
        try:
            retractions(writer, base, words)
        except KgError:
            return
        raise InputError(f"{words!r} is retracted already: --undo puts it back")


def _counts(writer: Writer, base: str, words: str) -> bool:
    try:
        if named(writer.live, base, words) is None:
            find.node(writer.live, base, words)
    except KgError:
        return False
    return True


def retractions(writer: Writer, base: str, words: str) -> dict[str, Decision]:
    """The decisions by which what `words` name was retracted, by IRI; raises `InputError` when there is none."""
    if find.is_link(base, words):
        raise InputError(f"{words!r} is a link: `kg review --decisions` names what was decided on it, for kg review --undo")
    all_ = {iri: one for iri, one in decisions(writer.live, base).items() if one.verdict == "retracted"}
    iri = words if ":" in words else base + words
    if iri in all_:
        return {iri: all_[iri]}
    found = {}
    try:
        if writer.folder.history.exists():
            found = _retractions_in(writer.history, base, words, all_)
    except KgError:
        if not _counts(writer, base, words):
            raise
    if not found and _counts(writer, base, words):
        raise InputError(f"{words!r} counts already: it is not retracted")
    if not found:
        raise InputError(f"{words!r} was not retracted: `kg log` shows what was")
    return found


def _retractions_in(history: pyoxigraph.Store, base: str, words: str, all_: dict[str, Decision]) -> dict[str, Decision]:
    """Those of `all_` by which the claim, attribution or article in the history that `words` name was retracted."""
    if words.strip("<> ").removeprefix(base).startswith(("att_", "clm_")):
        node = find.node(history, base, words)
        makers = [node, *(node_of(quad.subject) for quad in history.quads_for_pattern(None, t.CLAIM, node, None))]
        places_ = {place_of(one[0], text_sha256(one[1])) for maker in makers if (one := told(history, maker))}
        return {iri: one for iri, one in all_.items() if one.place in places_}
    article = find.article(history, base, words)
    keys = {quad.object.value for quad in history.quads_for_pattern(article, t.KEY, None, None)}  # type: ignore[union-attr]
    return {iri: one for iri, one in all_.items() if one.key in keys and one.place.text == _text_of(history, article)}


def restore_article(writer: Writer, base: str, decision: Decision) -> None:
    """Put a retracted article back as it was, with what was found between it and others that are there."""
    graph = retracted_version(writer, decision)
    if graph is None:
        undo(writer, base, decision_node(base, decision).value)
        return
    found = reading(writer, base, graph)
    key = found.extraction.article.key
    if articles_with_key(writer.live, key) or siblings(writer, found.article, key):
        name = find.called(key, found.extraction.article.doc)
        raise InputError(f"another version of {name} is in the store: retract or delete that first")
    about = [d for d in decisions_on(writer.live, base, found.extraction.article.text) if d != decision]
    shown = reviewed(found.extraction, about).extraction
    quads = [*(found.quads if shown is found.extraction else to_quads(shown, base)), *links_back(writer, graph)]
    gone = decision_quads(base, decision)
    node = decision_node(base, decision).value
    name = find.called(key, found.extraction.article.doc)
    with writer.telling("restored", named=name, concerns=found.article.value, adds=coming(graph, quads), removes=(node,)):
        writer.history.extend(gone)
        writer.put_back(quads, gone, overruled=shown is not found.extraction)


def retracted_version(writer: Writer, decision: Decision) -> NamedNode | None:
    """The graph in the history that a decision takes out: the reading that it took out last; None when the article never came."""
    history = writer.history
    found = [one for one in articles_with_key(history, decision.key or "") if _text_of(history, one) == decision.place.text]
    last = {entry.removes[0]: entry.number for entry in writer.log.entries() if entry.act == "retracted" and len(entry.removes)}
    graphs = [graph for one in found for graph in graphs_of(history, one)]
    return max(graphs, key=lambda graph: (last.get(graph.value, 0), graph.value), default=None)


def _text_of(db: pyoxigraph.Store, article: NamedNode) -> str | None:
    text = text_of(db, article)
    return None if text is None else text_sha256(text)


def retractions_of(writer: Writer, base: str, node: NamedNode, reason: str) -> list[Decision]:
    """What it takes to retract a claim: a decision on every attribution that makes it; or on one, where `node` is an attribution."""
    live = writer.live
    is_attribution = any(live.quads_for_pattern(node, t.TYPE, t.ATTRIBUTION, None))
    makers = [node] if is_attribution else [node_of(quad.subject) for quad in live.quads_for_pattern(None, t.CLAIM, node, None)]
    found = []
    for maker in makers:
        if (one := told(live, maker)) is None:
            raise QueryError(f"{maker.value.removeprefix(base)}: the text it stands in is not in this store: its article can be retracted")
        found.append(Decision("retracted", place_of(one[0], text_sha256(one[1])), reason=reason, by=writer.log.by))
    return found


def delete(writer: Writer, base: str, versions: Sequence[NamedNode]) -> int:
    """Remove all `versions` of an article from everywhere, with what hangs on them alone; the quads that were deleted."""
    homes = [(place, one, graph) for place in reversed(places(writer)) for one in versions for graph in graphs_of(place, one)]
    gone = sorted({name for place, one, graph in homes if place is writer.live for name in graphs_with(place, one, graph)}, key=str)
    texts = {text for place, one, _ in homes if (text := _text_of(place, one))}
    mine = {quad.subject for place, _, graph in homes for quad in statements(place, graph)}
    graphs = tuple(dict.fromkeys(graph.value for _, _, graph in homes))
    key = next((quad.object.value for place, one, _ in homes for quad in place.quads_for_pattern(one, t.KEY, None, None)), None)  # type: ignore[union-attr]
    whole = {(name, place.contains_named_graph(name) and place) for place, one, graph in homes for name in graphs_with(place, one, graph)}
    count = sum(1 for name, place in whole if place and (place is writer.live or name not in gone) for _ in statements(place, name))
    if key is None or key.startswith("sha256:"):
        key = next((q.object.value for place, one, _ in homes for q in place.quads_for_pattern(one, t.DOC, None, None)), key)  # type: ignore[union-attr]
    with writer.telling("deleted", concerns=versions[0].value, named=key, removes=graphs):
        forget(writer.folder.links, graphs)
        if gone:
            writer.live.update(replacing(gone, ()))
        for graph in graphs:
            writer.erase(NamedNode(graph))
    _let_go(writer, base, texts, mine)
    return count


def _let_go(writer: Writer, base: str, texts: set[str], mine: Collection[object]) -> None:
    """Remove decisions about texts, and merges and splits by hand of mentions, that are nowhere any more."""
    left = {text for db in places(writer) for one in graphs_of_text(db, texts) for text in _texts_in(db, one)}
    for db in places(writer):
        loose = [
            one for one in decisions(db, base).values() if one.place.text in texts - left or (one.other and one.other.text in texts - left)
        ]
        quads = {quad for one in loose for quad in decision_quads(base, one)} | set(_by_hand(db, mine))
        if db is writer.live:
            writer.change(quads, ())
        else:
            for quad in quads:
                db.remove(quad)


def _texts_in(db: pyoxigraph.Store, graph: NamedNode) -> Iterable[str]:
    return [text_sha256(quad.object.value) for quad in db.quads_for_pattern(None, t.IS_STRING, None, graph)]  # type: ignore[union-attr]


def _by_hand(db: pyoxigraph.Store, mentions: Collection[object]) -> Iterable[Quad]:
    for quad in db.quads_for_pattern(None, t.RULE, BY_HAND, None):
        ends = {one.object for end in (t.FROM_MENTION, t.TO_MENTION) for one in db.quads_for_pattern(quad.subject, end, None, None)}
        if not ends.isdisjoint(mentions):
            yield from db.quads_for_pattern(quad.subject, None, None, None)


def versions_of(writer: Writer, base: str, words: str) -> list[NamedNode]:
    """All versions of the article that `words` name, the one that counts first; raises `InputError` when there is none."""
    found = find.article_in([writer.live, *places(writer)[:-1]], base, words)
    known = find.family(places(writer), writer.log.entries(), [found.value])
    there = [one for one in sorted(known) if any(graph_of(db, NamedNode(one)) for db in places(writer))]
    return [found, *(NamedNode(one) for one in there if one != found.value)]
