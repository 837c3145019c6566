"""A claim set against another that it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import despite
from kg.model import Extraction
from tests.link.articles import article


def nested(outer: str, source: str, inner: str) -> Extraction:
    """The front says `outer`, within which the army's `inner` is claimed."""
    made = article(("Front", "said", outer), ("Army", "claim", inner), relays={0: 1})
    at = made.article.text.index("claim")
    first, second = made.attributions
    return replace(made, attributions=(first, replace(second, cue=((at, at + 5),))))


@pytest.mark.parametrize(
    ("outer", "linked"),
    [
        ("that, despite the claim that it had paid, no money had come", True),
        ("that, contrary to the claim that it had paid, no money had come", True),
        ("that after the claim that it had paid money had come", False),
    ],
)
def test_find(outer: str, linked: bool) -> None:
    assert bool(list(despite.find(nested(outer, "Army", "that it had paid")))) is linked
