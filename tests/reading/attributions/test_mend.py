"""Edges of spans: whole words and quotes, nothing dangling, nothing beyond the sentence."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.reading.attributions.mend import mend
from kg.reading.network.reader import Frame
from kg.reading.text.quotes import find


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return at, at + len(words)


def _mended(text: str, source: str, cue: str, content: str) -> tuple[str, str, str] | None:
    quotes = find(text, [(0, len(text))])
    frame = Frame((_span(text, source),), (_span(text, cue),), (_span(text, content),), 1.0)
    found = mend(text, frame, quotes, [(0, len(text))])
    return (*(text[slice(*part[0])] for part in (found.source, found.cue, found.content)),) if found else None  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "given", "mended"),
    [
        (
            "A report published last week found lead.",
            ("A report published last", "found", "lead."),
            ("A report published last week", "found", "lead"),
        ),
        (
            "The firm denied it burned oil on Monday.",
            ("The firm", "denied", "it burned oil on"),
            ("The firm", "denied", "it burned oil on Monday"),
        ),
        (
            "The firm said oil burned since last Friday.",
            ("The firm", "said", "oil burned since"),
            ("The firm", "said", "oil burned since last Friday"),
        ),
        (
            "The firm said the lights were on Monday night.",
            ("The firm", "said", "the lights were"),
            ("The firm", "said", "the lights were"),
        ),
        (
            "The firm said the lights were on Oak Road.",
            ("The firm", "said", "the lights were on"),
            ("The firm", "said", "the lights were on"),
        ),
        (
            "SELM — Guards at the mill said on Monday it fell.",
            ("SELM — Guards at the mill", "said", "it fell"),
            ("Guards at the mill", "said", "it fell"),
        ),
        ("SELM — Guards said it fell.", ("SELM", "said", "it fell"), ("Guards", "said", "it fell")),
        ("SELM (Selm Wire) — The guards said it fell.", ("SELM (Selm Wire)", "said", "it fell"), ("The guards", "said", "it fell")),
        ("SELM said it fell.", ("SELM", "said", "it fell"), ("SELM", "said", "it fell")),
        ("17:55 Hale said it fell.", ("55 Hale", "said", "it fell"), ("Hale", "said", "it fell")),
        ("The firm in recent days said it had paid.", ("The firm in recent", "said", "it had paid"), ("The firm", "said", "it had paid")),
        ("The firm has said it had paid.", ("The firm has", "said", "it had paid"), ("The firm", "said", "it had paid")),
        ("The firm further said it had paid.", ("The firm further", "said", "it had paid"), ("The firm", "said", "it had paid")),
        ("The union’s claim that it won was false.", ("The union’s", "claim", "that it won"), ("The union", "claim", "that it won")),
        ("The mayor said in a letter he would go.", ("The mayor", "said in a", "he would go"), ("The mayor", "said", "he would go")),
        ("“We will stay here,” said the mayor.", ("the mayor", "said", "We will stay"), ("the mayor", "said", "We will stay here")),
        ("The mayor said the bridge was open.", ("The mayor", "said", "the bridge was op"), ("The mayor", "said", "the bridge was open")),
        ("This is what the mayor said.", ("the mayor", "said", "This"), ("the mayor", "said", "This")),
        (
            "The clerk disputed that account: two men were ill, he said.",
            ("The clerk", "disputed", "that account: two men were ill"),
            ("The clerk", "disputed", "that account"),
        ),
        (
            "The clerk disputed that account: two men were ill, Hale said.",
            ("Hale", "said", "that account: two men were ill"),
            ("Hale", "said", "two men were ill"),
        ),
        (
            "The clerk said it plainly: two men were ill.",
            ("The clerk", "said", "it plainly: two men were ill"),
            ("The clerk", "said", "it plainly: two men were ill"),
        ),
        ("The firm on Monday said it fell.", ("The firm on Monday", "said", "it fell"), ("The firm", "said", "it fell")),
        ("Mayor Hale dwelt on why it fell.", ("Mayor Hale dwelt", "dwelt", "why it fell"), ("Mayor Hale", "dwelt", "why it fell")),
        ("The mayor live-streamed it, saying it fell.", ("The mayor live", "saying", "it fell"), ("The mayor", "saying", "it fell")),
        ("The firm’s co-founder said it fell.", ("The firm’s co", "said", "it fell"), ("The firm’s co-founder", "said", "it fell")),
    ],
)
def test_edges(text: str, given: tuple[str, str, str], mended: tuple[str, str, str]) -> None:
    assert _mended(text, *given) == mended


def test_a_content_of_function_words_is_none() -> None:
    assert _mended("The mayor sought to reassure people.", "The mayor", "sought", "to") is None


def test_a_source_ends_with_its_sentence() -> None:
    text = "It was over. Ana Ruiz said so to all."
    frame = Frame((_span(text, "over. Ana Ruiz"),), (_span(text, "said"),), (_span(text, "so to all"),), 1.0)
    found = mend(text, frame, [], [(0, 12), (13, len(text))])
    assert found
    assert text[slice(*found.source[0])] == "Ana Ruiz"


@pytest.mark.parametrize("source", ["and", "the"])
def test_a_function_word_is_no_source(source: str) -> None:
    text = "The mayor left and told the court it fell."
    frame = Frame((_span(text, f"{source} "),), (_span(text, "told"),), (_span(text, "it fell"),), 1.0)
    found = mend(text, frame, [], [(0, len(text))])
    assert found
    assert found.source == ()


def test_pieces_that_cover_most_of_a_quote_together_are_all_of_it() -> None:
    text = "“It reads ‘Wash, Hunt, Play’. It is late. This was life,” says the mayor."
    frame = Frame(
        (_span(text, "the mayor"),), (_span(text, "says"),), (_span(text, "It reads ‘Wash"), _span(text, "It is late. This was life")), 1.0
    )
    found = mend(text, frame, find(text, [(0, len(text))]), [(0, len(text))])
    assert found
    assert [text[b:e] for b, e in found.content] == ["It reads ‘Wash, Hunt, Play’. It is late. This was life"]


@pytest.mark.parametrize(
    ("text", "noun", "left"),
    [
        ("Rumours that it fell spread on Monday.", "Rumours", "that it fell"),
        ("Rumours that the Varn mine was sold spread on Monday.", "Rumours", "that the Varn mine was sold"),
        ("New claims that the old nominee has won were aired.", "claims", "that the old nominee has won"),
        ("SELM — Rumours that it was sold spread on Monday.", "Rumours", "that it was sold"),
        ("Reports that it had fallen have not been confirmed.", "Reports", "that it had fallen"),
        ("The paper reports that the nominee has won.", "reports", "that the nominee has won"),
        ("Claims that the nominee has won.", "Claims", "that the nominee has won"),
        ("Claims that it fell, which was old, were false.", "Claims", "that it fell, which was old, were false"),
    ],
)
def test_what_a_noun_reports_ends_before_the_verb_of_its_sentence(text: str, noun: str, left: str) -> None:
    frame = Frame((), (_span(text, noun),), ((text.index("that "), len(text) - 1),), 1.0)
    found = mend(text, frame, [], [(0, len(text))])
    assert found is not None
    assert text[slice(*found.content[0])] == left
