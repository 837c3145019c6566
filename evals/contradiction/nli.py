"""How well `kg verify` tells that a sentence excludes another, or says the same, on sentence pairs rich in negation.

usage: python -m evals.contradiction.nli FILE…   (tab-separated, with a header: index, text, hypothesis, label)
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from evals import table
from evals.tally import Score, hits
from kg.store.verdict import ASSERTED, DISPUTED, Made, verdict

MEANS = {ASSERTED: "entailment", DISPUTED: "contradiction"}


def score(rows: list[dict[str, str]]) -> Score:
    """Precision and recall of both verdicts; a file without "contradiction" knows no more than that something is not entailed."""
    said = [MEANS.get(found or "") for found in (verdict(r["Hypothesis"], Made("", "", r["Text"], "asserts")) for r in rows)]
    out: Score = {}
    for label in sorted(set(MEANS.values())):
        asked = [r["gold_label"] == label for r in rows]
        if any(asked):
            right = sum(a and s == label for a, s in zip(asked, said, strict=True))
            out[label] = hits(right, said.count(label), sum(asked))
    return out


def _text(path: Path) -> str:
    """Decoded as UTF-8, else as Windows-1252: the files of one collection differ."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def main(paths: list[str]) -> int:
    for path in map(Path, paths):
        rows = list(csv.DictReader(_text(path).split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))
        print(f"{path.name}: {len(rows)} pairs", table.whole(score(rows)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
