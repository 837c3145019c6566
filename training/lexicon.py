"""Word lists that ship, drawn from WordNet: python -m training.lexicon ../shared/data/wordnet kg/reading/lexicon"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# Nouns that WordNet lists as persons but that news uses for other things, so that they would make roles of ordinary words.
OTHER = frozenset((Path(__file__).parent / "not_persons.txt").read_text("utf-8").split())


def main(source: Path, out: Path) -> None:
    persons = {w for w in (source / "nouns-person.txt").read_text("utf-8").split("\n") if re.fullmatch(r"[a-z][a-z-]{2,}", w)}
    (out / "persons.txt").write_text("\n".join(sorted(persons - OTHER)) + "\n", "utf-8")
    pairs = [line.split("\t") for line in (source / "antonyms.tsv").read_text("utf-8").splitlines()]
    plain = [(a, b) for a, pos, b in pairs if pos in "var" and all(re.fullmatch(r"[a-z]{3,}", w) for w in (a, b))]
    verbs = sorted({tuple(sorted(pair)) for pair in plain})
    (out / "antonyms.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in verbs), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
