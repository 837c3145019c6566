"""Time of linking as articles grow in number: SOURCE's articles again and again, with other names and their sentences in another order.

Each round takes all articles of SOURCE, replaces every name by another of the same length (the same one all through the round) and shuffles
their passages, and links them with all that came before. The CPU seconds of a round are those of taking in and comparing; reading articles
and writing what was found, which grow with their number alone, are left out. A round is done in parts, which can be run one by one.

usage: python benchmarks/linking.py SOURCE FOLDER [ROUNDS] [SECONDS]     (FOLDER keeps what was done; SECONDS: when to stop, to go on later)
"""

from __future__ import annotations

import pickle
import random
import re
import sys
import time
from collections import defaultdict
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from generate import templates

from kg.model import Extraction, Span, Spans
from kg.rdf import canonical, names
from kg.store import open_store
from kg.store.groups import Groups
from kg.store.linking import CHUNK, compared
from kg.store.links_index import links_index

BASE = "http://localhost/id/"
_WORD = re.compile(r"\b[A-Z][A-Za-z]+\b")


def renamed(read: Extraction, round_: int) -> Extraction:
    """With every word of a name, and all that never stand without a capital, replaced by another of its length: letters moved on."""
    named = {word for e in read.entities for word in _WORD.findall(e.name)}
    small = set(re.findall(r"\b[a-z]+\b", read.article.text)) - {word.lower() for word in named}

    def moved(letter: str) -> str:
        first = ord("a" if letter.islower() else "A")
        return chr((ord(letter) - first + round_) % 26 + first)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.lower() in small else "".join(map(moved, word))

    def change(text: str) -> str:
        return _WORD.sub(other, text)

    return replace(
        read,
        article=replace(read.article, text=change(read.article.text), key=f"{read.article.key}#{round_}"),
        entities=tuple(replace(e, name=change(e.name)) for e in read.entities),
        claims=tuple(replace(c, text=change(c.text)) for c in read.claims),
    )


def passages(read: Extraction) -> list[Span]:
    """The text cut before sentences, wherever no attribution goes on over the cut."""
    cuts = {0} | {s.begin for s in read.sentences}
    for a in read.attributions:
        spans = a.source + a.cue + a.content
        first, last = min(b for b, _ in spans), max(e for _, e in spans)
        cuts -= {cut for cut in cuts if first < cut < last}
    ends = [*sorted(cuts)[1:], len(read.article.text)]
    return list(zip(sorted(cuts), ends, strict=True))


def shuffled(read: Extraction, chance: random.Random) -> Extraction:
    """With its passages in another order, and all offsets moved along."""
    order = passages(read)
    chance.shuffle(order)
    starts = dict(zip(order, accumulate((e - b for b, e in order), initial=0), strict=False))

    def moved(span: Span) -> Span:
        b, e = next((p for p in order if p[0] <= span[0] < p[1]), order[0])
        shift = starts[b, e] - b
        return span[0] + shift, min(span[1], e) + shift

    def all_moved(spans: Spans) -> Spans:
        return tuple(moved(s) for s in spans)

    sentences = sorted(moved((s.begin, s.end)) for s in read.sentences)
    return replace(
        read,
        article=replace(read.article, text="".join(read.article.text[b:e] for b, e in order), headlines=(), skipped=()),
        sentences=tuple(replace(s, begin=b, end=e) for s, (b, e) in zip(read.sentences, sentences, strict=True)),
        entities=tuple(
            replace(
                e,
                mentions=tuple(replace(m, begin=moved((m.begin, m.end))[0], end=moved((m.begin, m.end))[1]) for m in e.mentions),
                roles=(),
            )
            for e in read.entities
        ),
        claims=tuple(replace(c, content=all_moved(c.content)) for c in read.claims),
        attributions=tuple(
            replace(a, source=all_moved(a.source), cue=all_moved(a.cue), content=all_moved(a.content)) for a in read.attributions
        ),
        links=(),
    )


def source(store: Path, folder: Path) -> list[Extraction]:
    """What was read from the articles of a store; kept in the folder for the next time."""
    kept = folder / "templates.pickle"
    if not kept.exists():
        with open_store(store) as opened:
            kept.write_bytes(pickle.dumps(templates(opened)))
    found: list[Extraction] = pickle.loads(kept.read_bytes())
    return found


def main(store: str, folder: str, count: str = "10", seconds: str = "0") -> None:
    """Do what is not done yet of so many rounds, and print the CPU seconds of each."""
    home = Path(folder)
    home.mkdir(exist_ok=True)
    articles, began = source(Path(store), home), time.process_time()
    log = home / "times.tsv"
    done = len(log.read_text().splitlines()) if log.exists() else 0
    portions = -(-len(articles) // CHUNK)
    for number in range(done, int(count) * portions):
        round_, i = divmod(number, portions)
        new, took, found = portion(home, articles[i * CHUNK : (i + 1) * CHUNK], round_, number)
        with log.open("a") as lines:
            lines.write(f"{round_}\t{new}\t{took:.2f}\t{found}\n")
        if float(seconds) and time.process_time() - began > float(seconds):
            break
    table(log)


def portion(home: Path, articles: list[Extraction], round_: int, number: int) -> tuple[int, float, int]:
    """Take in and compare a portion of articles: how many, CPU seconds, and how much was found."""
    chance = random.Random(number)
    new = [canonical(shuffled(renamed(read, round_), chance) if round_ else read) for read in articles]
    start = time.process_time()
    with links_index(home / "links.sqlite") as index:
        for read in new:
            index.learn(read, names(read.article, read.run, BASE))
        chunk = index.unlinked()
        found = sum(len(of_pair) for pairs in compared(index, chunk, Groups(index.joined())) for _, of_pair in pairs)
        index.linked(chunk)
    return len(new), time.process_time() - start, found


def table(log: Path) -> None:
    """Print what each round took."""
    took: dict[int, list[float]] = defaultdict(lambda: [0, 0, 0])
    for line in log.read_text().splitlines():
        round_, *rest = line.split("\t")
        took[int(round_)] = [a + float(b) for a, b in zip(took[int(round_)], rest, strict=True)]
    print("| articles before | new | CPU s | found |", "|---|---|---|---|", sep="\n")
    for round_, (new, cpu, found) in sorted(took.items()):
        print(f"| {sum(n for r, (n, *_) in took.items() if r < round_):,.0f} | {new:,.0f} | {cpu:.1f} | {found:,.0f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
