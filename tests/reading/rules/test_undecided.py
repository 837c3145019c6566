"""What somebody would neither confirm nor deny."""

from __future__ import annotations

import pytest

import kg
from kg.loaders.text import from_text
from kg.reading.network.reader import Frame
from kg.reading.rules import undecided
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "read", "cue"),
    [
        ("He neither confirmed nor denied that it held.", ["denied"], "neither confirmed nor denied"),
        ("He neither confirmed nor denied that it held.", ["neither confirmed", "denied"], "neither confirmed nor denied"),
        ("He has neither confirmed nor denied that it held.", ["confirmed nor denied"], "has neither confirmed nor denied"),
        ("He declined to confirm or deny that it held.", ["declined"], "declined to confirm or deny"),
        ("He DECLINED TO CONFIRM that it held.", ["DECLINED"], "DECLINED TO CONFIRM"),
        ("He would not confirm or deny that it held.", ["would not confirm"], "would not confirm or deny"),
        ("He refused to confirm that it held.", ["refused"], "refused to confirm"),
        ("He confirmed that it held.", ["confirmed"], "confirmed"),
        ("He first confirmed, then denied that it held.", ["denied"], "denied"),
        ("He refused to deny that it held.", ["refused"], "refused"),
        ("Neither Hale nor Vo confirmed that it held.", ["confirmed"], "confirmed"),
    ],
)
def test_the_cue_has_all_of_it(text: str, read: list[str], cue: str) -> None:
    content = (place(text, "that it held"),)
    frames = [Frame(((0, 2),) if word == read[0] else (), (place(text, word),), content, 0.9) for word in read]
    assert [[text[slice(*s)] for s in (*f.cue, *f.content)] for f in undecided.whole(text, frames)] == [[cue, "that it held"]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mill would neither confirm nor deny that it held.", "The mill", "that it held"),
        ("The mill refused to confirm or deny whether it held.", "The mill", "whether it held"),
        ("The mill neither confirmed nor denied the sale.", "The mill", "the sale"),
        ("The mill would neither confirm nor deny it.", None, None),
        ("The mill would not deny that it held.", None, None),
    ],
)
def test_what_was_passed_over(text: str, source: str | None, content: str | None) -> None:
    found = undecided.find(text, [(0, len(text))], [], [])
    assert [(text[slice(*f.source[0])], text[slice(*f.content[0])]) for f in found] == ([(source, content)] if source else [])
    assert not undecided.find(text, [(0, len(text))], found, [])
    assert not undecided.find(text, [(0, len(text))], [], [(0, len(text))])


@pytest.mark.parametrize(
    "cue", ["neither confirmed nor denied", "would neither confirm nor deny", "declined to confirm or deny", "refused to confirm"]
)
def test_nobody_is_told_to_deny_or_confirm_it(cue: str) -> None:
    read = kg.extract(from_text(f"Milo Kerr runs the farm. He {cue} that the land had been sold.\n", doc="farm"))
    names = {e.id: e.name for e in read.entities}
    [one] = read.attributions
    assert (names[one.speaker or ""], one.stance, one.kind) == ("Milo Kerr", "questions", "statement")
