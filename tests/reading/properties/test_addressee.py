"""To whom it was said."""

from __future__ import annotations

import pytest

from kg.reading.properties import addressee


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("He told reporters that it rained.", "told", "reporters"),
        ("He told the jury that it rained.", "told", "the jury"),
        ("“It rained,” he told Radio Selm.", "told", "Radio Selm"),
        ("He warned residents not to swim.", "warned", "residents"),
        ("He called on his followers to march.", "called on", "his followers"),
        ("He said to Ana Ruiz that it rained.", "said", "Ana Ruiz"),
        ("Residents were told that it rained.", "were told", "Residents"),
        ("Residents were ordered that it end.", "were ordered", "Residents"),
        ("He said that it rained.", "said", None),
        ("He told in detail how it rained.", "told", None),
        ("He was told by Ana Ruiz that it rained.", "was told", None),
        ("He asked whether it rained.", "asked", None),
    ],
)
def test_find(text: str, cue: str, expected: str | None) -> None:
    at = (text.index(cue), text.index(cue) + len(cue))
    content = text.find(" that ", at[1])
    found = addressee.find(text, at, content if content > 0 else len(text)) or addressee.passive(text, at, 0)
    assert (text[slice(*found)] if found else None) == expected
