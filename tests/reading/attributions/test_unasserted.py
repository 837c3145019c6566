"""What nobody is said to have said."""

from __future__ import annotations

import pytest

from kg.reading.attributions.drafts import Draft
from kg.reading.attributions.unasserted import is_unasserted
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "unasserted"),
    [
        ("Six died, fewer than the board had said.", "the board", "had said", "Six died", True),
        ("Six died, fewer than the board had said.", "board", "had said", "Six died", True),
        ("The toll was six, double what Hale claimed.", "Hale", "claimed", "The toll was six", True),
        ("The toll was three times what Hale claimed.", "Hale", "claimed", "what", True),
        ("Six died, twice as many as Hale admitted.", "Hale", "admitted", "Six died", True),
        ("That is more than the board reported.", "", "reported", "That is more than the board", True),
        ("More than six were reported.", "", "were reported", "More than six", False),
        ("It rained, more than six guards said.", "six guards", "said", "It rained", False),
        ("It rained, more than a dozen guards said.", "dozen guards", "said", "It rained", False),
        ("More than Hale said that it rained.", "Hale", "said", "that it rained", False),
        ("Six died, no fewer than before, Hale said.", "Hale", "said", "Six died", False),
        ("This is what Hale said.", "Hale", "said", "This", False),
        ("If the board confirms it, Ruiz will resign.", "the board", "confirms", "it", True),
        ("Ruiz will go unless Hale admits that it fell.", "Hale", "admits", "that it fell", True),
        ("If it rains, Hale says, it will fall.", "Hale", "says", "If it rains", False),
        ("Hale says if the board moves it will fall.", "Hale", "says", "if the board moves it will fall", False),
        ("Nobody blames Seaview.", "Nobody", "blames", "Seaview", True),
        ("No one in Selm believes that it fell.", "No one in Selm", "believes", "that it fell", True),
        ("No official has claimed that it fell.", "No official", "has claimed", "that it fell", True),
        ("No fewer than six guards said that it fell.", "No fewer than six guards", "said", "that it fell", False),
        ("No Hunger said that it fell.", "No Hunger", "said", "that it fell", False),
        ("None other than Hale said that it fell.", "None other than Hale", "said", "that it fell", False),
        ("Who told you it was safe?", "Who", "told", "it was safe", True),
        ("“Who told you it was safe?” asked Ruiz.", "Who", "told", "it was safe", True),
        ("“Who is to blame?” asked Ruiz.", "Ruiz", "asked", "Who is to blame?", False),
        ("Hale, who told them it was safe, left.", "who", "told", "it was safe", False),
        ("Had Ruiz not said that it held?", "Ruiz", "said", "that it held", True),
        ("But did the board say it held?", "the board", "say", "it held", True),
        ("Did it hold? Ruiz said it did.", "Ruiz", "said", "it did", False),
        ("Why did Ruiz say that it held?", "Ruiz", "say", "that it held", False),
        ("Had Ruiz said it held, they would have stayed.", "Ruiz", "said", "it held", False),
        ("Hale did not tell the police anything.", "Hale", "did not tell", "the police anything", True),
        ("The board has never said that it held.", "The board", "has never said", "that it held", True),
        ("Hale didn’t mention the dam.", "Hale", "didn’t mention", "the dam", True),
        ("Hale did not think that it held.", "Hale", "did not think", "that it held", False),
        ("Hale did not deny that it fell.", "Hale", "did not deny", "that it fell", False),
        ("Hale told them it did not hold.", "Hale", "told", "it did not hold", False),
        ("My own dog has offered no comment.", "My own dog", "has offered", "no comment", True),
        ("The board said nothing about the dam.", "The board", "said", "nothing about the dam", True),
        ("The board said nothing had happened.", "The board", "said", "nothing had happened", False),
        ("The board offered no refund.", "The board", "offered", "no refund", False),
    ],
)
def test_is_unasserted(text: str, source: str, cue: str, content: str, *, unasserted: bool) -> None:
    draft = Draft((place(text, source),) if source else (), (place(text, cue),), (place(text, content),), 0.9, "test")
    assert is_unasserted(text, draft, (0, len(text))) is unasserted
