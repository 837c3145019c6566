"""How well kg tells which sayings contradict or support each other, on pairs annotated by hand in news that is not ours."""

from __future__ import annotations

import argparse
import functools
import pickle
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import kg
from evals import table
from evals.contradiction import articles
from evals.contradiction.pairs import HALVES, Pair, load, read_texts
from evals.contradiction.score import Found, found, score
from evals.contradiction.show import saying
from kg.errors import KgError, UsageError
from kg.link import within
from kg.link.across import POSSIBLE
from kg.loaders.text import from_text
from kg.loaders.urls import canonical
from kg.model import Extraction


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.contradiction", description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, metavar="JSONL", help="where the texts are: rows with doc and text")
    parser.add_argument("--half", choices=HALVES, default="tuned", help="which half (default: tuned)")
    parser.add_argument(
        "--whole", choices=(*articles.LOTS, *articles.RANDOM), help="a lot of whole articles instead of a half of the pairs"
    )
    parser.add_argument(
        "--least", type=float, default=POSSIBLE, help="how sure a link in whole articles is at least (default: %(default)s)"
    )
    parser.add_argument("--readings", type=Path, metavar="DIR", help="keep what was read of each article here, and link it anew next time")
    parser.add_argument("--show", action="store_true", help="print the pairs that were got wrong; of the tuned half only")
    options = parser.parse_args(arguments)
    if options.show and options.half == "untouched":
        parser.error("--show is for the tuned half: the other stays untouched only as long as nobody looks at its errors")
    return options


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    try:
        texts = read_texts(options.texts)
        pairs = [] if options.whole else load(options.half, texts)
        whole = articles.load(options.whole, texts) if options.whole else []
    except (KgError, OSError) as error:
        print(f"evals.contradiction: {error}", file=sys.stderr)
        return 1

    @functools.cache
    def read(doc: str) -> Extraction:
        return _read(texts[doc], options.readings)

    if options.whole:
        print(f"{len(whole)} articles of the {options.whole} lot", table.whole(articles.score(whole, read, options.least)), sep="\n")
        return 0
    answers = [found(pair, read) for pair in pairs]
    for pair, answer in zip(pairs, answers, strict=True) if options.show else ():
        _show(pair, answer, texts)
    print(f"{len(pairs)} pairs of the {options.half} half", table.whole(score(pairs, answers)), sep="\n")
    return 0


def _read(row: dict[str, Any], kept: Path | None) -> Extraction:
    """An article as kg reads it now; or as it was read for `kept`, with the links of now."""
    path = kept and kept / f"{row['doc'].replace('/', '_')}.pkl"
    if path and path.exists():
        before: Extraction = pickle.loads(path.read_bytes())
        return replace(before, links=within(before))
    published = date.fromisoformat(row["date"]) if row.get("date") else None
    read = kg.extract(from_text(row["text"], doc=row["doc"], url=_url(row.get("url")), date=published, publisher=row.get("publisher")))
    if path:
        path.write_bytes(pickle.dumps(read))
    return read


def _url(words: str | None) -> str | None:
    try:
        return words and canonical(words)
    except UsageError:
        return None


def _show(pair: Pair, answer: Found | None, texts: dict[str, dict[str, str]]) -> None:
    relation = {"contradicts": "contradict", "supports": "support", "same": "support"}[answer[0]] if answer else "neither"
    if relation != pair.label:
        print(f"{pair.stratum}: {pair.label} {pair.basis or pair.why or ''}; found {answer}")
        for place in (pair.a, pair.b):
            print(f"  {place.doc}: {saying(texts[place.doc]['text'], place)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
