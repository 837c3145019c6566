"""How well kg reads what people decided on: `kg review --export FILE` against a reading of the same texts by this version.

usage: python -m evals.reviewed DECISIONS.jsonl PATH… [--model NAME]     (PATH: text files or folders, or a store of `kg load`)

Accepted and corrected attributions should be found, with the right words and speaker; rejected ones should not be read again. Decisions
on links are counted where both ends are in one text. Retracted is no error of reading, and is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import kg
from kg.errors import KgError
from kg.model import Article, Extraction
from kg.review import Decision, text_sha256
from kg.review.apply import link_decision
from kg.review.attach import attach, words
from kg.review.lines import from_lines

FIGURES = ("right, found", "right, words", "right, speaker", "wrong, not read", "links right, found", "links wrong, not read")


def score(told: Extraction, decisions: Iterable[Decision]) -> tuple[Counter[str], Counter[str]]:
    """How many of the decisions about the text of a reading it lives up to, and how many there are, by figure."""
    text = told.article.text
    mine = [d for d in decisions if d.place.text == text_sha256(text) and d.verdict != "retracted" and d.key is None]
    good, of = Counter[str](), Counter[str]()
    on_words = [(d, _right(d)) for d in mine if d.other is None]
    found = attach([right for _, right in on_words], told.attributions, text)
    by_id = {a.id: a for a in told.attributions}
    for decision, right in on_words:
        a = by_id.get(found.get(right, ""))
        if decision.verdict == "rejected":
            of["wrong, not read"] += 1
            good["wrong, not read"] += a is None
            continue
        of.update(("right, found", "right, words"))
        good["right, found"] += a is not None
        good["right, words"] += a is not None and words(a.content, text) == words(right.place.content, text)
        if decision.speaker is not None:
            of["right, speaker"] += 1
            good["right, speaker"] += a is not None and _speaks(told, a.speaker, decision)
    for decision in (d for d in mine if d.other is not None and d.other.text == d.place.text):
        figure = "links wrong, not read" if decision.verdict == "rejected" else "links right, found"
        is_there = any(link_decision([decision], (by_id[x.a], text), (by_id[x.b], text), x.relation) for x in told.links)
        of[figure] += 1
        good[figure] += is_there != (decision.verdict == "rejected")
    return good, of


def _right(decision: Decision) -> Decision:
    """The decision at the place that is right."""
    new = {part: spans for part in ("source", "cue", "content") if (spans := getattr(decision, part)) is not None}
    return Decision(decision.verdict if decision.verdict != "corrected" else "accepted", replace(decision.place, **new))


def _speaks(told: Extraction, speaker: str | None, decision: Decision) -> bool:
    mention = decision.speaker.mention if decision.speaker else None
    if mention is None:
        return speaker is None
    return any(e.id == speaker and any(m.begin < mention[1] and mention[0] < m.end for m in e.mentions) for e in told.entities)


def articles(paths: Sequence[str]) -> Iterator[Article]:
    """The articles of files, folders and stores."""
    for path in paths:
        if Path(path, "store.json").is_file():
            with kg.open(path, read_only=True) as store:
                yield from (store.reading(graph).extraction.article for graph in store.article_graphs())
        else:
            yield from kg.articles(path)


def table(good: Counter[str], of: Counter[str]) -> str:
    """The figures, a line each."""
    return "\n".join(f"{figure:24}{100 * good[figure] / of[figure]:7.1f}   {good[figure]}/{of[figure]}" for figure in FIGURES if of[figure])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evals.reviewed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("decisions", type=Path)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--model", metavar="NAME", help="weights to read with (default: the ones that ship)")
    options = parser.parse_args(arguments)
    try:
        decisions = list(from_lines(options.decisions.read_text("utf-8").splitlines()))
        wanted = {d.place.text for d in decisions}
        good, of = Counter[str](), Counter[str]()
        for article in articles(options.paths):
            if text_sha256(article.text) in wanted:
                one, all_ = score(kg.extract(article, model=options.model), decisions)
                good, of = good + one, of + all_
    except (KgError, OSError, UnicodeDecodeError) as error:
        print(f"evals: {error}", file=sys.stderr)
        return 1
    print(table(good, of) or "no text of these has a decision")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
