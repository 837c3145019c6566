"""Disputes of what was just said that the model passed over."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import denied

Found = list[tuple[str, str, list[str]]]


def words(text: str, frames: list[Frame]) -> Found:
    return [(text[slice(*f.source[0])], text[slice(*f.cue[0])], [text[b:e] for b, e in f.content]) for f in frames]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tom Hale denied that, saying it rained.", [("Tom Hale", "denied", ["that"])]),
        ("The mill has repeatedly rejected this.", [("The mill", "has repeatedly rejected", ["this"])]),
        ("Ana Ruiz contested it in a letter.", [("Ana Ruiz", "contested", ["it"])]),
        ("It had sold oil, which the mill denies.", [("the mill", "denies", ["which"])]),
        ("It fell, an allegation the mill described as “laughable”.", [("the mill", "described", ["an allegation", "as “laughable"])]),
        ("Tom Hale denied that he had lied.", []),
        ("Tom Hale did not deny that.", []),
        ("He refused to deny it.", []),
        ("It had sold oil, which the mill bought.", []),
        ("It had an offer, which was denied.", []),
        ("It fell, a blow the mill described as “heavy”.", []),
    ],
)
def test_find(text: str, found: Found) -> None:
    whole = [(0, len(text))]
    frames = denied.find(text, whole, [], [])
    assert words(text, frames) == found
    assert denied.find(text, whole, frames, []) == []


def test_what_is_quoted_is_left_alone() -> None:
    text = "“Tom Hale denied that,” she said."
    assert denied.find(text, [(0, len(text))], [], [(0, 23)]) == []


def frame(text: str, source: str, cue: str, *content: str) -> Frame:
    at = [(text.index(part), text.index(part) + len(part)) for part in (source, cue, *content)]
    return Frame((at[0],), (at[1],), tuple(at[2:]), 0.9)


@pytest.mark.parametrize(
    ("text", "given", "left"),
    [
        (
            "He said that it sold oil, which the mill denies.",
            ("He", "said", "that it sold oil, which the mill denies"),
            [("He", "said", ["that it sold oil"])],
        ),
        (
            "Hale rejected that. “It was sealed,” she said.",
            ("she", "said", "that. “It was sealed"),
            [("she", "said", ["“It was sealed"])],
        ),
        ("Hale contested that, saying that it rained.", ("Hale", "contested", "that", "that it rained"), [("Hale", "contested", ["that"])]),
        (
            "Hale contradicted the mayor: it rained.",
            ("Hale", "contradicted", "the mayor: it rained"),
            [("Hale", "contradicted", ["the mayor"])],
        ),
        ("He said that it sold oil.", ("He", "said", "that it sold oil"), [("He", "said", ["that it sold oil"])]),
    ],
)
def test_apart(text: str, given: tuple[str, ...], left: Found) -> None:
    frames = [frame(text, *given)]
    found = denied.find(text, [(0, text.find("“") if "“" in text else len(text))], frames, [])
    assert words(text, denied.apart(text, frames, found)) == left


def test_the_noun_of_an_aside_tells_no_claim() -> None:
    text = "It fell, a charge that the mill denied many times."
    aside = [frame(text, "the mill", "denied", "a charge")]
    begin = text.index("charge")
    noun = Frame((), ((begin, begin + 6),), ((begin + 7, len(text) - 1),), 0.9)
    assert denied.apart(text, [noun], aside) == []
