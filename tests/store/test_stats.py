"""What is counted of a store."""

from __future__ import annotations

from dataclasses import replace

from kg.store import Store
from tests.store.sample import sample


def test_contradictions_that_are_only_possible_are_counted_apart(empty: Store) -> None:
    told = sample()
    against = [link for link in told.links if link.relation == "contradicts"]
    doubtful = replace(against[0], score=0.3)
    empty.load(replace(told, links=(doubtful, *(link for link in told.links if link != against[0]))))
    counts = empty.stats()
    assert (counts["contradictions"], counts["possible_contradictions"]) == (len(against), 1)
