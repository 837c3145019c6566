"""Names and speakers of headlines."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.reading.names import headlines
from kg.reading.reference import refer
from tests.reading import scenes

TEXT = "Rebels Hold Selm as Sea Wall Breaks\n\nSelm fell. The sea wall broke, the state auditors said."
HEAD: Span = (0, 35)


def test_names_of_a_title_are_those_the_text_writes_as_names() -> None:
    found = scenes.names(TEXT, Place="Selm|Sea Wall")
    assert [TEXT[n.begin : n.end] for n in headlines.names(TEXT, (HEAD,), found)] == ["Selm", "Selm"]


def test_a_headline_in_sentence_case_keeps_its_names() -> None:
    text = "The council of Selm has sold the old sea wall\n\nIt rained."
    found = scenes.names(text, Place="Selm")
    assert headlines.names(text, ((0, 45),), found) == found


@pytest.mark.parametrize(
    ("head", "body", "speaker"),
    [
        ("Auditors", "The state auditors said it broke.", "state auditors"),
        ("Ministry", "The Ministry of Works said it broke.", "Ministry of Works"),
        ("Rebels", "The Oland Liberation Front said it broke.", "Oland Liberation Front"),
        ("Agent", "Ana Ruiz, his agent, said it broke.", "Ana Ruiz"),
        ("Police", "The state auditors said it broke.", None),
        ("Oland FM", "Foreign Minister Ana Ruiz said it broke.", "Ana Ruiz"),
    ],
)
def test_a_bare_noun_is_who_is_called_so_further_on(head: str, body: str, speaker: str | None) -> None:
    text = f"{head} say the wall broke\n\n{body}"
    made = scenes.scene(text, Organization="Ministry of Works|Oland Liberation Front", Person="Ana Ruiz")
    at = text.index(body)
    refer.speaker(made, (at, text.index(" said", at)), scenes.place(text, "said"))
    said = headlines.speaker(made, (0, len(head)), ((0, at - 2),))
    assert (said and scenes.called(said.figure)) == speaker
