"""Extractions of every shape, for property tests."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from kg import model as m

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SCORES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
DATES = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


def some(things: list[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(things), max_size=most) if things else st.just([])


def maybe(things: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(things) if things else st.none()


def one_of(values: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(values))


def spans(size: int, *, least: int = 0) -> st.SearchStrategy[m.Spans]:
    one = st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(lambda s: s[0] < s[1])
    return st.lists(one, min_size=least, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def articles(draw: st.DrawFn) -> m.Article:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=60))
    words = st.none() | WORDS
    return m.Article(
        text, draw(WORDS), draw(WORDS), draw(WORDS), draw(words), draw(spans(len(text))), draw(DATES),
        draw(words), draw(words), draw(words), draw(spans(len(text))), draw(DATES), draw(words),
    )  # fmt: skip


@st.composite
def extractions(draw: st.DrawFn) -> m.Extraction:
    article = draw(articles())
    size = len(article.text)
    sentences = tuple(m.Sentence(i, b, e) for i, (b, e) in enumerate(draw(spans(size))))
    mentioned = draw(st.lists(spans(size, least=1), max_size=4, unique=True))
    ids = [f"x{i}" for i in range(len(mentioned))]
    entities = tuple(draw(entity(one, size, ids, at)) for one, at in zip(ids, mentioned, strict=True))
    places = draw(st.lists(st.tuples(spans(size), spans(size), spans(size, least=1)), max_size=5, unique_by=lambda place: place))
    contents = draw(st.lists(spans(size, least=1), max_size=4, unique=True))
    claims = tuple(draw(claim(f"x{i}", content, ids)) for i, content in enumerate(contents))
    known = [f"x{i}" for i in range(len(places))]
    attributions = tuple(
        draw(attribution(one, place, ids, [c.id for c in claims], known)) for one, place in zip(known, places, strict=True)
    )
    ends = [a.id for a in attributions if a.claim]
    links = draw(st.lists(link(ends, len(sentences)), max_size=3)) if ends else []
    parameters = st.lists(st.tuples(WORDS.filter(lambda name: "=" not in name), WORDS), max_size=2).map(tuple)
    run = m.Run(draw(WORDS), draw(WORDS), draw(WORDS), draw(parameters))
    return m.Extraction(article, run, sentences, entities, claims, attributions, tuple(links), tuple(draw(st.lists(WORDS, max_size=2))))


@st.composite
def entity(draw: st.DrawFn, name: str, size: int, people: list[str], at: m.Spans) -> m.Entity:
    mentions = tuple(m.Mention(b, e, draw(one_of(m.MentionKind))) for b, e in at)  # type: ignore[arg-type]
    roles = tuple(m.Role(draw(WORDS), draw(maybe(people)), b, e) for b, e in draw(spans(size)))
    members = tuple(draw(some([one for one in people if one != name], 3)))
    return m.Entity(name, draw(WORDS), draw(one_of(m.EntityType)), mentions, roles, members)  # type: ignore[arg-type]


@st.composite
def claim(draw: st.DrawFn, name: str, content: m.Spans, people: list[str]) -> m.Claim:
    return m.Claim(name, draw(WORDS), content, draw(one_of(m.Polarity)), tuple(draw(some(people, 2))), draw(st.none() | WORDS))  # type: ignore[arg-type]


@st.composite
def attribution(
    draw: st.DrawFn, name: str, place: tuple[m.Spans, m.Spans, m.Spans], people: list[str], claims: list[str], known: list[str]
) -> m.Attribution:
    words = st.none() | WORDS
    return m.Attribution(
        name, *place, draw(WORDS), draw(SCORES), draw(maybe(claims)), draw(maybe(people)), draw(maybe(people)), draw(maybe(people)),
        draw(one_of(m.Manner)), draw(one_of(m.Stance)), draw(one_of(m.Certainty)), draw(one_of(m.Kind)),  # type: ignore[arg-type]
        draw(words), draw(words), draw(DATES), draw(DATES), draw(maybe(known)), draw(maybe(known)),
    )  # fmt: skip


@st.composite
def link(draw: st.DrawFn, ends: list[str], sentences: int) -> m.Link:
    end = st.sampled_from(ends)
    evidence = tuple(draw(st.lists(st.integers(0, sentences - 1), max_size=2))) if sentences else ()
    return m.Link(draw(end), draw(end), draw(one_of(m.Relation)), draw(one_of(m.Basis)), draw(WORDS), draw(SCORES), evidence)  # type: ignore[arg-type]
