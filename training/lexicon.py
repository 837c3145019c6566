"""Word lists that ship, drawn from WordNet: python -m training.lexicon ../shared/data/wordnet kg/reading/lexicon"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# Nouns that WordNet lists as persons but that news uses for other things, so that they would make roles of ordinary words.
OTHER = """
ace air amazon answer baker bill black brown butter case cast cause charge child class color content count craft cross day dead draw drive eagle east end
even fall fan father-figure fig figure fill fire flash floater folk front game gem go good gray green hand hit home horse host house ice image island
issue item killing lead life light like line lot love lower mark mass match mean middle mine mixer model more move name native nature north object offer
one order other outside page party past peer people person pick piece play point position power press prime purple quarter race raise rat rest right rock
roll sample second sense service set shadow share short side sign single small snap soul sound south spirit spot square stand star state stay stock story
strain subject sum swing talent target third thing time top touch town trade tramp trial turn type view voice wall war watch way weight west while white
will wind wing wise woman-chaser wonder word work world worst
""".split()


def main(source: Path, out: Path) -> None:
    persons = {w for w in (source / "nouns-person.txt").read_text("utf-8").split("\n") if re.fullmatch(r"[a-z][a-z-]{2,}", w)}
    (out / "persons.txt").write_text("\n".join(sorted(persons - set(OTHER))) + "\n", "utf-8")
    pairs = [line.split("\t") for line in (source / "antonyms.tsv").read_text("utf-8").splitlines()]
    verbs = sorted({tuple(sorted((a, b))) for a, pos, b in pairs if pos in "var" and re.fullmatch(r"[a-z]{3,}", a) and re.fullmatch(r"[a-z]{3,}", b)})
    (out / "antonyms.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in verbs), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
