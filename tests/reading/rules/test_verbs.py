"""Clauses of saying that were passed over."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import verbs
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell, even as officials maintained that it held.", [("officials", "maintained", "that it held")]),
        ("The firm has long maintained that it held, but it fell.", [("The firm", "has long maintained", "that it held")]),
        ("The firm maintained that it held and vowed to pay.", [("The firm", "maintained", "that it held")]),
        ("It held, he said; the firm had earlier said that it fell.", [("the firm", "had earlier said", "that it fell")]),
        ("The firm had earlier said goodbye.", []),
        ("The firm maintained the road.", []),
        ("“The firm maintained that it held.”", []),
    ],
)
def test_clauses(text: str, found: list[tuple[str, str, str]]) -> None:
    quoted = [(1, len(text) - 1)] if text.startswith("“") else []
    shown = [
        tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content))
        for f in verbs.find(text, [(0, len(text))], [], quoted)
    ]
    assert shown == found


@pytest.mark.parametrize(("first", "shared"), [("The army", True), ("The firm", False)])
def test_what_goes_on_has_the_clause_s_source(first: str, shared: bool) -> None:
    text = "The army won, even as the firm maintained that it held and vowed to pay."
    clause = Frame((place(text, "the firm"),), (place(text, "maintained"),), (place(text, "that it held"),), 0.6)
    source = place(text, "The army") if first == "The army" else place(text, "the firm")
    vowed = Frame((source,), (place(text, "vowed"),), (place(text, "to pay"),), 0.9)
    assert (verbs.share(text, [vowed], [clause])[0].source == clause.source) is True
    assert (verbs.share(text, [vowed], [clause])[0] != vowed) is shared


def test_a_cue_further_on_keeps_its_source() -> None:
    text = "The army won. The firm maintained that it held. It vowed to pay."
    clause = Frame((place(text, "The firm"),), (place(text, "maintained"),), (place(text, "that it held"),), 0.6)
    vowed = Frame((place(text, "It"),), (place(text, "vowed"),), (place(text, "to pay"),), 0.9)
    assert verbs.share(text, [vowed], [clause]) == [vowed]
