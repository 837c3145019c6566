"""What was said before, in the content of another attribution."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import inner


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("that she had warned Mr. Hale of the flood", [("she", "had warned", "of the flood")]),
        ("that the delegation had offered on Monday to pay", [("the delegation", "had offered", "to pay")]),
        ("he had spoken of making it easy", [("he", "had spoken of", "making it easy")]),
        ("that Ana Ruiz had repeatedly denied that it fell", [("Ana Ruiz", "had repeatedly denied", "that it fell")]),
        ("that she had warned Mr. Hale", []),
        ("that she had left the room", []),
        ("that she told Mr. Hale it fell down", []),
        ("that she told Hale that it fell down", [("she", "told", "that it fell down")]),
        ("“He told me that they are fed. It is so.”", [("He", "told", "that they are fed")]),
        ("“They said the guards cheat, but I won.”", [("They", "said", "the guards cheat")]),
        ("that the test failed and warned Hale that it fell down", []),
        ("that he had seen a survey that put the cost at ten", [("a survey", "put", "the cost at ten")]),
        ("that a survey of the town was cheap", []),
        ("“He said no.”", []),
    ],
)
def test_inner(content: str, found: list[tuple[str, str, str]]) -> None:
    text = f"He said {content}."
    outer = Frame(((0, 2),), ((3, 7),), ((8, 8 + len(content)),), 0.9)
    shown = [tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content)) for f in inner.find(text, [outer], [])]
    assert shown == found


def test_nothing_is_found_outside_contents_nor_twice() -> None:
    text = "She had warned of it. He said that she had warned of it."
    outer = Frame(((22, 24),), ((25, 29),), ((30, 55),), 0.9)
    assert len(inner.find(text, [outer, outer], [])) == 1
