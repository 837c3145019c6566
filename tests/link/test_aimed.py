"""Disputes that name whom they are aimed at."""

from __future__ import annotations

import pytest

from kg.link import aimed
from tests.link.articles import Line, article

STATED: Line = ("Guards", "said", "nobody had been touched")


@pytest.mark.parametrize(
    ("dispute", "linked"),
    [
        (("Video", "contradicted", "what Guards had said about it"), True),
        (("Video", "contradicted", "the account of Guards"), True),
        (("Video", "showed", "what Guards had said about it"), False),
        (("Video", "contradicted", "what Mayor had said about it"), False),
        (("Council", "rejected", "new uniforms for Guards"), False),
        (("Council", "rejected", "several claims by Guards"), False),
    ],
)
def test_find(dispute: Line, linked: bool) -> None:
    assert bool(list(aimed.find(article(dispute, STATED, Mayor="Person")))) is linked


def test_a_dispute_whose_target_is_known_needs_none() -> None:
    lines = (STATED, ("Video", "contradicted", "what Guards had said about it"))
    assert not list(aimed.find(article(*lines, disputes={1: 0})))


@pytest.mark.parametrize(
    ("after", "linked"),
    [
        (("They", "had insisted", "that nobody had been touched"), True),
        (("They", "insisted", "that nobody had been touched"), False),
        (("Mayor", "had insisted", "that nobody had been touched"), False),
    ],
)
def test_what_they_had_said_may_follow(after: Line, linked: bool) -> None:
    made = article(("Video", "contradicted", "what Guards and Porters had told the court"), after, Guards="Group", Porters="Group")
    assert bool(list(aimed.find(made))) is linked
