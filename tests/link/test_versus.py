"""Two accounts in one sentence, set against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.link import versus
from kg.model import Extraction
from tests.link.articles import article


def joined(one: str, word: str, cue: str, other: str, said: str = "said") -> Extraction:
    """Both sayings in one sentence, the second by the rebels, with `word` before them."""
    made = article(("Army", said, f"{one}{word} Rebels"), ("", cue, other), Rebels="Organization")
    first, second = made.attributions
    begin = first.content[0][0]
    who = made.article.text.index("Rebels")
    content = ((begin, begin + len(one)),)
    claims = (replace(made.claims[0], content=content, text=one, about=()), made.claims[1])
    rebels = next(e.id for e in made.entities if e.name == "Rebels")
    return replace(
        made, claims=claims, attributions=(replace(first, content=content), replace(second, source=((who, who + 6),), speaker=rebels))
    )


@pytest.mark.parametrize(
    ("one", "word", "cue", "other", "linked"),
    [
        ("it had retaken the ridge", ", but", "insisted", "that no post was lost", True),
        ("it had retaken the ridge", ", while", "said", "the ridge was theirs", True),
        ("the wall would be ready by May", ", but", "said", "it could take ten years", True),
        ("it had retaken the ridge", ", but", "said", "that they were tired", False),
        ("it had retaken the ridge", ", and", "insisted", "that no post was lost", False),
        ("it had retaken the ridge", ", but", "doubted", "that the ridge was lost", False),
        ("it had retaken the ridge", ", but", "said", "they hoped the ridge would hold", False),
        ("it had retaken the ridge", ", but", "accused", "the mayor of selling the ridge", False),
        ("60 percent liked the ridge", ", but", "said", "the ridge was ugly", False),
        ("it was tired", ", but", "insisted", "on peace", False),
    ],
)
def test_find(one: str, word: str, cue: str, other: str, linked: bool) -> None:
    assert bool(list(versus.find(joined(one, word, cue, other)))) is linked


def test_plans_are_no_accounts() -> None:
    assert not list(versus.find(joined("to hold the ridge", ", but", "insisted", "that the ridge was lost", said="vowed")))
