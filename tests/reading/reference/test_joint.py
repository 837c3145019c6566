"""Several who speak as one, and whom "they" and "the two" mean then."""

from __future__ import annotations

import pytest

import kg
from kg.loaders.text import from_text
from tests.reading.scenes import called, last_speaker, scene

KINDS = {
    "Person": "Ana Ruiz|Ruiz|Tom Hale|Hale|Jo Vo",
    "Organization": "Water Board|Wabo|Morton Steel|MOS|Dam Watch|Selm Labs|Bank of Oland|Ministry of Trade and Industry",
    "NORP": "Tarval",
    "Place": "Selm|Oland|Norland",
}
BOTH = "Ana Ruiz and Tom Hale"


@pytest.mark.parametrize(
    ("text", "phrases", "speaker"),
    [
        ("Ana Ruiz and Tom Hale said so.", ["Ana Ruiz and Tom Hale"], BOTH),
        ("Ana Ruiz met Tom Hale. Both Ruiz and Mr. Hale said so.", ["Both Ruiz and Mr. Hale"], BOTH),
        ("Mayor Ana Ruiz and her deputy Tom Hale said so.", ["Mayor Ana Ruiz and her deputy Tom Hale"], BOTH),
        ("Ana Ruiz, head of the Water Board, and Tom Hale said so.", ["Ana Ruiz, head of the Water Board, and Tom Hale"], BOTH),
        ("Ana Ruiz of the Water Board, and Tom Hale said so.", ["Ana Ruiz of the Water Board, and Tom Hale"], BOTH),
        ("Ana Ruiz, Tom Hale and Jo Vo said so.", ["Ana Ruiz, Tom Hale and Jo Vo"], "Ana Ruiz, Tom Hale and Jo Vo"),
        ("Morton Steel (MS) and the Water Board said so.", ["Morton Steel (MS) and the Water Board"], "Morton Steel and Water Board"),
        ("Oland and Norland said so.", ["Oland and Norland"], "Oland and Norland"),
        ("Ana Ruiz and other officials said so.", ["Ana Ruiz and other officials"], "Ana Ruiz and other officials"),
        ("A study by Ana Ruiz and Tom Hale says so.", ["A study by Ana Ruiz and Tom Hale"], BOTH),
        ("Ana Ruiz and Tom Hale said so. They said more.", ["Ana Ruiz and Tom Hale", "They"], BOTH),
        ("Ana Ruiz and Tom Hale said so. The two said more.", ["Ana Ruiz and Tom Hale", "The two"], BOTH),
        ("Jo Vo’s children Ana Ruiz and Tom Hale said so.", ["Jo Vo’s children Ana Ruiz and Tom Hale"], BOTH),
        ("A study by the Water Board (Wabo) and Morton Steel (MOS) says so.", ["A study by the Water Board (Wabo) and Morton Steel (MOS)"],
         "Water Board and Morton Steel"),
        ("Tarval rights group Dam Watch, Norlandic research body Selm Labs and Oland-based Morton Steel said so.",
         ["Tarval rights group Dam Watch, Norlandic research body Selm Labs and Oland-based Morton Steel"],
         "Dam Watch, Selm Labs and Morton Steel"),
        ("President Ana Ruiz and the Water Board said so.", ["President Ana Ruiz and the Water Board"], "Ana Ruiz and Water Board"),
        ("The president, Ana Ruiz, and the Water Board said so.", ["The president, Ana Ruiz, and the Water Board"],
         "Ana Ruiz and Water Board"),
        ("Crown Prince Tom Hale left. The Crown Prince and Prime Minister Ana Ruiz said so.",
         ["The Crown Prince and Prime Minister Ana Ruiz"],
         "Tom Hale and Ana Ruiz"),
        ("Oland and Norland said so. Ana Ruiz and Tom Hale said so. The two sides said more.",
         ["Oland and Norland", "Ana Ruiz and Tom Hale", "The two sides"], "Oland and Norland"),
        ("Ana Ruiz and Tom Hale said so. The two sides said more.", ["Ana Ruiz and Tom Hale", "The two sides"], BOTH),
        ("Ana Ruiz met Tom Hale. Neither Ruiz nor Hale believes so.", ["Neither Ruiz nor Hale"], BOTH),
        ("Neither Ana Ruiz, Tom Hale nor Jo Vo believes so.", ["Neither Ana Ruiz, Tom Hale nor Jo Vo"], "Ana Ruiz, Tom Hale and Jo Vo"),
        ("Neither the Water Board nor Morton Steel believes so.", ["Neither the Water Board nor Morton Steel"],
         "Water Board and Morton Steel"),
        # one alone
        ("Ana Ruiz of Morton Steel and the Water Board said so.", ["Ana Ruiz of Morton Steel and the Water Board"], "Ana Ruiz"),
        ("Ana Ruiz, the mother of Tom Hale and Jo Vo, said so.", ["Ana Ruiz, the mother of Tom Hale and Jo Vo"], "Ana Ruiz"),
        ("Tom Hale, head of the Board and the Bank of Oland, said so.", ["Tom Hale, head of the Board and the Bank of Oland"], "Tom Hale"),
        ("Tom Hale, a clerk, son of Leo and Jo Vo, said so.", ["Tom Hale, a clerk, son of Leo and Jo Vo"], "Tom Hale"),
        ("Tom Hale, who met Ana Ruiz and Jo Vo, said so.", ["Tom Hale, who met Ana Ruiz and Jo Vo"], "Tom Hale"),
        ("Morton Steel, which works with the Bank of Oland and the Water Board, said so.",
         ["Morton Steel, which works with the Bank of Oland and the Water Board"], "Morton Steel"),
        ("The Ministry of Trade and Industry said so.", ["The Ministry of Trade and Industry"], "Ministry of Trade and Industry"),
        # none by name
        ("Officials in Selm and Oland said so.", ["Officials in Selm and Oland"], "Officials in Selm and Oland"),
        ("Tarval and Norlandic officials said so.", ["Tarval and Norlandic officials"], "Tarval and Norlandic officials"),
    ],
)  # fmt: skip
def test_speaker(text: str, phrases: list[str], speaker: str) -> None:
    assert called(last_speaker(scene(text, **KINDS), *phrases).figure) == speaker


