"""How many speakers are right where it is hard to tell who speaks: these figures only go up."""

from __future__ import annotations

from collections import Counter

from tests.reading.passages import counted, passages

LEAST = {"right": 268, "disputes": 21, "unverified": 4}


def test_hard_speakers() -> None:
    counts: Counter[str] = Counter()
    for _, text, gold in passages():
        counts += counted(text, gold)
    assert (counts["asked"], counts["disputes asked"], counts["unverified asked"]) == (285, 28, 4)
    assert {kind: counts[kind] for kind in LEAST if counts[kind] < LEAST[kind]} == {}
