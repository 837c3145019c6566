"""What cue and content say of an attribution and of its claim."""

from __future__ import annotations

import pytest

from kg.reading.properties import stance


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "it rained", "asserts"),
        ("denied", "that it rained", "denies"),
        ("Rejects Claim", "That It Rained", "disputes"),
        ("dismissed the reports", "that it rained", "disputes"),
        ("disputed", "that account", "disputes"),
        ("confirmed", "that it rained", "confirms"),
        ("did not confirm", "that it rained", "questions"),
        ("did not deny", "that it rained", "denies"),
        ("neither confirmed nor denied", "that it rained", "questions"),
        ("declined to confirm or deny", "that it rained", "questions"),
        ("would not confirm or deny", "that it rained", "questions"),
        ("refused to confirm", "that it rained", "questions"),
        ("refused to deny", "that it rained", "denies"),
        ("did not believe", "that it rained", "disputes"),
        ("does not accept", "that it rained", "disputes"),
        ("accepts", "that it rained", "asserts"),
        ("asked", "whether it rained", "questions"),
        ("asked", "not to be named", "requests"),
        ("had asked", "Hale to stay", "requests"),
        ("asked", "the board not to sell the mill", "requests"),
        ("enquired about", "losses due to the flood", "questions"),
        ("asked", "about damage to the dam", "questions"),
        ("asked", "what to do", "questions"),
        ("asked", "Is it safe to drink?", "questions"),
        ("asking", "that her name not be used", "requests"),
        ("called", "for calm", "requests"),
        ("called", "it careful", "asserts"),
        ("called on", "him to go", "requests"),
        ("pleaded", "not guilty to fraud", "denies"),
        ("pleaded", "guilty to fraud", "confirms"),
        ("denied demanding", "anything", "denies"),
        ("stood by", "her account", "confirms"),
        ("took issue with", "that claim", "disputes"),
        ("discounted", "the claims", "disputes"),
        ("later walked back", "his comments", "asserts"),
        ("took", "the claims to court", "asserts"),
        ("backed", "the claims", "supports"),
        ("back", "the claims", "supports"),
        ("will back", "the claims", "supports"),
        ("fully back", "the claims", "supports"),
        ("shouted back", "that it rained", "asserts"),
        ("agreed back", "in May that it rained", "supports"),
    ],
)
def test_stance(cue: str, content: str, expected: str) -> None:
    assert stance.stance(cue, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("it was not only a legal barrier but a cultural one", "positive"),
        ("it did not rain", "negative"),
        ("nobody saw it", "negative"),
        ("that a shell never hit the mill", "negative"),
        ("there are no more than 9,000", "positive"),
        ("there is no more bread", "negative"),
        ("they had never left", "negative"),
        ("it rained, and nobody minded", "positive"),
        ("it rained because they had not prayed", "positive"),
        ("if it does not rain, it will snow", "positive"),
        ("repairs were needed that the town could not afford", "positive"),
        ("The man, who has not been named, has left", "positive"),
        ("It rained. It did not snow", "positive"),
        ("I saw it … Do not ask me", "positive"),
        ("the notion stands", "positive"),
    ],
)
def test_polarity(content: str, expected: str) -> None:
    assert stance.polarity(content) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "it rained", "certain"),
        ("said", "it may rain", "possible"),
        ("said", "it will probably rain", "probable"),
        ("believe", "it rained", "probable"),
        ("rumors", "that it rained", "possible"),
        ("said", "if it rains they stay", "conditional"),
        ("said", "they would stop work unless it rained", "conditional"),
        ("said", "It rained. If it stops, we go", "certain"),
        ("said", "It rained. Perhaps it stops", "certain"),
    ],
)
def test_certainty(cue: str, content: str, expected: str) -> None:
    assert stance.certainty(cue, content) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "it rained", "statement"),
        ("fear", "it will rain", "belief"),
        ("vowed", "to fight", "intention"),
        ("asked", "whether it rained", "question"),
        ("enquired about", "losses due to the flood", "question"),
        ("had asked", "Hale to stay", "request"),
        ("asked", "to be let in", "request"),
        ("called", "for calm", "request"),
        ("found", "that it rained", "statement"),
        ("saw", "that it rained", "perception"),
        ("pleaded", "not guilty", "statement"),
    ],
)
def test_kind(cue: str, content: str, expected: str) -> None:
    assert stance.kind(cue, content) == expected
