"""Load order does not matter: neither for links between articles, nor for the entities that are computed from them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

from kg.model import Extraction
from kg.store import Store, open_store
from tests.hard.outcome import Outcome
from tests.link.articles import Line
from tests.store.test_linking import AGAIN, BESIDE, DENIED, ELSEWHERE, SAID, TOM, told

LINES: tuple[Line, ...] = (SAID, AGAIN, DENIED, ELSEWHERE, BESIDE, TOM)


def orders(folder: Path, tries: int, random: Random) -> Outcome:
    """The same articles in two orders, linked at once and now and then. Of merges only what comes of them is compared: which of three
    mentions that are one entity are joined with which is a matter of order."""
    outcome = Outcome("load order")
    for number in range(tries):
        made = [told(str(n), *random.sample(LINES, 3)) for n in range(7)]
        one = _linked(folder / f"{number}-a.db", made, len(made))
        random.shuffle(made)
        other = _linked(folder / f"{number}-b.db", made, random.randint(1, 3))
        outcome.inputs += 1
        outcome.lost += [f"{line.decode()} in one order only" for line in sorted(one ^ other)[:1]]
    return outcome


def _linked(path: Path, made: list[Extraction], every: int) -> set[bytes]:
    with open_store(path) as store:
        for first in range(0, len(made), every):
            for extraction in made[first : first + every]:
                store.load(extraction)
            store.link()
        return result(exported(store))


def exported(store: Store) -> bytes:
    """All statements, as N-Quads in their order."""
    out = BytesIO()
    store.export(out, "nquads")
    return out.getvalue()


def result(lines: bytes) -> set[bytes]:
    """All statements but those about merges."""
    split = lines.splitlines()
    merges = {line.split()[0] for line in split if b"claim-kg#Merge> " in line}
    return {line for line in split if line.split()[0] not in merges}
