"""States that exclude each other."""

from __future__ import annotations

import pytest

from kg.link import state
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("that the captain was killed", "that the captain is alive", True),
        ("that the letter was a forgery", "that the letter was authentic", True),
        ("that he had won", "that she had won", True),
        ("Council had won the vote", "that Union had won the vote", True),
        ("that the judge had fled", "the judge is at his desk", True),
        ("that the vote was rigged", "that the vote was free and fair", True),
        ("that the crossing was open", "that it had closed the crossing", True),
        ("that ships were being unloaded as usual", "that the strike had brought the port to a standstill", True),
        ("that the engine was in perfect condition", "that the engine had been out of order since May", True),
        ("that the outbreak was under control", "that the outbreak was still spreading", True),
        ("that the captain was ill", "that the captain was in good health", True),
        ("that the well was found clean", "that the well had been contaminated", True),
        ("that they had seized power", "that the president was still in command", True),
        ("that the clerk had resigned", "the clerk was fired", True),
        ("I resigned in May", "Council was dismissed for theft", True),
        ("that the march would go ahead", "that the march had been called off", True),
        ("that he had been arrested", "I am a free man", False),
        ("that the clerk had resigned", "the cook was fired", False),
        ("I resigned in May", "he was dismissed for theft", False),
        ("Council’s clerk had resigned", "Union’s clerk was fired", False),
        ("that the clerk had not resigned", "the clerk was fired", False),
        ("that the clerk had resigned", "the clerk stepped down", False),
        ("that the march would go ahead", "that the strike had been called off", False),
        ("that the march would go ahead", "that a second march had been called off", False),
        ("that the clerk had resigned", "nine cooks were fired by the clerk", False),
        ("that the march would not go ahead", "that the march had been called off", False),
        ("that the crossing was open", "that it was open to talks", False),
        ("that the airport was closed", "that cars were passing", False),
        ("that the door was in perfect order", "that a load had broken loose", False),
        ("that the captain was killed", "that the captain was not alive", False),
        ("that the captain was killed", "that the captain was killed", False),
        ("that Union had won", "that Council had won the cup", False),
        ("that they sell genuine bags", "that they doctored the books", False),
    ],
)
def test_find(one: str, other: str, linked: bool) -> None:
    assert bool(list(state.find(article(("Council", "said", one), ("Union", "said", other))))) is linked


def test_one_side_may_change_its_mind() -> None:
    made = article(("Council", "said", "that the captain was killed"), ("Council", "said", "that the captain is alive"))
    assert not list(state.find(made))
