"""A store of any size that looks like a real one: its articles with other names, dates and numbers.

Each new article is one of SOURCE's, drawn at random, in which half of the names are replaced by names of SOURCE of the same length, drawn
as often as they occur there, and with it all that was read from it: so lengths, claims per article and the skew of who is spoken of are
those of SOURCE, and names are those that people would ask for. Links within articles come along; those between articles do not, unless
`kg link` is run.

usage: python benchmarks/generate.py SOURCE STORE CLAIMS     (an interrupted run is gone on with; STORE is made)
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from pyoxigraph import Quad

from kg.model import Attribution, Entity, Extraction
from kg.rdf import from_quads, to_quads
from kg.rdf import terms as t
from kg.store import Store, open_store

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_DIGITS = re.compile(r"\b\d{1,3}\b")
_AT_ONCE = 300_000
_KEPT = 0.5


def templates(store: Store) -> list[Extraction]:
    """What was read from every article of `store`, with the links within it."""
    articles: list[list[Quad]] = []
    runs: list[Quad] = []
    links: dict[str, list[tuple[set[str], list[Quad]]]] = defaultdict(list)
    for graph in store.graphs():
        quads = store.statements(graph)
        kinds = {quad.object for quad in quads if quad.predicate == t.TYPE}
        ends = {quad.object.value for quad in quads if quad.predicate in (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION)}
        if t.NEWS_ARTICLE in kinds:
            articles.append(quads)
        elif t.RUN in kinds:
            runs += quads
        elif ends:
            links[min(ends)].append((ends, quads))
    return [from_quads([*quads, *runs, *_within(quads, links)]) for quads in articles]


def _within(article: list[Quad], links: dict[str, list[tuple[set[str], list[Quad]]]]) -> Iterator[Quad]:
    own = {quad.subject.value for quad in article}
    for name in own:
        for ends, quads in links.get(name, ()):
            if ends <= own:
                yield from quads


class Names:
    """Words that stand in names, by kind of entity and length, as often as they do there."""

    def __init__(self, told: list[Extraction]) -> None:
        counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        for entity in (entity for one in told for entity in one.entities):
            for word in _NAME.findall(entity.name):
                counts[entity.type, len(word)][word] += len(entity.mentions)
        self._words = {key: sorted(found) for key, found in counts.items()}
        self._weights = {key: list(accumulate(counts[key][word] for word in words)) for key, words in self._words.items()}

    def others(self, entities: Iterable[Entity], chance: random.Random) -> dict[str, str]:
        """Another word for about half of those in the names of `entities`."""
        words = {word: (entity.type, len(word)) for entity in entities for word in _NAME.findall(entity.name)}
        return {
            word: chance.choices(self._words[key], cum_weights=self._weights[key])[0]
            for word, key in sorted(words.items())
            if chance.random() > _KEPT
        }


def like(told: Extraction, number: int, names: Names) -> Extraction:
    """The `number`th article, made from a real one: all offsets stay."""
    chance = random.Random(number)
    new = names.others(told.entities, chance)
    pattern = re.compile(rf"\b(?:{'|'.join(new)})\b") if new else None

    def other(text: str | None) -> str | None:
        if text is None:
            return None
        text = pattern.sub(lambda found: new[found[0]], text) if pattern else text
        return _DIGITS.sub(lambda found: str((int(found[0]) + number) % 10 ** len(found[0])).zfill(len(found[0])), text)

    shift = timedelta(days=chance.randrange(-1500, 1500))
    text = other(told.article.text) or ""
    article = replace(
        told.article,
        text=text,
        headline=other(told.article.headline),
        doc=f"made/{number:07}.txt",
        key=f"https://news.example/{number}",
        url=f"https://news.example/{number}",
        sha256=sha256(text.encode()).hexdigest(),
        published=_shifted(told.article.published, shift),
    )
    return replace(
        told,
        article=article,
        entities=tuple(_renamed(entity, other) for entity in told.entities),
        claims=tuple(replace(claim, text=other(claim.text) or claim.text) for claim in told.claims),
        attributions=tuple(_moved(one, other, shift) for one in told.attributions),
    )


def _renamed(entity: Entity, other: Callable[[str | None], str | None]) -> Entity:
    roles = tuple(replace(role, role=other(role.role) or role.role) for role in entity.roles)
    return replace(entity, name=other(entity.name) or entity.name, roles=roles)


def _moved(one: Attribution, other: Callable[[str | None], str | None], by: timedelta) -> Attribution:
    days = {"said_from": _shifted(one.said_from, by), "said_to": _shifted(one.said_to, by)}
    return replace(one, medium=other(one.medium), said_words=other(one.said_words), **days)


def _shifted(day: date | None, by: timedelta) -> date | None:
    return day + by if day else None


def made(told: list[Extraction], first: int, claims: int) -> Iterator[Extraction]:
    """Articles from the `first` on, until so many claims were made in all."""
    names, number, count = Names(told), 0, 0
    while count < claims:
        template = told[random.Random(-number).randrange(len(told))]
        if number >= first:
            yield like(template, number, names)
        number += 1
        count += len(template.claims)


def main(words: list[str]) -> None:
    source, target, claims = Path(words[0]), Path(words[1]), int(words[2])
    seconds = float(words[3]) if len(words) > 3 else 1e9
    began = time.process_time()
    with open_store(source, read_only=True) as store:
        told = templates(store)
    with open_store(target) as store:
        live = store._open()
        there = store.stats()["articles"]
        waiting, runs = [], set()
        for extraction in made(told, there, claims):
            quads = to_quads(extraction, store.base)
            waiting += [q for q in quads if q.graph_name not in runs]
            runs |= {q.graph_name for q in quads if q.predicate.value.endswith("#modelSha256")}
            there += 1
            if len(waiting) > _AT_ONCE:
                live.bulk_extend(waiting)
                waiting.clear()
                print(f"{there:,} articles, {time.process_time() - began:.0f} CPU s", flush=True)
                if time.process_time() - began > seconds:
                    break
        live.bulk_extend(waiting)
    print(f"{there:,} articles, {time.process_time() - began:.0f} CPU s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
