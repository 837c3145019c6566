"""A store of any size that looks like a real one: its articles with other names and days.

Each new article is one of SOURCE's, drawn at random, in which half of the names are replaced by names of SOURCE of the same kind and
length, drawn as often as they occur there, and with it all that was read from it: so lengths, claims per article and the skew of who is
spoken of are those of SOURCE, and names are those that people would ask for. Names of things are numbered, not hashed. Links within
articles come along; those between articles do not.

usage: python benchmarks/generate.py SOURCE STORE CLAIMS     (STORE is made, or added to)
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, Quad, RdfFormat

from kg.model import Entity, Extraction
from kg.rdf import from_quads, to_quads
from kg.rdf import terms as t
from kg.store import Store, open_store

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_YEAR = re.compile(r'"(\d{4})-(\d\d-\d\d)"\^\^')
_NUMBER = "@@N@@"
_KINDS = ("art", "txt", "sen", "spn", "men", "rol", "att", "clm", "lnk", "pub", "g")
_AT_ONCE = 60_000_000
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


@dataclass(frozen=True)
class Template:
    """A real article as N-Quads: statements whose values are things, keys of names, and all others."""

    things: str
    keys: str
    literals: str
    entities: tuple[Entity, ...]
    claims: int


def template(told: Extraction, base: str) -> tuple[Template, list[Quad]]:
    """Everything of an article in lines, with places for its number; and its run, which all articles share."""
    address = f"https://news.example/{_NUMBER}"
    article = replace(told.article, doc=f"made/{_NUMBER}.txt", key=address, url=address)
    quads = to_quads(replace(told, article=article), base)
    [run] = {quad.graph_name for quad in quads if quad.predicate == t.MODEL_SHA256}
    own = [quad for quad in quads if quad.graph_name != run]
    things = [quad for quad in own if not isinstance(quad.object, Literal)]
    keys = [quad for quad in own if quad.predicate == t.NAME_KEY]
    literals = [quad for quad in own if isinstance(quad.object, Literal) and quad.predicate != t.NAME_KEY]
    lines = [_numbered(pyoxigraph.serialize(some, format=RdfFormat.N_QUADS).decode(), base) for some in (things, keys, literals)]
    return Template(*lines, told.entities, len(told.claims)), [quad for quad in quads if quad.graph_name == run]


def _numbered(lines: str, base: str) -> str:
    for kind in _KINDS:
        lines = lines.replace(f"<{base}{kind}_", f"<{base}{kind}_{_NUMBER}")
    return lines


def like(one: Template, number: int, names: Names) -> str:
    """The `number`th article, made from a real one, as N-Quads: all offsets stay."""
    chance = random.Random(number)
    new = names.others(one.entities, chance)
    keys, literals = one.keys, one.literals
    if new:
        literals = _put(new, _NAME, literals)
        keys = _put({word.lower(): other.lower() for word, other in new.items()}, _WORD, keys)
    years = chance.randrange(-4, 5)
    literals = _YEAR.sub(lambda found: f'"{int(found[1]) + years}-{found[2].replace("02-29", "02-28")}"^^', literals)
    return f"{one.things}{keys}{literals}".replace(_NUMBER, f"{number:07}")


def _put(new: dict[str, str], word: re.Pattern[str], text: str) -> str:
    return word.sub(lambda found: new.get(found[0], found[0]), text)


def made(told: list[Template], names: Names, claims: int, first: int = 0) -> Iterator[str]:
    """Articles from the `first` on, until so many claims were made, with those before."""
    number = 0
    while claims > 0:
        one = told[random.Random(-number).randrange(len(told))]
        if number >= first:
            yield like(one, number, names)
        number += 1
        claims -= one.claims


def main(words: list[str]) -> None:
    source, target, claims = Path(words[0]), Path(words[1]), int(words[2])
    with open_store(source, read_only=True) as store:
        real = templates(store)
    with open_store(target) as store:
        live = store._open()
        told, runs = zip(*(template(one, store.base) for one in real), strict=True)
        live.extend(quad for quads in runs for quad in quads)
        waiting: list[str] = []
        size = 0
        there = store.stats()["articles"]
        for number, lines in enumerate(made(list(told), Names(real), claims, there), there + 1):
            waiting.append(lines)
            size += len(lines)
            if size > _AT_ONCE:
                _load(live, waiting)
                size = 0
                print(f"{number:,} articles, {time.process_time():.0f} CPU s", flush=True)
        _load(live, waiting)
    print(f"{number:,} articles, {time.process_time():.0f} CPU s", flush=True)


def _load(live: pyoxigraph.Store, waiting: list[str]) -> None:
    live.bulk_load("".join(waiting).encode(), format=RdfFormat.N_QUADS)
    waiting.clear()


if __name__ == "__main__":
    main(sys.argv[1:])
