"""Names of one article read alike everywhere."""

from __future__ import annotations

import pytest

from kg.reading.network.agree import agree
from kg.reading.network.frames import Name


def _read(text: str, *names: tuple[str, str, float]) -> list[tuple[str, int, str]]:
    """Names given as words marked in turn in `text`, with type and score; what comes out as words, offset and type."""
    at, given = 0, []
    for words, kind, score in names:
        at = text.index(words, at)
        given.append(Name(at, at := at + len(words), kind, score))
    return [(text[n.begin : n.end], n.begin, n.type) for n in agree(text, [(0, len(text))], given)]


def test_types_are_put_to_the_vote() -> None:
    text = "Amnesty said. Amnesty wrote. Amnesty left."
    read = _read(text, ("Amnesty", "Organization", 0.9), ("Amnesty", "Person", 0.6), ("Amnesty", "Organization", 0.7))
    assert {kind for _, _, kind in read} == {"Organization"}
    assert len(read) == 3


def test_weak_names_are_left_out() -> None:
    assert _read("Great Hall stood.", ("Great Hall", "Place", 0.3)) == []


@pytest.mark.parametrize(
    ("text", "names", "added"),
    [
        ("Ana Diaz spoke. Then Ana Diaz left.", [("Ana Diaz", "Person", 0.95)], [21]),
        ("Ana Diaz spoke. Then Ana Diaz left.", [("Ana Diaz", "Person", 0.8)], []),  # not sure enough
        ("Reading grew. He was reading.", [("Reading", "Place", 0.99)], []),  # another case
        ("Bo ran. Bo fell.", [("Bo", "Person", 0.99)], []),  # too short
        ("Lima won. Limassol lost.", [("Lima", "Place", 0.99)], []),  # part of a word
        ("May spoke. On 4 May it rained.", [("May", "Person", 0.95), ("4 May", "Date", 0.9)], []),  # read as something else
        ("Lima won. Lima Airport shut.", [("Lima", "Place", 0.99), ("Lima Airport", "Place", 0.9)], []),  # part of a longer name
        ("Sana’a fell. In Sana’a it rained.", [("Sana’a", "Place", 0.95)], [16]),
    ],
)
def test_sure_names_are_names_everywhere(text: str, names: list[tuple[str, str, float]], added: list[int]) -> None:
    given = [(words, kind) for words, kind, _ in names]
    found = _read(text, *names)
    assert [at for words, at, kind in found if text.index(words) != at and (words, kind) in given] == added


def test_nothing_is_added_outside_the_paragraphs() -> None:
    text = "Ana Diaz spoke. Share this, Ana Diaz."
    assert len(agree(text, [(0, 15)], [Name(0, 8, "Person", 0.95)])) == 1
