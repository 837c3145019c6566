"""Nouns that report."""

from __future__ import annotations

import pytest

from kg.reading import nouns
from kg.reading.network import Frame


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were rumors that he had fled.", [("", "rumors", "that he had fled")]),
        ("There were reports on Sunday of losses, including two deaths, but.", [("", "reports", "of losses, including two deaths")]),
        ("A report that a dam had cracked was false.", [("", "report", "that a dam had cracked")]),
        ("Rumors of the army’s defeat swirled.", [("", "Rumors", "of the army’s defeat")]),
        ("He denied the board’s claim that it held.", [("the board’s", "claim", "that it held")]),
        ("He denied their claim that it held.", [("their", "claim", "that it held")]),
        ("Norrby called reports of a deal “premature.”", [("", "reports", "of a deal")]),
        ("There was no suggestion that he had fled.", []),
        ("He has read the reports of the ministry.", []),
        ("He published a report of the works.", []),
        ("“The rumors that he had fled,” she said.", []),
        ("The report that.", []),
    ],
)
def test_nouns(text: str, found: list[tuple[str, str, str]]) -> None:
    quoted = [(text.index("“"), text.rindex("”"))] if text.startswith("“") else []
    shown = [
        tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content))
        for f in nouns.find(text, [(0, len(text))], [], quoted)
    ]
    assert shown == found


def test_a_noun_that_is_a_cue_already_is_left_alone() -> None:
    text = "There were rumors that he had fled."
    assert nouns.find(text, [(0, len(text))], [Frame((), ((11, 17),), ((18, 34),), 0.9)], []) == []
