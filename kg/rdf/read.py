"""RDF → Extraction: the exact way back from `to_quads`, up to order and numbering (`kg.rdf.canonical`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Role, Run, Sentence, Spans
from kg.rdf import columns
from kg.rdf import terms as t
from kg.rdf.columns import Column, Term
from kg.rdf.lists import VALUES
from kg.rdf.offsets import read_mentions, read_spans
from kg.rdf.order import canonical

Node = Mapping[NamedNode, list[Term]]


def from_quads(quads: Iterable[Quad]) -> Extraction:
    """The extraction whose quads these are: of one article's graph, its run's and, if wanted, its links'.

    Raises `InputError` when they are not the whole of one article, or when its text was left out of an export.
    """
    told = named_from_quads(quads)
    try:
        return canonical(told)
    except KeyError as error:
        raise InputError(f"these statements are not the whole of one article: {error} leads out of it") from error


def named_from_quads(quads: Iterable[Quad]) -> Extraction:
    """The same with the IRIs of the graph as ids, in no order; raises as `from_quads` does."""
    nodes: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            nodes[quad.subject][quad.predicate].append(quad.object)
    try:
        return _Reader(nodes).read()
    except (KeyError, ValueError, IndexError, StopIteration, TypeError) as error:
        raise InputError(f"these statements are not the whole of one article: {error!r} is missing or off") from error


class _Reader:
    def __init__(self, nodes: Mapping[NamedNode, Node]) -> None:
        self.nodes = nodes
        self.kinds: dict[Term, list[NamedNode]] = defaultdict(list)
        for subject, node in nodes.items():
            self.kinds[node[t.TYPE][0]].append(subject)
        self.members: dict[Term, list[str]] = defaultdict(list)
        for subject, node in nodes.items():
            for group in node.get(t.MEMBER_OF, []):
                self.members[group].append(subject.value)

    def read(self) -> Extraction:
        [article_node] = self.kinds[t.NEWS_ARTICLE]
        article = self.nodes[article_node]
        [context] = (self.nodes[n] for n in self.kinds[t.CONTEXT])
        self.sentences = self._compact(context, t.SENTENCE_SPANS)
        run = self.nodes[_node(article[t.READ_BY][0])]
        return Extraction(
            article=self._article(article, context),
            run=Run(**_values(run, columns.RUN), parameters=tuple(_parameter(p) for p in _texts(run, t.PARAMETER))),
            sentences=tuple(Sentence(i, b, e) for i, (b, e) in enumerate(self.sentences)),
            entities=tuple(self._entity(_node(n)) for n in article.get(t.MENTIONS, [])),
            claims=tuple(self._claim(n) for n in self.kinds[t.CLAIM_CLASS]),
            attributions=tuple(self._attribution(n) for n in self.kinds[t.ATTRIBUTION]),
            links=tuple(self._link(n) for n in self.kinds[t.LINK]),
            errors=tuple(_texts(article, t.READING_ERROR)),
        )

    def _article(self, article: Node, context: Node) -> Article:
        publisher = [self.nodes[_node(n)] for n in article.get(t.PUBLISHER, [])]
        return Article(
            **_values(article, columns.ARTICLE),
            text=_texts(context, t.IS_STRING)[0],
            sha256=_texts(context, t.SHA256)[0],
            publisher=_texts(publisher[0], t.NAME)[0] if publisher else None,
            headlines=self._compact(context, t.HEADLINE_SPANS),
            skipped=self._compact(context, t.SKIPPED_SPANS),
        )

    def _compact(self, context: Node, predicate: NamedNode) -> Spans:
        return read_spans(" ".join(_texts(context, predicate)))

    def _entity(self, name: NamedNode) -> Entity:
        node = self.nodes[name]
        return Entity(
            id=name.value,
            name=_texts(node, t.NAME)[0],
            type=VALUES["type"][_node(node[t.TYPE][0])],  # type: ignore[arg-type]
            mentions=read_mentions(_texts(node, t.MENTION_SPANS)[0]),
            roles=tuple(self._role(self.nodes[_node(role)]) for role in node.get(t.ROLE, [])),
            members=tuple(self.members[name]),
        )

    def _role(self, node: Node) -> Role:
        return Role(_texts(node, t.ROLE_NAME)[0], _ref(node, t.ROLE_OF), _number(node, t.BEGIN), _number(node, t.END))

    def _claim(self, name: NamedNode) -> Claim:
        node = self.nodes[name]
        own = self._spans(node, "content")
        content = own or next((self._spans(a, "content") for a in self.nodes.values() if name in a.get(t.CLAIM, [])), ())
        return Claim(
            id=name.value, content=content, about=tuple(_node(n).value for n in node.get(t.ABOUT, [])), **_values(node, columns.CLAIM)
        )

    def _attribution(self, name: NamedNode) -> Attribution:
        node = self.nodes[name]
        return Attribution(
            id=name.value,
            source=self._spans(node, "source"),
            cue=self._spans(node, "cue"),
            content=self._spans(node, "content"),
            claim=_ref(node, t.CLAIM),
            speaker=_ref(node, t.ATTRIBUTED_TO),
            on_behalf_of=_ref(node, t.ON_BEHALF_OF),
            addressee=_ref(node, t.ADDRESSEE),
            disputes=_ref(node, t.DISPUTES),
            relays=_ref(node, t.RELAYS),
            **_values(node, columns.ATTRIBUTION),
        )

    def _spans(self, node: Node, part: str) -> Spans:
        begin, end, piece = t.SPANS_OF[part]
        if begin not in node:
            return ()
        places = [self.nodes[_node(n)] for n in node.get(piece, [])]
        pieces = tuple(sorted((_number(p, t.BEGIN), _number(p, t.END)) for p in places))
        return pieces or ((_number(node, begin), _number(node, end)),)

    def _link(self, name: NamedNode) -> Link:
        node = self.nodes[name]
        places = [self.nodes[_node(n)] for n in node.get(t.EVIDENCE, [])]
        return Link(
            a=_node(node[t.FROM_ATTRIBUTION][0]).value,
            b=_node(node[t.TO_ATTRIBUTION][0]).value,
            evidence=tuple(sorted(self.sentences.index((_number(p, t.BEGIN), _number(p, t.END))) for p in places)),
            **_values(node, columns.LINK),
        )


def _values(node: Node, table: Iterable[Column]) -> dict[str, Any]:
    return {c.field: columns.read(node[c.property][0], c.holds) for c in table if node.get(c.property)}


def _node(term: Term) -> NamedNode:
    if isinstance(term, NamedNode):
        return term
    raise ValueError(f"{term} is no IRI")


def _ref(node: Node, predicate: NamedNode) -> str | None:
    found = node.get(predicate)
    return _node(found[0]).value if found else None


def _texts(node: Node, predicate: NamedNode) -> list[str]:
    return [columns.literal(term) for term in node.get(predicate, [])]


def _number(node: Node, predicate: NamedNode) -> int:
    return int(_texts(node, predicate)[0])


def _parameter(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value
