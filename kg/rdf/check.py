"""What an extraction must keep to before it becomes RDF: every id leads somewhere and every offset lies in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.model import Attribution, Extraction, Link, Spans


def check(extraction: Extraction) -> None:
    """Raise `InputError` with the first thing that is wrong, naming the document."""
    for problem in _problems(extraction):
        raise InputError(f"{extraction.article.doc}: {problem}")


def _problems(x: Extraction) -> Iterator[str]:
    yield from _bad_spans(x)
    yield from (f"sentence {s.index} stands at place {i}" for i, s in enumerate(x.sentences) if s.index != i)
    for what, ids in (
        ("entity", [e.id for e in x.entities]),
        ("claim", [c.id for c in x.claims]),
        ("attribution", [a.id for a in x.attributions]),
    ):
        if len(set(ids)) < len(ids):
            yield f"two {what} ids are the same"
    if len({(s.begin, s.end) for s in x.sentences}) < len(x.sentences):
        yield "two sentences stand in the same place"
    yield from (f"entity {e.id} is a member of itself" for e in x.entities if e.id in e.members)
    yield from (f"claim {c.id} has no content" for c in x.claims if not c.content)
    yield from (f"entity {e.id} has no mention" for e in x.entities if not e.mentions)
    yield from (f"{what} names {ref!r}, which is not there" for what, ref, known in _references(x) if ref is not None and ref not in known)
    yield from (f"the score of {what} is {score}, not in 0–1" for what, score in _scores(x) if not 0 <= score <= 1)
    yield from _bad_links(x)
    yield from (f"parameter name {name!r} has a = in it" for name, _ in x.run.parameters if "=" in name)


def _bad_spans(x: Extraction) -> Iterator[str]:
    size = len(x.article.text)
    for what, spans in _all_spans(x):
        yield from (f"{what} has the span {b}–{e}, not in a text of {size} characters" for b, e in spans if not 0 <= b < e <= size)


def _all_spans(x: Extraction) -> Iterator[tuple[str, Spans]]:
    yield "the headline", x.article.headlines
    yield "the skipped text", x.article.skipped
    yield "a sentence", tuple((s.begin, s.end) for s in x.sentences)
    for e in x.entities:
        yield f"entity {e.id}", tuple((m.begin, m.end) for m in e.mentions)
        yield f"a role of entity {e.id}", tuple((r.begin, r.end) for r in e.roles)
    for c in x.claims:
        yield f"claim {c.id}", c.content
    for a in x.attributions:
        yield f"attribution {a.id}", a.source + a.cue + a.content


def _references(x: Extraction) -> Iterator[tuple[str, str | None, set[str]]]:
    entities = {e.id for e in x.entities}
    claims = {c.id for c in x.claims}
    attributions = {a.id for a in x.attributions}
    yield from ((f"a role of entity {e.id}", r.of, entities) for e in x.entities for r in e.roles)
    yield from ((f"entity {e.id}", member, entities) for e in x.entities for member in e.members)
    yield from ((f"claim {c.id}", about, entities) for c in x.claims for about in c.about)
    for a in x.attributions:
        yield from ((f"attribution {a.id}", ref, entities) for ref in (a.speaker, a.on_behalf_of, a.addressee))
        yield from ((f"attribution {a.id}", ref, attributions) for ref in (a.disputes, a.relays))
        yield f"attribution {a.id}", a.claim, claims
    yield from (("a link", ref, attributions) for link in x.links for ref in (link.a, link.b))


def _scores(x: Extraction) -> Iterable[tuple[str, float]]:
    rated: tuple[Attribution | Link, ...] = x.attributions + x.links
    return ((f"attribution {r.id}" if isinstance(r, Attribution) else f"the link {r.a}–{r.b}", r.score) for r in rated)


def _bad_links(x: Extraction) -> Iterator[str]:
    silent = {a.id for a in x.attributions if a.claim is None}
    for link in x.links:
        yield from (f"a link names attribution {ref}, which has no claim" for ref in (link.a, link.b) if ref in silent)
        yield from (f"a link names sentence {i}, which is not there" for i in link.evidence if not 0 <= i < len(x.sentences))
