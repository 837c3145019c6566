"""Extraction → RDF. A pure function: the same extraction gives the same quads in the same order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError
from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Run, Span, Spans
from kg.rdf import columns
from kg.rdf import terms as t
from kg.rdf.check import check
from kg.rdf.columns import Column, integer, text
from kg.rdf.namekey import name_keys
from kg.rdf.names import DEFAULT_BASE, Names, names
from kg.rdf.offsets import write_mentions, write_spans
from kg.rdf.order import canonical

Statement: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, property and value of what a graph states."""


def to_quads(extraction: Extraction, base: str = DEFAULT_BASE) -> list[Quad]:
    """All quads of an extraction: those of the article's graph, then of its run's, then of its links'.

    IRIs are minted under `base`. Raises `InputError`, naming the document, when the extraction does not hold together or a text
    holds what is no character (a lone surrogate).
    """
    return [Quad(*statement, graph) for graph, told in to_graphs(extraction, base) for statement in told]


def to_graphs(extraction: Extraction, base: str = DEFAULT_BASE) -> list[tuple[NamedNode, list[Statement]]]:
    """The same, graph by graph."""
    check(extraction)
    told = canonical(extraction)
    writer = _Writer(told, names(told.article, told.run, base))
    try:
        writer.write()
    except InputError as error:
        raise InputError(f"{extraction.article.doc!a}: {error}") from None
    return writer.graphs


def node_names(told: Extraction, names: Names) -> dict[str, NamedNode]:
    """The node of each entity, claim and attribution of a canonical extraction, by its id."""
    nodes: dict[str, NamedNode] = {}
    seen: Counter[NamedNode] = Counter()
    first = [("men", e.id, (e.mentions[0].begin, e.mentions[0].end)) for e in told.entities]
    said = [("clm", c.id, c.content) for c in told.claims] + [("att", a.id, (a.source, a.cue, a.content)) for a in told.attributions]
    for kind, key, what in (*first, *said):
        node = names.node(kind, what)
        seen[node] += 1
        nodes[key] = node if seen[node] == 1 else names.node(kind, what, seen[node])
    return nodes


