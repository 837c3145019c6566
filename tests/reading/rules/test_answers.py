"""Short clauses that answer another's words."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import answers
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A cyclist, Jo Vo, backed up Mr Hale's account.", [("A cyclist, Jo Vo", "backed up", "Mr Hale's account")]),
        ("Residents backed the rebels' version of events.", [("Residents", "backed", "the rebels' version of events")]),
        ("Two neighbours have corroborated her story, police said.", [("Two neighbours", "have corroborated", "her story")]),
        ("Jo Vo confirmed the driver's account in court.", [("Jo Vo", "confirmed", "the driver's account")]),
        ("The mayor denies that.", [("The mayor", "denies", "that")]),
        ("Hale rejected the board's claims.", [("Hale", "rejected", "the board's claims")]),
        ("Hale has since contested the board's claims.", [("Hale", "has since contested", "the board's claims")]),
        ("Tom Hale disagreed with her.", [("Tom Hale", "disagreed with", "her")]),
        ("Hale does not agree with the regulator.", [("Hale", "does not agree with", "the regulator")]),
        ("A guard, who gave no name, also disagreed with Hale.", [("A guard, who gave no name", "also disagreed with", "Hale")]),
        ("The driver, who denies hitting her, left.", [("who", "denies", "hitting her")]),
        ("Oland denied carrying out a strike and said so.", [("Oland", "denied", "carrying out a strike")]),
        ("Hale denied anything of the kind.", []),
        ("The bank confirmed the account number.", []),
        ("Hale backed up the truck.", []),
        ("The bank closed her account.", []),
        ("Reuters could not confirm the army's account.", []),
        ("Nobody has backed up that account.", []),
        ("Hale denies that he fled.", []),
        ("Hale denies that the dam fell.", []),
        ("One has the right to disagree with a minister.", []),
        ("Hale disagreed.", []),
        ("“Jo backed up his story,” she said.", []),
    ],
)
def test_clauses(text: str, found: list[tuple[str, str, str]]) -> None:
    quoted = [(1, text.index("”"))] if text.startswith("“") else []
    shown = [
        tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content))
        for f in answers.find(text, [(0, len(text))], [], quoted)
    ]
    assert shown == found


def test_what_another_frame_covers_is_left() -> None:
    text = "Hale said Jo Vo had denied that."
    frame = Frame((place(text, "Hale"),), (place(text, "said"),), (place(text, "Jo Vo had denied that"),), 0.9)
    assert answers.find(text, [(0, len(text))], [frame], []) == []