@pytest.mark.parametrize(
    ("text", "behalf"),
    [
        ("Ana Ruiz, head of the Water Board, and Tom Hale, head of Morton Steel, spoke. Ruiz and Hale said so.", None),
        ("Ana Ruiz, head of the Water Board, and Tom Hale, director of the Water Board, spoke. Ruiz and Hale said so.", "Water Board"),
    ],
)
def test_they_speak_for_whom_all_of_them_speak_for(text: str, behalf: str | None) -> None:
    assert called(last_speaker(scene(text, **KINDS), "Ruiz and Hale").on_behalf_of) == behalf


def test_the_same_are_one_figure_and_no_word_of_their_names_points_at_them() -> None:
    made = scene("The Water Board and Morton Steel said so. The Water Board and Morton Steel said more. The board left.", **KINDS)
    first = last_speaker(made, "The Water Board and Morton Steel").figure
    again = last_speaker(made, "The Water Board and Morton Steel", "The Water Board and Morton Steel").figure
    assert first is again is not None
    assert called(last_speaker(made, "The board").figure) == "Water Board"


def test_the_article_keeps_who_they_are_and_only_who_is_named() -> None:
    text = "Ana Ruiz and Tom Hale said on Monday that the dam was safe. Ana Ruiz and other officials said that the mill was old.\n"
    told = kg.extract(from_text(text, doc="dam.txt"))
    named = {e.id: e.name for e in told.entities}
    assert {e.name: {named[one] for one in e.members} for e in told.entities if e.members} == {
        BOTH: {"Ana Ruiz", "Tom Hale"},
        "Ana Ruiz and other officials": {"Ana Ruiz"},
    }


@pytest.mark.parametrize(
    ("verb", "stance"),
    [("believes", "disputes"), ("thinks", "disputes"), ("accepts", "disputes"), ("confirmed", "questions")],
)
def test_what_neither_of_them_believes(verb: str, stance: str) -> None:
    text = f"Neither Milo Kerr nor Ana Quade {verb} that the school is empty, as the board has claimed.\n"
    read = kg.extract(from_text(text, doc="school"))
    names = {e.id: e.name for e in read.entities}
    [one] = [a for a in read.attributions if text[slice(*a.cue[0])] == verb]
    assert (names[one.speaker or ""], one.stance) == ("Milo Kerr and Ana Quade", stance)
