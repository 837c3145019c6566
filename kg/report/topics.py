"""What the articles of a store are about: groups of articles that go on one page each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.report.whole import Whole, select

OTHER: Final = "Other topics"
_LEAST: Final = 3
"""So many articles make a topic of their own."""
_ABOUT: Final = """
SELECT ?article ?mention ?name (COUNT(*) AS ?times) {
  ?attribution kg:inArticle ?article ; kg:claim/schema:about ?mention . ?mention schema:name ?name
} GROUP BY ?article ?mention ?name
"""
_SIZES: Final = (
    "SELECT ?article (COUNT(?a) AS ?count) { ?article a schema:NewsArticle OPTIONAL { ?a kg:inArticle ?article } } GROUP BY ?article"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Articles, by IRI, that are mostly about one thing; `part` counts from 1 when one page cannot hold all."""

    name: str
    part: int
    parts: int
    articles: tuple[str, ...]

    @property
    def title(self) -> str:
        """For people."""
        return self.name if self.parts == 1 else f"{self.name} ({self.part} of {self.parts})"


def topics(whole: Whole, most: int) -> list[Topic]:
    """Every article of the store in one topic: what its claims are most about, among what several articles are about.

    A topic of more than `most` attributions is in parts; those of few articles are put together as others.
    """
    sizes = {str(row["article"]): int(str(row["count"])) for row in select(whole.store, _SIZES)}
    about: dict[str, Counter[str]] = defaultdict(Counter)
    for row in select(whole.store, _ABOUT):
        about[str(row["article"])][whole.names.get(str(row["mention"]), str(row["name"]))] += int(str(row["times"]))
    held = _grouped(sizes, about)
    return [
        topic
        for name in sorted(held, key=lambda one: (one == OTHER, -len(held[one]), one))
        for topic in _parts(name, held[name], sizes, most)
    ]


def _grouped(sizes: dict[str, int], about: dict[str, Counter[str]]) -> dict[str, list[str]]:
    spread = Counter(name for names in about.values() for name in names)
    held: dict[str, list[str]] = defaultdict(list)
    for article in sorted(sizes):
        names = about.get(article, Counter())
        best = max(names, key=lambda name: (names[name] * (spread[name] >= _LEAST), spread[name], name), default=OTHER)
        held[best].append(article)
    for name in [name for name, articles in held.items() if len(articles) < _LEAST and name != OTHER]:
        held[OTHER] += held.pop(name)
    return {name: sorted(articles) for name, articles in held.items() if articles}


def _parts(name: str, articles: list[str], sizes: dict[str, int], most: int) -> Iterator[Topic]:
    parts: list[list[str]] = [[]]
    room = most
    for article in articles:
        if parts[-1] and sizes[article] > room:
            parts.append([])
            room = most
        parts[-1].append(article)
        room -= sizes[article]
    yield from (Topic(name, number, len(parts), tuple(part)) for number, part in enumerate(parts, 1))
