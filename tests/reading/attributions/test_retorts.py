"""Answers that say of others that they are wrong, or that follow the word that their speaker disagrees."""

from __future__ import annotations

import pytest

from tests.reading.attributions.test_disputes import BOARD, RUIZ, Said, target

SAID = "Ana Ruiz said the dam had burst. "
BOTH = SAID + "The Water Board said 40 people had left. "


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (BOTH + "Tom Hale said Ana Ruiz was mistaken.", [RUIZ, BOARD, ("Tom Hale", "said", "Ana Ruiz was mistaken")], 0),
        (BOTH + "Tom Hale said the board was lying.", [RUIZ, BOARD, ("Tom Hale", "said", "the board was lying")], 1),
        (BOTH + "Tom Hale said she was wrong about the dam.", [RUIZ, BOARD, ("Tom Hale", "said", "she was wrong about the dam")], 0),
        (BOTH + "Tom Hale accused Ana Ruiz of lying.", [RUIZ, BOARD, ("Tom Hale", "accused", "Ana Ruiz of lying")], 0),
        (SAID + "Tom Hale said Ana Ruiz was wrong to leave.", [RUIZ, ("Tom Hale", "said", "Ana Ruiz was wrong to leave")], None),
        (SAID + "Tom Hale said the road was wrong.", [RUIZ, ("Tom Hale", "said", "the road was wrong")], None),
        (SAID + "She said Ana Ruiz was wrong.", [RUIZ, ("She", "said", "Ana Ruiz was wrong")], None),
        (SAID + "Tom Hale disagreed. “It holds,” Mr. Hale said.", [RUIZ, ("Mr. Hale", "said", "It holds")], 0),
        (SAID + "Tom Hale disagreed, saying it held.", [RUIZ, ("Tom Hale", "saying", "it held")], 0),
        (SAID + "Tom Hale disagreed with Ana Ruiz.", [RUIZ, ("Tom Hale", "disagreed with", "Ana Ruiz")], 0),
        (SAID + "Tom Hale left, saying it held.", [RUIZ, ("Tom Hale", "saying", "it held")], None),
        (SAID + "Jo Vo disagreed. Tom Hale said it rained.", [RUIZ, ("Tom Hale", "said", "it rained")], None),
        (SAID + "Tom Hale said that is not what he saw.", [RUIZ, ("Tom Hale", "said", "that is not what he saw")], 0),
    ],
)
def test_whose_words_are_answered(text: str, said: list[Said], expected: int | None) -> None:
    assert target(text, *said) == expected
