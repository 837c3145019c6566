"""Texts that are not tidy news prose: what is said in them is still found, and every offset is in the text."""

from __future__ import annotations

import cProfile
import pstats

import pytest

import kg
from kg.model import Extraction, Sentence
from kg.reading.reference.scene import FAR, Scene

CAPS = (
    "THE OLD BRIDGE IN SELM REOPENED ON MONDAY, MAYOR ANA RUIZ SAID. “WE HAVE CHECKED EVERY BOLT,” SHE SAID.\n\n"
    "TOM HALE, A SPOKESMAN FOR THE WATER BOARD, DENIED THAT THE BOARD HAD KNOWN OF THE CRACKS."
)
OPEN = (
    "Ana Ruiz, the mayor, said: “We have checked every bolt. The bridge is safe.\n\n"
    'Tom Hale disagreed. “It is not,” he said. He added that "the cracks are back.\n\nThe council said that it would look into it.'
)
NESTED = "Ana Ruiz, the mayor, said: “My aunt told me, ‘The bridge is “not” safe,’ and I believed her.” Tom Hale said she was wrong."
BULLETS = (
    "What we know so far:\n\n• Mayor Ana Ruiz said the bridge was safe.\n• Tom Hale, an engineer, said it was not.\n"
    "- The council denied that it had known.\n1. The Water Board promised to repair the dam."
)
TABLE = (
    "Candidate\tVotes\tShare\nAna Ruiz\t5,120\t51.2%\nTom Hale\t4,690\t46.9%\n\n| Name | Score |\n|---|---|\n| Ruiz | 5 |\n\n"
    "Ruiz said the count was fair."
)
EMOJI = (
    "🚨🚨 Ana Ruiz, the mayor, said the bridge 🌉 was “safe 👍🏽”.\n\nقال الوزير إن الجسر آمن. \u200fالجسر\u200e مفتوح.\n\n"
    "👨‍👩‍👧‍👦 Tom Hale said the bridge was closed."
)
TALK = "HALE: Thank you for coming.\nRUIZ: The dam burst at noon.\nHALE: When was the alarm raised?\nRUIZ: At one."
BARE = "the old bridge in selm reopened on monday the council said that every bolt had been checked and nobody was hurt"


def said(read: Extraction) -> list[tuple[str, str, str | None]]:
    """Source, cue and speaker of each attribution."""
    text, names = read.article.text, {e.id: e.name for e in read.entities}
    return [(text[slice(*a.source[0])] if a.source else "", text[slice(*a.cue[0])], names.get(a.speaker or "")) for a in read.attributions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CAPS, [("MAYOR ANA RUIZ", "SAID", "ANA RUIZ"), ("SHE", "SAID", "ANA RUIZ")]),
        (OPEN, [("Ana Ruiz, the mayor", "said", "Ana Ruiz"), ("he", "said", "Tom Hale"), ("The council", "said", "council")]),
        (NESTED, [("Ana Ruiz, the mayor", "said", "Ana Ruiz"), ("Tom Hale", "said", "Tom Hale")]),
        (BULLETS, [("Mayor Ana Ruiz", "said", "Ana Ruiz"), ("The council", "denied", "council")]),
        (TABLE, [("Ruiz", "said", "Ana Ruiz")]),
        (EMOJI, [("Ana Ruiz, the mayor", "said", "Ana Ruiz"), ("Tom Hale", "said", "Tom Hale")]),
        (TALK, [("HALE", ":", "HALE"), ("RUIZ", ":", "RUIZ")]),
        (BARE, [("the council", "said", "council")]),
    ],
    ids=["all caps", "unbalanced quotes", "nested quotes", "bullets", "table", "emoji and right to left", "transcript", "no punctuation"],
)  # fmt: skip
def test_odd_input(text: str, found: list[tuple[str, str, str | None]]) -> None:
    read = kg.extract(text)
    assert read.article.text == text
    assert set(found) <= set(said(read)), said(read)
    spans = [span for a in read.attributions for role in (a.source, a.cue, a.content) for span in role]
    spans += [(m.begin, m.end) for e in read.entities for m in e.mentions] + [(s.begin, s.end) for s in read.sentences]
    assert all(0 <= b < e <= len(text) and text[b:e].strip() for b, e in spans)
    assert all(text[b:e] == text[b:e].strip() for b, e in spans)


def test_a_table_gives_no_attributions() -> None:
    assert len(said(kg.extract(TABLE))) == 1


def test_encoded_data_is_passed_over_in_no_time() -> None:
    found = kg.extract("Ana Ruiz said the bridge was safe.\n\n" + "QUJD" * 20_000 + "\n\nTom Hale said it was not.")
    assert [found.article.text[slice(*a.cue[0])] for a in found.attributions] == ["said", "said"]


@pytest.mark.parametrize("text", ["uncil's leader, Martin Sole, rejected the char", "said Tom Hale, the council's leader"])
def test_a_text_that_ends_too_early(text: str) -> None:
    assert kg.extract(text).article.text == text


def calls(words: str, times: int) -> int:
    """How many functions are called to read a text of so many times the same words."""
    profile = cProfile.Profile()
    profile.runcall(kg.extract, words * times)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["The mayor said the bridge is safe, and ", "Ruiz said Ruiz said ", '"" '])
def test_a_text_twice_as_long_is_little_more_than_twice_the_work(words: str) -> None:
    calls(words, 2)
    assert calls(words, 800) < 2.5 * calls(words, 400)


def test_no_rule_searches_the_whole_of_a_sentence_without_end() -> None:
    scene = Scene("a" * 50_000, (Sentence(0, 0, 50_000),), [])
    assert [scene.sentence(at) for at in (0, 9_000, 50_000)] == [(0, FAR), (9_000 - FAR, 9_000 + FAR), (50_000 - FAR, 50_000)]
