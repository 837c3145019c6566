"""Quoted spans."""

from __future__ import annotations

import pytest

from kg.reading.network.pieces import paragraphs
from kg.reading.text import quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said.", ["It rained,"]),
        ('"It rained," she said. "A lot."', ["It rained,", "A lot."]),
        ("«Il pleut», dit-elle.", ["Il pleut"]),
        ("„Es regnet“, sagte sie.", ["Es regnet"]),
        ("‹‹It rained›› she said.", ["It rained"]),
        ("‹It rained› she said.", ["It rained"]),
        ("'It rained,' she said.", ["It rained,"]),
        ("‘It rained,’ she said.", ["It rained,"]),
        ("‘The boys’ school burned,’ she said.", ["The boys’ school burned,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ("The boys' school and the girls' school.", []),
        ("It's the dog's bone, isn't it?", []),
        ("The 'word' stood.", []),
        ("In the '90s it rained.", []),
        ("“It goes on", ["It goes on"]),
        ("“One\n“Two”", ["One", "Two"]),
        ("It was 6' 2\" tall.", []),
        ("😀 “It rained” 😀", ["It rained"]),
        ("", []),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert [text[q.begin : q.end] for q in quotes.find(text, paragraphs(text))] == expected


@pytest.mark.parametrize(
    ("text", "righted"),
    [
        ("”It rains,“ she said.", "“It rains,” she said."),
        ("She said ”it rains“.", "She said “it rains”."),
        ("„Es regnet“, sagte sie.", "„Es regnet”, sagte sie."),
        ("“It rains,” she said.", "“It rains,” she said."),
        ("“It rains.”\n“It pours.”", "“It rains.”\n“It pours.”"),
        ("a 5” pipe", "a 5” pipe"),
    ],
)
def test_marks_the_wrong_way_about_are_turned_round(text: str, righted: str) -> None:
    assert quotes.righted(text) == righted


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ('She called that "nonsense".', 'that "nonsense', 'that "nonsense"'),
        ("She called that “nonsense”.", "that “nonsense", "that “nonsense”"),
        ("She called that ‘plain nonsense’.", "that ‘plain nonsense", "that ‘plain nonsense’"),
        ("She called that 'nonsense'.", "that 'nonsense", "that 'nonsense'"),
        ("She called it “bad” and “worse”.", "it “bad” and “worse", "it “bad” and “worse”"),
        ("She said “it fell”.", "it fell", "it fell"),
        ("She said “it fell”.", "“it fell", "“it fell"),
        ("“It is “bad” here”, she said.", "It is “bad” here", "It is “bad” here"),
        ("She said the ‘old’ boys’ school fell.", "the ‘old’ boys", "the ‘old’ boys"),
        ("She said 'it' was the boys' school.", "'it' was the boys", "'it' was the boys"),
        ("She said it “fell.", "it “fell", "it “fell"),
    ],
)
def test_closed(text: str, content: str, whole: str) -> None:
    begin = text.index(content)
    assert text[slice(*quotes.closed(text, (begin, begin + len(content))))] == whole
