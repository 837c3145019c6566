"""Subjects right before a cue."""

from __future__ import annotations

import pytest

from kg.reading.attributions import subjects
from kg.reading.attributions.drafts import Draft
from kg.reading.text import sentences
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        ("The dam held, the official told the Courier.", "the Courier", "told", "The dam held", "the official"),
        ("Mr. Hale was quoted as saying that it held.", None, "was quoted as saying", "that it held", "Mr. Hale"),
        ("Mr. Hale told the Courier that it held.", "Mr. Hale", "told", "that it held", "Mr. Hale"),
        ("The Courier quoted Mr. Hale as saying it held.", "The Courier", "saying", "it held", "Mr. Hale"),
        ("Mr. Hale is quoted by the Courier as saying it held.", "Mr. Hale", "saying", "it held", "Mr. Hale"),
        ("Mr. Hale quoted a price, saying it held.", "Mr. Hale", "saying", "it held", "Mr. Hale"),
        ("It held, said the official.", "the official", "said", "It held", "the official"),
        ("“It held,” he said in an interview with the Courier.", "the Courier", "said in an interview with", "It held", "he"),
        (
            "In an interview with Tom Hale, the mayor, Jo Vo, said it held.",
            "Tom Hale, the mayor, Jo Vo",
            "said",
            "it held",
            "the mayor, Jo Vo",
        ),
        ("A talk with Tom Hale, the mayor, said it held.", "Tom Hale, the mayor", "said", "it held", "Tom Hale, the mayor"),
        ("Asked by Tom Hale whether it held, Jo Vo left.", "Jo Vo", "Asked", "whether it held", "Tom Hale"),
        ("Jo Vo asked Tom Hale whether it held.", "Jo Vo", "asked", "whether it held", "Jo Vo"),
        ("He left and told the court Hale lied.", "the court Hale", "told", "lied", None),
        ("“It held,” added Hale.", None, "added", "It held", "Hale"),
        ("“It held,” added the rain.", None, "added", "It held", None),
        ("“It held,” insisted first mate Jo Vo.", None, "insisted", "It held", "first mate Jo Vo"),
        ("“It held,” argues deck hand Jo Vo, who left.", None, "argues", "It held", "deck hand Jo Vo"),
        ("“It held,” countered shift chief Jo Vo.", None, "countered", "It held", "shift chief Jo Vo"),
        ("“It held,” recalled ship’s cook Jo Vo.", None, "recalled", "It held", "ship’s cook Jo Vo"),
        ("Jo Vo left. “It held,” said her sister Kim.", "Jo Vo", "said", "It held", "her sister Kim"),
        ("Jo Vo left. “It held,” said Hale.", "Jo Vo", "said", "It held", "Hale"),
        ("Jo Vo left. “It held,” said the clerk.", "Jo Vo", "said", "It held", "Jo Vo"),
        ("Jo Vo left. “It held,” he said on Monday.", "Jo Vo", "said", "It held", "Jo Vo"),
        ("The clerk left. The bishop, in turn, told me that it held.", "The clerk", "told", "that it held", "The bishop"),
        ("The clerk left. The bishop, who told me it held, ran.", "The clerk", "told", "it held", "The clerk"),
        ("“It held,” added in Selm Port.", None, "added", "It held", None),
        ("“It held,” added last May.", None, "added", "It held", None),
        ("“It held,” insisted to mate Jo Vo.", None, "insisted", "It held", None),
        ("It held, insisted first mate Jo Vo.", None, "insisted", "It held", None),
        ("They stay, as according to them it held.", None, "according to", "it held", "them"),
        ("After admitting that it held, Mr. Hale resigned.", None, "admitting", "that it held", "Mr. Hale"),
        ("Reasserting that it held, the board of works called an engineer.", None, "Reasserting", "that it held", "the board of works"),
        ("He resigned after admitting that it held, Mr. Hale said.", None, "admitting", "that it held", None),
        ("Ana Ruiz, opening the new Selm school on Monday, said it held.", "the new Selm school", "said", "it held", "Ana Ruiz"),
        ("SELM -- The mayor, opening the school, said it held.", "the school", "said", "it held", "The mayor"),
        ("Ana Ruiz, opening the school, left, and the board said it held.", "the board", "said", "it held", "the board"),
        ("A show insider claims producers lied.", None, "claims", "producers lied", "A show insider"),
        ("A bad dream claims producers lied.", None, "claims", "producers lied", None),
        ("Show insiders he claims lied.", None, "claims", "lied", None),
    ],
)
def test_subject(text: str, source: str | None, cue: str, content: str, found: str | None) -> None:
    draft = Draft((place(text, source),) if source else (), (place(text, cue),), (place(text, content),), 0.9, "test")
    subjects.find(text, [draft], [(s.begin, s.end) for s in sentences.split(text, [(0, len(text))])])
    assert [text[b:e] for b, e in draft.source] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "content", "source", "left"),
    [
        ("According to Oland, the river is its own.", "Oland, the river is its own", "Oland", "the river is its own"),
        ("According to rumors the river is dry.", "rumors the river is dry", None, "rumors the river is dry"),
    ],
)
def test_according_to(text: str, content: str, source: str | None, left: str) -> None:
    draft = Draft((), ((0, 12),), (place(text, content),), 0.9, "test")
    subjects.find(text, [draft], [(0, len(text))])
    assert [text[b:e] for b, e in (*draft.source, *draft.content)] == [*([source] if source else []), left]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("So far, Mr. Hale has denied it and promised", "Mr. Hale"),
        ("The hosts were tired and promised", "The hosts"),
        ("It rained and promised", None),
        ("Mr. Hale left because he was tired and promised", None),
    ],
)
def test_the_subject_a_sentence_opens_with(text: str, who: str | None) -> None:
    found = subjects.first(text, 0, text.index("promised"))
    assert (text[slice(*found)] if found else None) == who


def test_a_source_that_runs_over_another_cue_begins_behind_it() -> None:
    text = "A show insider claims producers have warned him that it fell."
    outer = Draft((), (place(text, "claims"),), (place(text, "producers have warned him that it fell"),), 0.9, "test")
    within = Draft(
        (place(text, "A show insider claims producers"),), (place(text, "have warned"),), (place(text, "that it fell"),), 0.9, "t"
    )
    subjects.find(text, [outer, within], [(0, len(text))])
    assert [text[slice(*d.source[0])] for d in (outer, within)] == ["A show insider", "producers"]
