"""For whom those work whom a source phrase, or a sentence about them, describes in free words."""

from __future__ import annotations

import pytest

from kg.reading.attributions.drafts import Draft
from kg.reading.reference import described
from kg.reading.reference.behalf import behalf
from tests.reading.scenes import called, place, scene

KINDS = {"Person": "Ana Ruiz|Tom Hale", "Organization": "Water Board|Selm Aid|Twitter"}


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Ana Ruiz, chief scientist on the Water Board", "Water Board"),
        ("Water Board chief human capital, corporate affairs and marketing officer Ana Ruiz", "Water Board"),
        ("Ana Ruiz from the opposition Water Board", "Water Board"),
        ("Ana Ruiz, who lectures on dams at the Water Board", "Water Board"),
        ("The director, producer and founder of Selm Aid, Ana Ruiz", "Selm Aid"),
        ("Ana Ruiz, national vice president, Water Board, Selm", "Water Board"),
        ("Water Board Secretary General Ana Ruiz", "Water Board"),
        ("Ana Ruiz who is the head of mission at the Water Board", "Water Board"),
        ("Ana Ruiz, a retired pilot who now lectures at the Water Board", "Water Board"),
        ("Former Selm Rugby player now Water Board coach Ana Ruiz", "Water Board"),
        ("Ana Ruiz, Water Board, Selm", "Water Board"),
        ("Ana Ruiz, based on the guidelines of the Water Board", None),
        ("The president, Ana Ruiz, and the Water Board", None),
        ("The minister, Ana Ruiz, to the Water Board delegation", None),
        ("Ana Ruiz, who was sacked by the Water Board", None),
        ("Ana Ruiz, a critic of the Water Board", None),
        ("Ana Ruiz, a Water Board customer", None),
        ("Ana Ruiz, formerly chief scientist on the Water Board", None),
        ("Ana Ruiz, one of the contributors to the Water Board atlas", None),
        ("the Water Board, Ana Ruiz", None),
        ("Tom Hale, Ana Ruiz and the Water Board", None),
        ("Ana Ruiz in a talk with the Water Board", None),
        ("Ana Ruiz, popular on Twitter", None),
    ],
)
def test_by_a_source_phrase(source: str, body: str | None) -> None:
    text = f"{source} said so."
    made = scene(text, **KINDS)
    described.find(made, [Draft((place(text, source),), (place(text, "said"),), (place(text, "so"),), 0.9, "test")])
    assert called(behalf(next(f for f in made.figures if f.name == "Ana Ruiz"))) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ana Ruiz is the Selm Aid summer camp lead in town.", "Selm Aid"),
        ("Ana Ruiz is a project co-ordinator at Selm Aid.", "Selm Aid"),
        ("Ana Ruiz, who is 58, runs Selm Aid.", "Selm Aid"),
        ("Ana Ruiz from Selm is with the Selm Aid team.", "Selm Aid"),
        ("Ana Ruiz works for Selm Aid.", "Selm Aid"),
        ("It was none other than Ana Ruiz, who also heads Selm Aid.", "Selm Aid"),
        ("Ana Ruiz, who is also a chief sports officer in the Water Board, left.", "Water Board"),
        ("Ask Ana Ruiz, who is one of the leaders of Selm Aid.", "Selm Aid"),
        ("Ana Ruiz has a long-standing interest in dams and is the head of the Selm section at the Water Board.", "Water Board"),
        ("Ana Ruiz has left, and the river is the border of Selm Aid.", None),
        ("Ana Ruiz met Tom Hale and is the target of Selm Aid.", None),
        ("Ana Ruiz, who co-chairs the one-year-old Selm Aid, left.", "Selm Aid"),
        ("Ana Ruiz, speaking on behalf of Selm Aid, left.", "Selm Aid"),
        ("Selm Aid met. Ana Ruiz, speaking on behalf of the charity, left.", "Selm Aid"),
        ("Ana Ruiz, speaking on Friday, left.", None),
        ("Ana Ruiz is a carpenter who sued Selm Aid.", None),
        ("Ana Ruiz is a carpenter, and Selm Aid is not.", None),
        ("Ana Ruiz is a critic of Selm Aid.", None),
        ("Ana Ruiz is not sure about Selm Aid.", None),
        ("Minister Ana Ruiz runs Selm Aid.", None),
        ("Ana Ruiz is the reason why Selm Aid failed.", None),
    ],
)
def test_by_a_sentence(text: str, body: str | None) -> None:
    made = scene(text, **KINDS)
    described.find(made, [])
    assert called(behalf(next(f for f in made.figures if f.name == "Ana Ruiz"))) == body


def test_callings() -> None:
    text = "The director, former film producer, singer and founder of Selm Aid, Ana Ruiz said so."
    made = scene(text, **KINDS)
    source = place(text, "The director, former film producer, singer and founder of Selm Aid, Ana Ruiz")
    described.find(made, [Draft((source,), (place(text, "said"),), (place(text, "so"),), 0.9, "test")])
    person = next(f for f in made.figures if f.name == "Ana Ruiz")
    assert [(role, called(of)) for role, of, *_ in person.roles] == [
        ("director", "Selm Aid"),
        ("singer", "Selm Aid"),
        ("founder", "Selm Aid"),
    ]


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Board acting planning and science manager Ana Ruiz", "Water Board"),
        ("Board Ana Ruiz", None),
        ("Bread acting planning and science manager Ana Ruiz", None),
    ],
)
def test_by_a_word_for_the_body(source: str, body: str | None) -> None:
    text = f"The Water Board met. {source} said so."
    made = scene(text, **KINDS)
    described.find(made, [Draft((place(text, source),), (place(text, "said"),), (place(text, "so"),), 0.9, "test")])
    assert called(behalf(next(f for f in made.figures if f.name == "Ana Ruiz"))) == body
