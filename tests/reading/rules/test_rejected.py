"""Verbs that reject a claim told by a noun."""

from __future__ import annotations

import pytest

from kg.reading.rules import nouns, rejected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz also played down any idea that it would close.", [("Ana Ruiz", "also played down", "any idea that it would close")]),
        ("I wish to firmly deny a claim that I was paid.", [("I", "wish to firmly deny", "a claim that I was paid")]),
        ("Ana Ruiz — the head of the mill — rejected rumours that it fell.", [("Ana Ruiz", "rejected", "rumours that it fell")]),
        ("He denied the board’s claim that it fell.", [("He", "denied", "the board’s claim that it fell")]),
        ("He refused to deny rumours that it fell.", []),
        ("He didn’t deny rumours that it fell.", []),
        ("He did not deny rumours that it fell.", []),
        ("He was denied a job and repeated the claim that it fell.", []),
        ("He repeated the claim that it fell.", []),
    ],
)
def test_rejected(text: str, found: list[tuple[str, str, str]]) -> None:
    whole = [(0, len(text))]
    frames = rejected.find(text, whole, [], nouns.find(text, whole, [], []))
    assert [tuple(text[slice(*part[0])] for part in (f.source, f.cue, f.content)) for f in frames] == found


def test_a_verb_that_is_a_cue_already_is_left_alone() -> None:
    text = "He denied a claim that it fell."
    told = nouns.find(text, [(0, len(text))], [], [])
    [frame] = rejected.find(text, [(0, len(text))], [], told)
    assert rejected.find(text, [(0, len(text))], [frame], told) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It fell, a charge that the mill’s owner rejected as “invention”.",
            [("the mill’s owner", "rejected", ["a charge", "as “invention"])],
        ),
        ("It fell, an account the man’s family rejected.", [("the man’s family", "rejected", ["an account"])]),
        ("It fell, an accusation Ana Ruiz has repeatedly denied.", [("Ana Ruiz", "has repeatedly denied", ["an accusation"])]),
        ("It fell, an accusation she did not deny.", []),
        ("It fell, a blow that the mill rejected.", []),
        ("It fell, a charge that was denied.", []),
    ],
)
def test_asides(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    frames = rejected.asides(text, [(0, len(text))], [])
    assert [(text[slice(*f.source[0])], text[slice(*f.cue[0])], [text[b:e] for b, e in f.content]) for f in frames] == found
    assert rejected.asides(text, [(0, len(text))], frames) == []
