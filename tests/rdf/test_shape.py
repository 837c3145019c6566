"""How the model looks in RDF, where that matters to those who query it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import names, to_quads
from kg.rdf import terms as t
from kg.rdf.lists import LISTS
from tests.store.sample import other, sample, span

TOLD = sample()
QUADS = to_quads(TOLD)
NAMES = names(TOLD.article, TOLD.run, "http://localhost:8421/id/")


def objects(subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in QUADS if (quad.subject, quad.predicate) == (subject, predicate)]


def subjects(predicate: NamedNode, value: NamedNode | Literal) -> list[NamedNode]:
    return [q.subject for q in QUADS if (q.predicate, q.object) == (predicate, value) and isinstance(q.subject, NamedNode)]


def attribution(cue: int) -> NamedNode:
    [found] = subjects(t.SPANS_OF["cue"][0], Literal(str(cue), datatype=t.INTEGER))
    return found


def test_every_subject_lives_in_one_graph() -> None:
    homes: dict[object, set[object]] = {}
    for quad in [*QUADS, *to_quads(other())]:
        homes.setdefault(quad.subject, set()).add(quad.graph_name)
    assert all(len(graphs) == 1 for graphs in homes.values())


def test_no_node_for_a_sentence_or_a_mention_that_nothing_points_at() -> None:
    pointed = {quad.object for quad in QUADS if quad.predicate in (t.QUOTED_FROM, t.EVIDENCE)}
    assert set(subjects(t.TYPE, t.SENTENCE)) == pointed
    quiet = to_quads(type(TOLD)(TOLD.article, TOLD.run, TOLD.sentences))
    assert not [quad for quad in quiet if quad.object == t.SENTENCE]


def test_spans_are_nodes_only_where_words_stand_apart() -> None:
    assert len(subjects(t.TYPE, t.SPAN)) == 2
    [told] = [s for s in subjects(t.TYPE, t.ATTRIBUTION) if objects(s, t.SPANS_OF["content"][2])]
    assert len(objects(told, t.SPANS_OF["content"][2])) == 2
    assert objects(told, t.SPANS_OF["content"][0]) == [Literal(str(span("Every crane,")[0]), datatype=t.INTEGER)]
    assert objects(told, t.SPANS_OF["content"][1]) == [Literal(str(span("is moving again")[1]), datatype=t.INTEGER)]


def test_an_unresolved_content_has_no_claim() -> None:
    disputing = attribution(span("disputed")[0])
    assert objects(disputing, t.CLAIM) == []
    assert objects(disputing, t.STANCE) == [LISTS["stance"]["disputes"]]
    assert len(objects(disputing, t.DISPUTES)) == 1


def test_an_attribution_stands_in_its_sentences() -> None:
    told = attribution(span("told reporters")[0])
    sentence = TOLD.sentences[1]
    assert objects(told, t.SENTENCE_BEGIN) == [Literal(str(sentence.begin), datatype=t.INTEGER)]
    assert objects(told, t.SENTENCE_END) == [Literal(str(sentence.end), datatype=t.INTEGER)]
    assert objects(told, t.QUOTED_FROM) == [NAMES.span("sen", (sentence.begin, sentence.end))]


def test_scores_are_doubles_of_three_decimals() -> None:
    scores = {quad.object for quad in QUADS if quad.predicate == t.SCORE}
    written = ("1", "0.95", "0.9", "0.812", "0.7", "0.66", "0.5", "0.4", "0.512")
    assert scores == {Literal(text, datatype=t.DOUBLE) for text in written}


def test_a_claim_has_offsets_of_its_own_only_when_its_attributions_disagree() -> None:
    begin = t.SPANS_OF["content"][0]
    assert not [quad for quad in QUADS if quad.predicate == begin and quad.subject in subjects(t.TYPE, t.CLAIM_CLASS)]


def test_three_graphs() -> None:
    graphs = list(dict.fromkeys(quad.graph_name for quad in QUADS))
    assert graphs == [NAMES.graph, NAMES.run_graph, NAMES.link_graph]
    assert [q.subject for q in QUADS if q.graph_name == NAMES.run_graph and q.predicate == t.TYPE] == [NAMES.run]
    assert Quad(NAMES.article, t.IN_GRAPH, NAMES.graph, NAMES.graph) in QUADS
