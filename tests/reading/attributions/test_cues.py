"""What is no cue, and what needs a source to be believed."""

from __future__ import annotations

import pytest

from kg.reading.attributions.cues import is_believed
from kg.reading.attributions.drafts import Draft


@pytest.mark.parametrize(
    ("cue", "sourced", "score", "believed"),
    [
        ("said", True, 0.5, True),
        ("was said", False, 0.7, True),
        ("was said", False, 0.5, False),
        ("rumors", False, 0.5, True),
        ("were rumors of", False, 0.5, True),
        ("of", True, 0.9, False),
        (":", True, 0.9, True),
        ("also known as", False, 0.9, False),
        ("identify as", True, 0.9, False),
        ("identified", True, 0.9, True),
        ("known", True, 0.9, True),
        ("will announce", True, 0.9, False),
        ("would say only", True, 0.9, True),
        ("would not say", True, 0.9, True),
        ("would prefer", True, 0.9, True),
        ("to ask", False, 0.9, False),
        ("to ask", True, 0.9, True),
        ("saying", False, 0.9, False),
        ("saying", True, 0.9, True),
        ("declined to comment", True, 0.9, False),
        ("would not comment", True, 0.9, False),
        ("has not responded", True, 0.9, False),
        ("could not immediately be reached", True, 0.9, False),
        ("declined to say", True, 0.9, True),
        ("responded", True, 0.9, True),
        ("refused to leave", True, 0.9, True),
    ],
)
def test_is_believed(cue: str, sourced: bool, score: float, believed: bool) -> None:
    draft = Draft(((0, 1),) if sourced else (), ((0, len(cue)),), ((0, 1),), score, "test")
    assert is_believed(cue, draft) is believed


@pytest.mark.parametrize(
    ("text", "cue", "believed"),
    [
        ("Let’s say it rains.", "say", False),
        ("They say it rains.", "say", True),
        ("He was citing its own inspectors.", "citing", False),
        ("He was citing a lack of rain.", "citing", True),
        ("He was citing inspectors who had come twice and found it dry.", "citing", True),
        ("It goes without saying that it rains.", "saying", False),
        ("The firm declared bankruptcy.", "declared", False),
        ("The firm declared that it rained.", "declared", True),
        ("The judge denied a defense motion to move it.", "denied", False),
        ("The court has rejected Ruiz’s appeal against it.", "has rejected", False),
        ("The mayor denied a report of floods.", "denied", True),
        ("Tom Hale reported from Selm.", "reported", False),
        ("Ruiz declined to say how many were hurt.", "declined", False),
        ("Ruiz also refused to say whether it rained.", "also refused", False),
        ("Ruiz would not say how many were hurt.", "would not say", False),
        ("Ruiz wouldn’t say who had paid.", "wouldn’t say", False),
        ("Ruiz did not disclose what it cost.", "did not disclose", False),
        ("Ruiz declined to say that it rained.", "declined", False),
        ("Ruiz would not say that it rained.", "would not say", False),
        ("Ruiz did not say that it rained.", "did not say", True),
        ("Ruiz has not said when it held.", "has not said", True),
        ("Ruiz refused to leave how it stood.", "refused", True),
        ("Ruiz declined to pay what it cost.", "declined", True),
        ("Ruiz would say how many were hurt.", "say", True),
        ("Ruiz said how many were hurt.", "said", True),
        ("Tom Hale reported that it rained.", "reported", True),
    ],
)
def test_what_is_no_saying(text: str, cue: str, *, believed: bool) -> None:
    at = text.index(cue)
    draft = Draft(((0, 2),), ((at, at + len(cue)),), ((at + len(cue) + 1, len(text) - 1),), 0.9, "test")
    assert is_believed(text, draft) is believed


def test_who_quotes_does_not_speak() -> None:
    text = "Hale was quoted by the newspaper Courier as saying that it held."
    at = text.index
    cue, content = ((at("was"), at(" by")),), ((at("that"), len(text) - 1),)
    assert not is_believed(text, Draft(((at("the news"), at(" as")),), cue, content, 0.9, "test"))
    assert is_believed(text, Draft(((0, 4),), cue, content, 0.9, "test"))


@pytest.mark.parametrize(
    ("text", "cue", "believed"),
    [
        ("Neither Hale nor Vo said the dam held.", "said", False),
        ("Neither of them has said the dam held.", "has said", False),
        ("Neither Hale nor Vo responded that the dam held.", "responded", False),
        ("Neither Hale nor Vo believes the dam held.", "believes", True),
        ("Neither Hale nor Vo denied the dam held.", "denied", True),
        ("Both Hale and Vo said the dam held.", "said", True),
    ],
)
def test_what_neither_of_them_said(text: str, cue: str, *, believed: bool) -> None:
    at, content = text.index(cue), text.index("the dam")
    draft = Draft(((0, at - 1),), ((at, at + len(cue)),), ((content, len(text) - 1),), 0.9, "test")
    assert is_believed(text, draft) is believed
