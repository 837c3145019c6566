"""Asks both stores the same: every named query, with every set of at most so many parameters, and values taken from the store itself.

usage: python -m tests.neo4j.parity STORE [PARAMETERS] [ROUNDS]     (Neo4j as NEO4J_URI says, or the store's own server)
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.answers import Answers
from kg.store import NamedQuery, Parameter, named_queries, open_store
from kg.store.parameters import Given

Question = tuple[str, dict[str, Given]]


def questions(store: Answers, most: int = 3, rounds: int = 4) -> Iterator[Question]:
    """Queries with parameters: sets of at most `most` of them, each set `rounds` times with other values."""
    values = _Values(store)
    for query in named_queries():
        needed = [p for p in query.parameters if p.kind == "node"]
        free = [p for p in query.parameters if p.kind != "node"]
        for size in range(min(most, len(free)) + 1):
            for chosen in itertools.combinations(free, size):
                for turn in range(rounds if chosen or needed else 1):
                    yield query.name, {p.name: values.of(query, p, turn + i) for i, p in enumerate((*needed, *chosen))}


class _Values:
    def __init__(self, store: Answers) -> None:
        said = list(store.query("who-said"))
        speakers = [row["speaker"] for row in store.query("speakers")]
        behalf = [row["on_behalf_of"] for row in said if row["on_behalf_of"]]
        disputing = [row[key] for row in store.query("disputes") for key in ("speaker", "other_speaker") if row[key]]
        self._names = [*speakers[:3], *disputing[:8], *behalf[:3], *speakers[len(speakers) // 2 :][:3], *speakers[-2:], "Nobody At All"]
        self._nodes = [row[key] for row in said[:: max(1, len(said) // 40)] for key in ("attribution", "claim_id") if row[key]]
        days = sorted({str(row["date"]).partition("/")[0] for row in said if row["date"]}) or ["2020-01-01"]
        self._days = [days[len(days) // 2], days[0], days[-1], days[len(days) // 3]]
        self._media = sorted({str(row["medium"])[:8].lower() for row in said if row["medium"]}) or ["radio"]

    def of(self, query: NamedQuery, parameter: Parameter, turn: int) -> Given:
        if parameter.choices:
            return parameter.choices[turn % len(parameter.choices)]
        pool: dict[str, list[Given]] = {
            "name": list(self._names),
            "node": list(self._nodes),
            "date": list(self._days),
            "words": list(self._media),
            "score": [0.5, 0.75, 0.9, 0, 1],
            "count": [1, 3, 10],
        }
        held = pool[parameter.kind]
        return held[turn * 7 % len(held)] if parameter.kind in ("name", "node") else held[turn % len(held)]


def differences(one: Answers, other: Answers, most: int = 3, rounds: int = 4) -> tuple[int, list[str]]:
    """How many questions were asked, and a line for each to which the answers differ."""
    asked, found = 0, []
    for name, given in questions(one, most, rounds):
        asked += 1
        ours, theirs = one.exactly(name, **given), other.exactly(name, **given)
        if ours.columns != theirs.columns:
            found.append(f"{name} {given}: columns {ours.columns} and {theirs.columns}")
        elif list(ours) != list(theirs):
            pairs = (
                zip(itertools.chain(ours, itertools.repeat({})), theirs, strict=False)
                if len(ours) < len(theirs)
                else zip(ours, itertools.chain(theirs, itertools.repeat({})), strict=False)
            )
            first = next(({k: (a.get(k), b.get(k)) for k in ours.columns if a.get(k) != b.get(k)} for a, b in pairs if a != b), {})
            found.append(f"{name} {given}: {len(ours)} and {len(theirs)} rows; first {first}")
    return asked, found


def main(words: list[str]) -> int:
    from kg.neo4j.answers import open_neo4j
    from kg.neo4j.where import address

    path = Path(words[0])
    with open_store(path, create=False, read_only=True) as store, open_neo4j(address(path)) as mirror:
        asked, found = differences(store, mirror, *map(int, words[1:]))
    sys.stdout.write("\n".join([*found[:50], f"{asked} questions, {len(found)} answered differently"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
