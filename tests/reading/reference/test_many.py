"""Whom "they" means of whom the text tells first, though they have not spoken."""

from __future__ import annotations

import pytest

from tests.reading.scenes import called, last_speaker, scene

KINDS = {"Person": "Tom Hale", "Organization": "Water Board|Selm Guard"}


@pytest.mark.parametrize(
    ("text", "phrases", "speaker"),
    [
        ("Residents of Selm fled at night. They said it leaked.", ["They"], "Residents of Selm"),
        ("SELM -- Survivors of the flood in Selm have met. However, they said it leaked.", ["they"], "Survivors of the flood in Selm"),
        ("State prosecutors put off the trial. They cited a leak.", ["They"], "State prosecutors"),
        ("Oland police have held a man who they said fled.", ["they"], "Oland police"),
        ("Though leaders of the party were ill, they said it held.", ["they"], "leaders of the party"),
        ("For teachers, pupils were late. They said it rained.", ["They"], "teachers"),
        # nobody, one, what is no people, who has spoken, what is further back, what is quoted
        ("The dam broke. They said it leaked.", ["They"], None),
        ("The nurse left at night. They said it leaked.", ["They"], None),
        ("The cracks were wide. They said it leaked.", ["They"], None),
        ("The Water Board said so. They said it leaked.", ["The Water Board", "They"], "Water Board"),
        ("Guards said so. Residents fled. They said it leaked.", ["Guards", "They"], "Guards"),
        ("Residents fled. It rained. They said it leaked.", ["They"], None),
        ("“Residents fled.” They said it leaked.", ["They"], None),
    ],
)
def test_they(text: str, phrases: list[str], speaker: str | None) -> None:
    assert called(last_speaker(scene(text, **KINDS), *phrases).figure) == speaker


def test_a_body_that_has_not_spoken_gives_way() -> None:
    made = scene("Teachers fled from the Selm Guard. They said it fired.", **KINDS)
    assert called(last_speaker(made, "They").figure) == "Teachers"
    assert [m.kind for f in made.figures if f.name == "Selm Guard" for m in f.mentions] == ["name"]
