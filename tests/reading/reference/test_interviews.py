"""Who is interviewed."""

from __future__ import annotations

import pytest

from kg.reading.reference import interviews, refer
from tests.reading.scenes import called, scene


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A conversation with Ana Ruiz\n\nTom Hale asks.", "Ana Ruiz"),
        ("Ana Ruiz digs. Ruiz met Tom Hale. The interview has been lightly edited.\n\nHale left. Hale ran. Hale sat.", "Ana Ruiz"),
        ("Ana Ruiz gave an interview. Tom Hale left.", None),
        ("The interview has been edited.", None),
        ("Ana Ruiz says Tom Hale digs.\n\nQ: Is it Tom Hale?\n\nA: No.\n\nQ: Hale left?\n\nA: Hale.", "Ana Ruiz"),
        ("Ana Ruiz met Tom Hale.\n\nQ: Is it Tom Hale?\n\nA: No.\n\nQ: Hale left?\n\nA: Hale.", None),
        ("Ana Ruiz says Tom Hale digs.\n\nQ: Is it Tom Hale?\n\nA: No.", None),
    ],
)
def test_interviewed(text: str, who: str | None) -> None:
    made = scene(text, Person="Ana Ruiz|Ruiz|Tom Hale|Hale")
    head = (0, text.index("\n")) if "\n\n" in text and "with" in text.split("\n")[0] else (0, 0)
    assert called(interviews.find(made, (head,))) == who


def test_i_is_who_is_interviewed_but_not_in_what_others_say() -> None:
    text = "Ana Ruiz digs. I think it holds. He said, “I know.”"
    made = scene(text, Person="Ana Ruiz")
    for person, phrase in (("Ana Ruiz", "I think"), (None, "I know")):
        made.interviewed = made.figures[0]
        at = text.index(phrase)
        assert called(refer.speaker(made, (at, at + 1), (at + 2, at + 7)).figure) == person


def test_the_label_of_answers_is_who_is_interviewed() -> None:
    made = scene("Ana Ruiz digs.\nA: It holds.\nA man digs.", Person="Ana Ruiz")
    made.interviewed = made.figures[0]
    for person, phrase in (("Ana Ruiz", "A: It"), (None, "A man")):
        at = made.text.index(phrase)
        assert called(refer.resolve(made, (at, at + 1)).figure) == person
