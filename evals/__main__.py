"""How well kg reads articles with gold by hand. Prints P, R and F1 in all and per article, and how fast it was."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import islice
from pathlib import Path

from evals import baseline, corpora, misses, names, table, whole
from evals.gold import Gold, load
from evals.run import Readings, read
from evals.score import articles
from evals.tally import Score, total
from kg.errors import KgError

_GOLD = Path(__file__).parent.parent / "tests" / "gold"
_KEPT = {_GOLD: baseline.PATH, _GOLD / "news": baseline.NEWS}


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--gold", type=Path, default=_GOLD, metavar="DIR", help="folder of NAME.txt and NAME.json (default: tests/gold)")
    parser.add_argument("--polnear", type=Path, metavar="PATH", help="score a JSONL file of texts with attribution spans instead")
    parser.add_argument("--seed", type=Path, metavar="DIR", help="score a folder of NAME.txt and NAME.gold.json instead")
    parser.add_argument(
        "--speakers", choices=["tuned", "corrected", "fresh", "untouched"], help="score a part of evals/speakers instead (with --news)"
    )
    parser.add_argument(
        "--names", type=Path, metavar="TSV", help="score names against a tagged corpus instead (with --news): its every tenth text"
    )
    parser.add_argument(
        "--us-names", type=Path, metavar="JSONL", help="score names in US news (evals/named) instead; the file holds the texts"
    )
    parser.add_argument("--news", type=Path, metavar="PATH", help="the JSONL file that holds the texts of --speakers or --names")
    parser.add_argument("--all", action="store_true", help="print the whole table: every corpus in --data, and peers that are installed")
    parser.add_argument(
        "--data", type=Path, default=Path("shared"), metavar="DIR", help="folder of data/ and articles/ for --all (default: shared)"
    )
    parser.add_argument("--untouched", action="store_true", help="with --all: also the part of evals/speakers that nobody looks at")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--model", metavar="NAME", help="weights to read with (default: the ones that ship)")
    parser.add_argument("--show", choices=["misses"], help="also print what was got wrong, article by article")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument(
        "--update-baseline",
        action="store_true",
        help="keep these figures in evals/baseline.json, or evals/news.json (tests/gold, tests/gold/news)",
    )
    options = parser.parse_args(arguments)
    if (options.speakers or options.names) and not options.news:
        parser.error("--speakers and --names need --news")
    if options.update_baseline and (
        options.polnear
        or options.seed
        or options.speakers
        or options.names
        or options.us_names
        or options.limit
        or options.gold.resolve() not in _KEPT
    ):
        parser.error("--update-baseline goes with all of tests/gold or tests/gold/news only")
    return options


def _golds(options: argparse.Namespace) -> list[Gold]:
    if options.speakers:
        return list(islice(corpora.speakers(options.speakers, options.news), options.limit))
    if options.polnear:
        return list(islice(corpora.polnear(options.polnear), options.limit))
    return list(islice(corpora.seed(options.seed) if options.seed else load(options.gold), options.limit))


def _print_names(options: argparse.Namespace) -> int:
    docs = names.us(options.us_names) if options.us_names else names.worldwide(options.names, options.news)
    print(names.table(docs, options.model))
    return 0


def _print_whole(options: argparse.Namespace) -> int:
    report = whole.Report(options.data, untouched=options.untouched, limit=options.limit, model=options.model)
    for section in report.sections():
        print(section, end="\n\n", flush=True)
    return 0


def _print(golds: list[Gold], readings: Readings, scores: dict[str, Score], options: argparse.Namespace) -> None:
    speed = {"seconds": round(readings.seconds, 2), "words per second": round(readings.words / max(readings.seconds, 1e-9))}
    if options.json:
        each = {doc: table.numbers(score) for doc, score in scores.items()}
        print(json.dumps({"all": table.numbers(total(scores)), "articles": each, **speed}, ensure_ascii=False))
        return
    for gold in golds if options.show else ():
        print(f"== {gold.doc}", *misses.lines(gold, readings.predictions[gold.doc]), "", sep="\n")
    print(table.by_article(scores), table.whole(total(scores)), sep="\n\n")
    print(f"\n{len(golds)} articles, {readings.words} words in {speed['seconds']} s: {speed['words per second']} words/s")


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    if options.all:
        return _print_whole(options)
    if options.names or options.us_names:
        return _print_names(options)
    try:
        golds = _golds(options)
        readings = read(golds, options.model)
    except (KgError, OSError) as error:
        print(f"evals: {error}", file=sys.stderr)
        return 1
    scores = articles(golds, readings.predictions)
    _print(golds, readings, scores, options)
    if options.update_baseline:
        baseline.write(total(scores), _KEPT[options.gold.resolve()])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
