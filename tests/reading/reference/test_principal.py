"""For whom "her spokeswoman" speaks, where no name stands with it."""

from __future__ import annotations

import pytest

from kg.reading.reference.behalf import behalf
from tests.reading.scenes import called, scene

MAYOR = "Mayor Lena Falk took office. "
STONE = "Mary Stone, the treasurer, asked for a loan. "
RUMOUR = "It was rumoured in town that the mayor would resign. "


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (MAYOR + STONE + RUMOUR + "Her spokeswoman, Mina Poe, called that nonsense.", "Lena Falk"),
        (MAYOR + STONE + "The mayor is ill. Her lawyer, Mina Poe, called that nonsense.", "Lena Falk"),
        (STONE + RUMOUR + "Her spokeswoman, Mina Poe, called that nonsense.", "mayor"),
        (RUMOUR + "Her spokeswoman, Mina Poe, called that nonsense.", "mayor"),
        (MAYOR + RUMOUR + "Mary Stone left. Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (MAYOR + "The mayor met Mary Stone. Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (MAYOR + STONE + "Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (STONE + "It was rumoured that the king would resign. Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (STONE + "It was rumoured that the mill would close. Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (STONE + "“The mayor would resign.” Her spokeswoman, Mina Poe, called that nonsense.", "Mary Stone"),
        (MAYOR + STONE + "The mayor was ill. Her sister, Mina Poe, called that nonsense.", None),
    ],
)
def test_whose_voice(text: str, whom: str | None) -> None:
    made = scene(text, Person="Lena Falk|Mary Stone|Mina Poe")
    assert called(behalf(next(f for f in made.figures if f.name == "Mina Poe"))) == whom
