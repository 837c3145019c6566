"""Headlines with a mark between what is said and who says it."""

from __future__ import annotations

import pytest

from kg.model import Mention
from kg.reading.network.reader import Frame
from kg.reading.reference.figures import Figure
from kg.reading.rules import headings


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Clashes kill 12 in Selm: police", ("police", ":", "Clashes kill 12 in Selm")),
        ("Dam to reopen in May - officials", ("officials", "-", "Dam to reopen in May")),
        ("Minister: dam is safe", ("Minister", ":", "dam is safe")),
        ("Study: coffee cuts risk of stroke", ("Study", ":", "coffee cuts risk of stroke")),
        ("Ruiz: the bridge is safe", ("Ruiz", ":", "the bridge is safe")),
        ("Analysis: why the dam broke", None),
        ("Selm floods: what we know", None),
        ("The long road: a history", None),
        ("Well-known mayor dies", None),
    ],
)
def test_headings(headline: str, found: tuple[str, str, str] | None) -> None:
    read = headings.find(headline, ((0, len(headline)),), [Figure("Ana Ruiz", "Person", [Mention(99, 107)])], [])
    shown = [tuple(" ".join(headline[b:e] for b, e in part) for part in (f.source, f.cue, f.content)) for f in read]
    assert shown == ([found] if found else [])


def test_what_is_read_already_is_left_alone() -> None:
    headline = "Minister: dam is safe"
    assert headings.find(headline, ((0, 21),), [], [Frame((), ((0, 1),), ((10, 21),), 0.9)]) == []
