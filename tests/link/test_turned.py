"""What a text tells only as turned by the words around it."""

from __future__ import annotations

import pytest

from kg.link.turned import turned


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("the crew failed to stop the leak", "the crew stopped the leak", (False, "the crew stop the leak")),
        ("the crew failed in its attempt to stop the leak", "the leak was stopped", (False, "the crew stop the leak")),
        ("the crew did not fail to stop the leak", "the crew stopped the leak", (None, "the crew did not stop the leak")),
        ("the crew drained the tank but failed to stop the leak", "the crew drained the tank", None),
        ("it was untrue that Hale had lied", "Hale lied", (False, "Hale had lied")),
        ("the paper wrongly reported that Hale had lied", "Hale lied", (False, "Hale had lied")),
        ("nobody doubts, there is no doubt that Hale lied", "Hale lied", (True, "Hale lied")),
        ("it was not certain that Hale had lied", "Hale lied", (None, "Hale had lied")),
        ("he refused to say that Hale had lied", "Hale lied", (None, "Hale had lied")),
        ("police found no sign that Hale had lied", "Hale lied", (None, "Hale had lied")),
        ("Hale lied. It is false that Ruiz lied", "Hale lied", None),
        ("the truce kept the army from shelling Selm", "the army shelled Selm", (False, "the army shelling Selm")),
        ("the truce barred the army from shelling Selm", "the army shelled Selm", (None, "the army shelling Selm")),
        ("it kept the money from its clients", "it kept the money", None),
        ("the judge dismissed widespread reports that Hale had lied", "Hale lied", (None, "Hale had lied")),
        ("the court heard claims that Hale had lied", "Hale lied", (None, "Hale had lied")),
        ("the tapes confirmed rumors that Hale had lied", "Hale lied", None),
        ("the bank narrowly avoided collapse", "the bank collapsed", (None, "the bank narrowly collapse")),
        ("the mill had close to 100 workers", "the mill had 100 workers", None),
        ("Hale denied taking bribes and said Ruiz lied", "Ruiz lied", None),
        ("a court stopped the ministry selling the land", "the ministry sold the land", (None, "a court selling the land")),
        ("the paper reports that Hale lied", "Hale lied", None),
        ("Hale escaped being shot", "Hale was shot", (False, "Hale being shot")),
        ("Hale denied taking bribes", "Hale took bribes", (None, "Hale taking bribes")),
        ("Hale was accused of taking bribes", "Hale took bribes", (None, "Hale was taking bribes")),
        ("Hale was accused of taking bribes", "Hale was accused", None),
        ("prices almost doubled", "prices doubled", (None, "prices doubled")),
        ("almost all prices rose", "all prices rose", None),
        ("he was too weak to open the door", "he opened the door", (None, "he was open the door")),
    ],
)
def test_turned(text: str, other: str, expected: tuple[bool | None, str] | None) -> None:
    found = turned(text, other)
    assert (found and (found.so, found.plain)) == expected