@dataclass
class _Writer:
    told: Extraction
    names: Names
    graphs: list[tuple[NamedNode, list[Statement]]] = field(default_factory=list)
    nodes: dict[str, NamedNode] = field(default_factory=dict)
    pointed_at: set[int] = field(default_factory=set)
    pieces: set[Span] = field(default_factory=set)
    graph: NamedNode = field(init=False)
    statements: list[Statement] = field(init=False)
    context: NamedNode = field(init=False)

    def write(self) -> None:
        self._begin(self.names.graph)
        self.context = self.names.node("txt")
        self.nodes = node_names(self.told, self.names)
        self._article(self.told.article)
        self._context(self.told.article)
        for entity in self.told.entities:
            self._entity(entity)
        for claim in self.told.claims:
            self._claim(claim)
        for attribution in self.told.attributions:
            self._attribution(attribution)
        self.pointed_at |= {index for link in self.told.links for index in link.evidence}
        self._places()
        self._run(self.told.run)
        if self.told.links:
            self._links()

    def _begin(self, graph: NamedNode) -> None:
        self.graph, self.statements = graph, []
        self.graphs.append((graph, self.statements))

    def _put(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.statements.append((subject, predicate, value))

    def _put_columns(self, subject: NamedNode, thing: object, table: Iterable[Column]) -> None:
        for column in table:
            value = getattr(thing, column.field)
            if value is not None:
                self._put(subject, column.property, columns.write(value, column.holds))

    def _put_ref(self, subject: NamedNode, predicate: NamedNode, key: str | None) -> None:
        if key is not None:
            self._put(subject, predicate, self.nodes[key])

    def _article(self, article: Article) -> None:
        node = self.names.article
        self._put(node, t.TYPE, t.NEWS_ARTICLE)
        self._put(node, t.IN_GRAPH, self.graph)
        self._put(node, t.READ_BY, self.names.run)
        self._put_columns(node, article, columns.ARTICLE)
        if article.publisher is not None:
            publisher = self.names.node("pub")
            self._put(node, t.PUBLISHER, publisher)
            self._put(publisher, t.TYPE, t.ORGANIZATION)
            self._put(publisher, t.NAME, text(article.publisher))
        for error in self.told.errors:
            self._put(node, t.READING_ERROR, text(error))

    def _context(self, article: Article) -> None:
        node = self.context
        self._put(node, t.TYPE, t.CONTEXT)
        self._put(node, t.DERIVED_FROM, self.names.article)
        self._put(node, t.SHA256, text(article.sha256))
        self._put(node, t.IS_STRING, text(article.text))
        self._put(node, t.BEGIN, integer(0))
        self._put(node, t.END, integer(len(article.text)))
        sentences = tuple((s.begin, s.end) for s in self.told.sentences)
        for predicate, spans in ((t.SENTENCE_SPANS, sentences), (t.HEADLINE_SPANS, article.headlines), (t.SKIPPED_SPANS, article.skipped)):
            if spans:
                self._put(node, predicate, text(write_spans(spans)))

    def _entity(self, entity: Entity) -> None:
        node = self.nodes[entity.id]
        self._put(self.names.article, t.MENTIONS, node)
        self._put(node, t.TYPE, columns.write(entity.type, "type"))
        self._put(node, t.NAME, text(entity.name))
        for key in name_keys(entity, self.told.article.text):
            self._put(node, t.NAME_KEY, text(key))
        self._put(node, t.MENTION_SPANS, text(write_mentions(entity.mentions)))
        for member in entity.members:
            self._put(self.nodes[member], t.MEMBER_OF, node)
        for role in entity.roles:
            role_node = self.names.node("rol", node.value, role.role, role.begin, role.end, role.of)
            self._put(node, t.ROLE, role_node)
            self._put(role_node, t.TYPE, t.ROLE_CLASS)
            self._put(role_node, t.ROLE_NAME, text(role.role))
            self._put_ref(role_node, t.ROLE_OF, role.of)
            self._put(role_node, t.BEGIN, integer(role.begin))
            self._put(role_node, t.END, integer(role.end))

    def _claim(self, claim: Claim) -> None:
        node = self.nodes[claim.id]
        self._put(node, t.TYPE, t.CLAIM_CLASS)
        self._put_columns(node, claim, columns.CLAIM)
        for about in claim.about:
            self._put_ref(node, t.ABOUT, about)
        if {a.content for a in self.told.attributions if a.claim == claim.id} != {claim.content}:
            self._spans(node, "content", claim.content)

    def _attribution(self, a: Attribution) -> None:
        node = self.nodes[a.id]
        self._put(node, t.TYPE, t.ATTRIBUTION)
        self._put(node, t.IN_ARTICLE, self.names.article)
        self._stands_in(node, self._sentences_of(a))
        for predicate, key in (
            (t.ATTRIBUTED_TO, a.speaker),
            (t.ON_BEHALF_OF, a.on_behalf_of),
            (t.ADDRESSEE, a.addressee),
            (t.CLAIM, a.claim),
            (t.DISPUTES, a.disputes),
            (t.RELAYS, a.relays),
        ):
            self._put_ref(node, predicate, key)
        for part, spans in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            self._spans(node, part, spans)
        self._put_columns(node, a, columns.ATTRIBUTION)
        self._put(node, t.GENERATED_BY, self.names.run)

    def _stands_in(self, node: NamedNode, sentences: list[int]) -> None:
        self.pointed_at.update(sentences)
        for index in sentences:
            self._put(node, t.QUOTED_FROM, self._sentence(index))
        if sentences:
            self._put(node, t.SENTENCE_BEGIN, integer(self.told.sentences[sentences[0]].begin))
            self._put(node, t.SENTENCE_END, integer(self.told.sentences[sentences[-1]].end))

    def _sentences_of(self, a: Attribution) -> list[int]:
        spans = a.source + a.cue + a.content
        first, last = min((b for b, _ in spans), default=0), max((e for _, e in spans), default=0)
        near = (s for s in self.told.sentences if first < s.end and s.begin < last)
        return [s.index for s in near if any(b < s.end and s.begin < e for b, e in spans)]

    def _sentence(self, index: int) -> NamedNode:
        sentence = self.told.sentences[index]
        return self.names.span("sen", (sentence.begin, sentence.end))

    def _spans(self, node: NamedNode, part: str, spans: Spans) -> None:
        if not spans:
            return
        begin, end, piece = t.SPANS_OF[part]
        self._put(node, begin, integer(spans[0][0]))
        self._put(node, end, integer(max(e for _, e in spans)))
        if len(spans) > 1:
            self.pieces.update(spans)
            for span in spans:
                self._put(node, piece, self.names.span("spn", span))

    def _places(self) -> None:
        sentences = [
            (self._sentence(i), t.SENTENCE, self.told.sentences[i].begin, self.told.sentences[i].end) for i in sorted(self.pointed_at)
        ]
        pieces = [(self.names.span("spn", span), t.SPAN, *span) for span in sorted(self.pieces)]
        for node, kind, begin, end in sentences + pieces:
            self._put(node, t.TYPE, kind)
            self._put(node, t.REFERENCE_CONTEXT, self.context)
            self._put(node, t.BEGIN, integer(begin))
            self._put(node, t.END, integer(end))

    def _run(self, run: Run) -> None:
        self._begin(self.names.run_graph)
        node = self.names.run
        self._put(node, t.TYPE, t.RUN)
        self._put(node, t.IN_GRAPH, self.graph)
        self._put_columns(node, run, columns.RUN)
        for name, value in run.parameters:
            self._put(node, t.PARAMETER, text(f"{name}={value}"))

    def _links(self) -> None:
        self._begin(self.names.link_graph)
        attributions = {a.id: a for a in self.told.attributions}
        for link in self.told.links:
            self._link(link, attributions[link.a], attributions[link.b])

    def _link(self, link: Link, a: Attribution, b: Attribution) -> None:
        ends = (self.nodes[a.id].value, self.nodes[b.id].value)
        node = self.names.node("lnk", *ends, link.relation, link.basis, link.rule, link.score, link.evidence)
        self._put(node, t.TYPE, t.LINK)
        self._put(node, t.IN_GRAPH, self.graph)
        self._put_ref(node, t.FROM, a.claim)
        self._put_ref(node, t.TO, b.claim)
        self._put_ref(node, t.FROM_ATTRIBUTION, a.id)
        self._put_ref(node, t.TO_ATTRIBUTION, b.id)
        self._put_columns(node, link, columns.LINK)
        for index in link.evidence:
            self._put(node, t.EVIDENCE, self._sentence(index))
