"""How well kg tells who contradicts or disputes whom in articles of our own about conflicts, with rival accounts told in many ways."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import kg
from evals.contradiction.pairs import HERE
from kg.errors import InputError
from kg.link.across import POSSIBLE
from kg.loaders.text import from_text
from kg.model import Attribution, Extraction, Span

FOLDER = HERE / "affairs"
HALVES = ("odd", "even", "looked", "kept")
"""Of the first forty articles the odd numbers were mended on, the even ones looked at after that; of thirty more ten were looked at."""
FIRST, LOOKED = 40, 50  # the last of the first forty, and of the ten
KINDS = {"C": "contradicts", "D": "disputes", "?": "arguable", "N": "neither"}
Two = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Item:
    """One disagreement that any of `pairs` of places tells, or (`neither`) a pair that only looks like one."""

    kind: str
    pairs: tuple[Two, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Rival:
    """An article and its gold."""

    name: str
    text: str
    items: tuple[Item, ...]

    @property
    def half(self) -> str:
        """Which half, of which round, it is in."""
        number = int(self.name[:2])
        return HALVES[number % 2 == 0] if number <= FIRST else HALVES[2 + (number > LOOKED)]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of what is asked how much is found, of what is linked how much is right, and how many links are of tempting pairs."""

    found: int = 0
    asked: int = 0
    right: int = 0
    linked: int = 0
    tempting: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f) + getattr(other, f) for f in ("found", "asked", "right", "linked", "tempting")))

    def __str__(self) -> str:
        share = 100 * self.right / self.linked if self.linked else 0.0
        return f"found {self.found}/{self.asked}, right {self.right}/{self.linked} ({share:.0f} %), tempting pairs linked {self.tempting}"


def load() -> list[Rival]:
    """The articles in order; raises `InputError` when words of the gold are not in the text just once."""
    return [_article(path) for path in sorted(FOLDER.glob("*.txt"))]


def _article(path: Path) -> Rival:
    text, _, gold = path.read_text("utf-8").partition("\n---\n")
    return Rival(path.stem, f"{text}\n", tuple(_item(path.stem, text, line) for line in gold.splitlines()))


def _item(name: str, text: str, line: str) -> Item:
    kind, words = line.split(": ", 1)
    pairs = [pair.split(" | ") for pair in words.split(" || ")]
    return Item(KINDS[kind], tuple((_place(name, text, one), _place(name, text, other)) for one, other in pairs), words)


def _place(name: str, text: str, words: str) -> Span:
    if text.count(words) != 1:
        raise InputError(f"{name}: {words!r} stands {text.count(words)} times in the text, not once")
    begin = text.index(words)
    return begin, begin + len(words)


def score(one: Rival, x: Extraction) -> Tally:
    """Contradictions at the score that is shown by default, and attributions that dispute another, each pair once."""
    linked = list(_linked(x))
    asked = [i for i in one.items if i.kind in {"contradicts", "disputes"}]
    meant = [p for i in one.items if i.kind != "neither" for p in i.pairs]
    looks = [p for i in one.items if i.kind == "neither" for p in i.pairs]
    right = [two for two in linked if any(_tells(two, p) for p in meant)]
    return Tally(
        found=sum(any(_tells(two, p) for two in linked for p in item.pairs) for item in asked),
        asked=len(asked),
        right=len(right),
        linked=len(linked),
        tempting=sum(any(_tells(two, p) for p in looks) for two in linked if two not in right),
    )


def _linked(x: Extraction) -> Iterator[tuple[Attribution, Attribution]]:
    by_id = {a.id: a for a in x.attributions}
    pairs = {frozenset((link.a, link.b)) for link in x.links if link.relation == "contradicts" and link.score >= POSSIBLE}
    pairs |= {frozenset((a.id, a.disputes)) for a in x.attributions if a.disputes}
    for one, other in sorted(tuple(sorted(pair)) for pair in pairs if len(pair) == 2):
        yield by_id[one], by_id[other]


def _tells(two: tuple[Attribution, Attribution], places: Two) -> bool:
    (a, b), (one, other) = two, places
    return (_is(a, one) and _is(b, other)) or (_is(a, other) and _is(b, one))


def _is(a: Attribution, place: Span) -> bool:
    """Whether half of the place is in the attribution’s content and cue, or half of the content in the place."""
    content = sum(e - b for b, e in a.content)
    said = _common(a.content, place)
    return 2 * max(said, said + _common(a.cue, place)) >= place[1] - place[0] or 2 * said >= content > 0


def _common(spans: Iterable[Span], place: Span) -> int:
    return sum(max(0, min(e, place[1]) - max(b, place[0])) for b, e in spans)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.contradiction.rival", description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args(arguments)
    tallies = dict.fromkeys(HALVES, Tally())
    for one in load():
        tallies[one.half] += score(one, kg.extract(from_text(one.text, doc=one.name)))
    if options.json:
        print(json.dumps({half: {"found": t.found, "wrong": t.linked - t.right, "tempting": t.tempting} for half, t in tallies.items()}))
        return 0
    for half, tally in tallies.items():
        print(f"{half}: {tally}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
