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


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
