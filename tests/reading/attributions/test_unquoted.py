"""What is said without quotation marks ends with its sentence."""

from __future__ import annotations

import pytest

from kg.reading.attributions import unquoted
from kg.reading.network.reader import Frame
from kg.reading.text import quotes, sentences
from tests.reading.scenes import place


@pytest.mark.parametrize(
    ("text", "cue", "content", "left"),
    [
        ("He says that he had doubts. I never heard of any.", "says", ["that he had doubts. I never heard of any"], ["that he had doubts"]),
        ("Storm in Selm\nThe dam will hold, said Ruiz.", "said", ["Storm in Selm", "The dam will hold"], ["The dam will hold"]),
        ("The Post\nSELM — The dam will hold, said Ruiz.", "said", ["The Post\nSELM — The dam will hold"], ["The dam will hold"]),
        ("Nobody came. The dam held, said Ruiz. It rained.", "said", ["The dam held", "It rained"], ["The dam held"]),
        ("It held. It rained, said Ruiz. “It held.”", "said", ["It rained", "It held"], ["It rained", "It held"]),
        ("“It rained. It held,” said Ruiz.", "said", ["It rained. It held"], ["It rained. It held"]),
        ("He said it was “late. It rained”. It held.", "said", ["it was “late. It rained”. It held"], ["it was “late. It rained"]),
        ("Ruiz writes: It rained. It held.", "writes", ["It rained. It held"], ["It rained. It held"]),
        ("But “it rained a lot. It held,” he said.", "said", ["But “it rained a lot. It held"], ["But “it rained a lot. It held"]),
        ("It “rained” a lot in Selm. It held, he said.", "said", ["It “rained” a lot in Selm. It held"], ["It held"]),
        ("He said the U.S. Navy came. It held.", "said", ["the U.S. Navy came. It held"], ["the U.S. Navy came"]),
        ("He said 1,562. 967 had come.", "said", ["1,562. 967 had come"], ["1,562. 967 had come"]),
        ("It rained. He agreed.", "agreed", ["It rained"], ["It rained"]),
    ],
)
def test_a_content_ends_with_its_sentence(text: str, cue: str, content: list[str], left: list[str]) -> None:
    frame = Frame((), (place(text, cue),), tuple(place(text, c) for c in content), 0.9)
    borders = [(s.begin, s.end) for s in sentences.split(text, [(m, n) for m, n in _lines(text)])]
    quoted = [(q.begin, q.end) for q in quotes.find(text, _lines(text))]
    assert [text[b:e] for b, e in unquoted.cut(text, [frame], borders, quoted)[0].content] == left


def _lines(text: str) -> list[tuple[int, int]]:
    at = text.find("\n")
    return [(0, len(text))] if at < 0 else [(0, at), (at + 1, len(text))]
