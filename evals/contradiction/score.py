"""What kg finds between the two attributions of a pair, and how that compares with what a reader found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from evals.contradiction.pairs import Pair, Place
from evals.tally import Count, Score, hits
from kg.link import across
from kg.link.told import Told, told
from kg.model import Attribution, Extraction, Spans
from kg.rdf import DEFAULT_BASE, canonical, names

Reader = Callable[[str], Extraction]
Found = tuple[str, str]
"""Relation and basis."""
ALIKE = 0.5


def found(pair: Pair, read: Reader) -> Found | None:
    """What links the two attributions: a link, or that one of them disputes the other."""
    x, y = read(pair.a.doc), read(pair.b.doc)
    left, right = ({a.id for a in z.attributions if _same(a, place)} for z, place in ((x, pair.a), (y, pair.b)))
    if x is y:
        links = [(link.relation, link.basis, link.score) for link in x.links if _joins(link.a, link.b, left, right)]
        links += [("contradicts", "explicit", a.score) for a in x.attributions if a.disputes and _joins(a.id, a.disputes, left, right)]
    else:
        links = [(one.relation, one.basis, sure) for one, sure in _across(x, y, left, right) if sure >= across.POSSIBLE]
    best = max(links, key=lambda link: link[2], default=None)
    return (best[0], best[1]) if best else None


def _across(x: Extraction, y: Extraction, left: set[str], right: set[str]) -> Iterator[tuple[across.Finding, float]]:
    """What links two sayings of two articles: as the store would find, but without blocks."""
    one, other = (list(_told(z, ids)) for z, ids in ((x, left), (y, right)))
    for a in one:
        for b in other:
            if found := across.judge(a, b):
                yield found, across.score(a, b, found)


def _told(x: Extraction, ids: set[str]) -> Iterator[Told]:
    kept = tuple(a for a in x.attributions if a.id in ids)
    lean = canonical(replace(x, links=(), attributions=tuple(replace(a, disputes=None, relays=None) for a in kept)))
    return told(lean, names(lean.article, lean.run, DEFAULT_BASE))


def _joins(a: str, b: str, left: set[str], right: set[str]) -> bool:
    return (a in left and b in right) or (b in left and a in right)


def _same(a: Attribution, place: Place) -> bool:
    """Whether what was read is what was annotated: most of the content in common."""
    return alike(a, place) >= ALIKE


def alike(a: Attribution, place: Place) -> float:
    """The share of its content that what was read has in common with what was annotated."""
    one, other = _characters(a.content), _characters(place.content)
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _characters(spans: Spans) -> set[int]:
    return {i for b, e in spans for i in range(b, e)}


def score(pairs: Iterable[Pair], answers: Iterable[Found | None]) -> Score:
    """Precision and recall of contradictions and of support; of contradictions also by basis: recall by the reader's, precision by kg's."""
    rows = list(zip(pairs, answers, strict=True))
    out: Score = {
        label: _whole(rows, label, relations) for label, relations in (("contradict", {"contradicts"}), ("support", {"supports", "same"}))
    }
    bases: dict[str, Count] = defaultdict(Count)
    for pair, answer in rows:
        right = pair.label == "contradict"
        hit = answer is not None and answer[0] == "contradicts"
        if right:
            bases[f"  {pair.basis}"] += Count(found=int(hit), gold=1)
        if hit and answer:
            bases[f"  {answer[1]}"] += Count(right=int(right), pred=1)
    return out | dict(sorted(bases.items()))


def _whole(rows: list[tuple[Pair, Found | None]], label: str, relations: set[str]) -> Count:
    predicted = [pair for pair, answer in rows if answer and answer[0] in relations]
    return hits(sum(p.label == label for p in predicted), len(predicted), sum(pair.label == label for pair, _ in rows))
