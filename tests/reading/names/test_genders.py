"""What pronouns after a name say of it."""

from __future__ import annotations

import pytest

from kg.reading.names import genders
from kg.reading.reference.scene import Scene
from tests.reading.scenes import scene


@pytest.mark.parametrize(
    ("text", "kind", "gender"),
    [
        ("Vo left. She was tired.", "Person", "f"),
        ("Vo said he was tired.", "Person", "m"),
        ("Vo said it was as if she was slighted. Vo said he had slept.", "Person", "m"),
        ("Vo left. “She was tired.”", "Person", None),
        ("Vo met Ms. Hale. She was tired.", "Person", None),
        ("Mr. Vo spoke of his sister. She was tired.", "Person", "m"),
        ("Vo denied that its mill had closed.", "Organization", None),
        ("Vo denied that he knew of its mill.", "Person", "m"),
    ],
)
def test_gender(text: str, kind: str, gender: str | None) -> None:
    made: Scene = scene(text, Person="Vo|Hale")
    genders.find(made)
    assert (made.figures[0].type, made.figures[0].gender) == (kind, gender)
