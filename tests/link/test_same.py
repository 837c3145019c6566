"""The same words in two places."""

from __future__ import annotations

import pytest

from kg.link import same
from tests.link.articles import article


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("the harbor crane fell in Friday’s storm", "the harbor crane fell in the storm on Friday", True),
        ("the harbor crane fell in Friday’s storm", "the harbor crane did not fall in Friday’s storm", False),
        ("the storm tore down 3 old harbor cranes", "the storm tore down 5 old harbor cranes", False),
        ("the harbor crane fell in Friday’s storm", "the ferry sank in Friday’s storm", False),
        ("it fell", "it fell", False),
        ("the storm killed three old harbor workers", "the storm killed five old harbor workers", False),
        ("the storm killed three old harbor workers", "the storm killed 3 old harbor workers", True),
        ("the storm killed three old harbor workers", "the storm injured three old harbor workers", False),
        ("the old army attacked rebels in the harbor", "rebels attacked the old army in the harbor", False),
    ],
)
def test_find(one: str, other: str, linked: bool) -> None:
    found = [link.relation for link in same.find(article(("Police", "said", one), ("Union", "said", other)))]
    assert found == (["same"] if linked else [])


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("the old ferry sank in the storm after its captain left", "the captain had left when the ferry sank in the night storm", True),
        ("the old ferry sank in the storm after its captain left", "the ferry did not sink in the storm when the captain left", False),
        (
            "the ferry should sail at night in any storm with its captain",
            "the old ferry sailed in the storm with a drunk captain and crew",
            False,
        ),
        ("12 of the ferry crew drowned in the storm", "15 men of the ferry crew drowned in the storm at night", False),
        ("the ferry sank", "the ferry sank in the storm at night off the coast", False),
        ("the old ferry sank in the storm", "the market opened late because the mayor slept", False),
        ("the storm killed three old harbor workers", "the storm at night injured three old harbor workers", False),
        ("the storm killed old harbor workers at Averly on Friday", "the storm at night killed old harbor workers at Selm", False),
    ],
)
def test_restated(one: str, other: str, linked: bool) -> None:
    found = [link.relation for link in same.find(article(("Police", "said", one), ("Union", "said", other)))]
    assert found == (["supports"] if linked else [])
