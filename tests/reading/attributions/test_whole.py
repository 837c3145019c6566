"""Contents that the model leaves incomplete: clauses that "he said" ends, and gaps within a sentence."""

from __future__ import annotations

import re

import pytest

from kg.model import Span
from kg.reading.attributions.whole import clauses
from kg.reading.network.reader import Frame


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return at, at + len(words)


def _contents(text: str, source: str, cue: str, *content: str) -> list[str]:
    frame = Frame((_span(text, source),), (_span(text, cue),), tuple(_span(text, c) for c in content), 1.0)
    border = re.search(r"(?<=\.) |\n", text)
    borders = [(0, border.start()), (border.end(), len(text))] if border else [(0, len(text))]
    return [text[b:e] for b, e in clauses(text, [frame], borders)[0].content]


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("In places such as the port, water rose by a metre, the mayor said", "the port, water rose by a metre", None),
        ("SELM — Floods hit the port, where water rose, the mayor said", "where water rose", "Floods hit the port, where water rose"),
        ("17:55 Floods hit the port, the mayor said", "the port", "Floods hit the port"),
        ("But the port, she thinks, is safe, the mayor said", "is safe", "the port, she thinks, is safe"),
        ("It rained. All day the water rose, the mayor said", "the water rose", "All day the water rose"),
    ],
)
def test_a_content_before_its_attribution_begins_with_the_sentence(text: str, read: str, whole: str | None) -> None:
    assert _contents(text, "the mayor", "said", read) == [whole or text[: text.index(", the mayor")]]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("This spring the board lost a bid that the mayor said was fair", "a bid"),  # no comma parts it from the attribution
        ("“It is late.” The water rose, “by a metre”, the mayor said", "“by a metre”"),
        ("When the mayor said it, the water rose", "the water rose"),
    ],
)
def test_another_content_begins_where_it_was_read(text: str, read: str) -> None:
    assert _contents(text, "the mayor", "said", read) == [read]


def test_a_gap_in_a_sentence_is_filled() -> None:
    text = "The mayor said Ruiz, her rival in the June vote, was afraid"
    assert _contents(text, "The mayor", "said", "Ruiz, her", "was afraid") == ["Ruiz, her rival in the June vote, was afraid"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ruiz, the mayor said on Friday, was afraid", ("Ruiz", "was afraid")),
        ("The mayor said it rained. Nobody knew then that it was late", ("it rained", "it was late")),
    ],
)
def test_a_gap_with_the_attribution_or_a_sentence_border_stays(text: str, pieces: tuple[str, str]) -> None:
    assert _contents(text, "he mayor", "said", *pieces) == list(pieces)


def test_a_heading_before_the_paragraph_is_none_of_its_content() -> None:
    text = "Traffic safety\nCars ease the jams, the mayor said"
    assert _contents(text, "the mayor", "said", "Traffic safety\nCars ease the jams") == ["Cars ease the jams"]


def test_quoted_paragraphs_before_the_cue_stay() -> None:
    text = "“We waited.\nNobody came,” the mayor said"
    assert _contents(text, "the mayor", "said", "We waited.\nNobody came") == ["We waited.\nNobody came"]


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("The dam fell on Monday, the mayor said, after weeks of rain", ("The dam fell on Monday", "of rain"), "after weeks of rain"),
        ("The dam fell, the mayor said, and it rained", ("The dam fell", "it rained"), "it rained"),
        ("The dam fell, the mayor said, adding that it held", ("The dam fell", "that it held"), "that it held"),
        ("The dam fell, the mayor said, after Hale, who ran, left", ("The dam fell", "left"), "left"),
        ("The dam fell, the mayor said in a note, that it held", ("The dam fell", "that it held"), "that it held"),
    ],
)
def test_what_follows_the_attribution_is_told_from_its_comma(text: str, pieces: tuple[str, str], whole: str) -> None:
    assert _contents(text, "the mayor", "said", *pieces) == [pieces[0], whole]
