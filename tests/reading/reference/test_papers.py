"""Whose the documents are that speak."""

from __future__ import annotations

import re

import pytest

from kg.reading.reference import papers, refer
from tests.reading.scenes import called, last_speaker, scene

KINDS = {
    "Person": "Ana Ruiz|Tom Hale|Jo Vo",
    "Organization": "Water Board|Morton Steel|Selm Courier|Twitter|Bank of Oland",
    "Place": "Selm|Oland",
}


@pytest.mark.parametrize(
    ("text", "phrases", "speaker"),
    [
        ("A poll last week by Morton Steel said so.", ["A poll last week by Morton Steel"], "Morton Steel"),
        ("A statement Thursday from Morton Steel said so.", ["A statement Thursday from Morton Steel"], "Morton Steel"),
        ("Last week’s poll by Morton Steel said so.", ["Last week’s poll by Morton Steel"], "Morton Steel"),
        ("The book “Towers of Selm,” by Tom Hale, said so.", ["The book “Towers of Selm,” by Tom Hale,"], "Tom Hale"),
        ("A Selm Courier report “A city of towers” said so.", ["A Selm Courier report “A city of towers”"], "Selm Courier"),
        ("One Twitter post said so.", ["One Twitter post"], None),
        ("Twitter’s statement said so.", ["Twitter’s statement"], "Twitter"),
        ("Footage from Selm showed so.", ["Footage from Selm"], None),
        ("Footage from Morton Steel showed so.", ["Footage from Morton Steel"], "Morton Steel"),
        ("Court documents showed so.", ["Court documents"], None),
        ("Reports from the Water Board said so.", ["Reports from the Water Board"], "Water Board"),
        ("Reports from Selm said so.", ["Reports from Selm"], None),
        ("The Water Board met. The first part of its report said so.", ["The first part of its report"], "Water Board"),
        ("Ana Ruiz mailed the letter. Jo Vo left. A copy of the letter said so.", ["A copy of the letter"], "Ana Ruiz"),
        ("The findings of a study by Morton Steel said so.", ["The findings of a study by Morton Steel"], "Morton Steel"),
        ("Part of the harbour said so.", ["Part of the harbour"], None),
        ("Ana Ruiz mailed the letter on Monday. Jo Vo left. The letter said so.", ["The letter"], "Ana Ruiz"),
        ("Ana Ruiz got the letter on Monday. Jo Vo left. The letter said so.", ["The letter"], None),
        ("An article in the Selm Courier said so.", ["An article in the Selm Courier"], "Selm Courier"),
        ("A story in the national newspaper Selm Courier said so.", ["A story in the national newspaper Selm Courier"], "Selm Courier"),
        ("A study in the Selm Courier said so.", ["A study in the Selm Courier"], None),
        ("A report came out in the Selm Courier. The report said so.", ["The report"], None),
        ("A report published in the Selm Courier hurt. Jo Vo left. The report said so.", ["The report"], "Selm Courier"),
        ("A study published in the Selm Courier hurt. Jo Vo left. The study said so.", ["The study"], None),
        ("The Water Board’s plan said so.", ["The Water Board’s plan"], "Water Board"),
        ("The Water Board’s plan said so. The plan said more.", ["The Water Board’s plan", "The plan"], "Water Board"),
        ("The plan said so.", ["The plan"], None),
        ("The list said so.", ["The list"], None),
        ("Oland’s law said so.", ["Oland’s law"], None),
        ("A new poll showed so. The poll by Morton Steel came out on Monday.", ["A new poll"], "Morton Steel"),
        ("A new poll showed so. According to the study by Morton Steel, it rained.", ["A new poll"], "Morton Steel"),
        ("A new poll showed so. According to a study by Morton Steel, it rained.", ["A new poll"], None),
        ("Guidelines recently issued by the Water Board said so.", ["Guidelines recently issued by the Water Board"], "Water Board"),
        ("Data updated on Monday by the Water Board said so.", ["Data updated on Monday by the Water Board"], "Water Board"),
        ("The new poll of nurses said so.", ["The new poll of nurses"], None),
        ("A study of Morton Steel said so.", ["A study of Morton Steel"], None),
        ("A study of Morton Steel by Ana Ruiz said so.", ["A study of Morton Steel by Ana Ruiz"], "Ana Ruiz"),
        ("The records of Morton Steel said so.", ["The records of Morton Steel"], "Morton Steel"),
        ("Ana Ruiz, a baker in Oland, has filed a lawsuit against Morton Steel. The lawsuit said so.", ["The lawsuit"], "Ana Ruiz"),
        ("Ana Ruiz and Tom Hale, bakers in Oland, filed a lawsuit. The lawsuit said so.", ["The lawsuit"], "Ana Ruiz and Tom Hale"),
        ("A lawsuit brought by Ana Ruiz hurt. Jo Vo left. The lawsuit said so.", ["The lawsuit"], "Ana Ruiz"),
        ("A report for Morton Steel on towers by Ana Ruiz said so.", ["A report for Morton Steel on towers by Ana Ruiz"], "Ana Ruiz"),
        (
            "A report about towers issued in June by the Water Board said so.",
            ["A report about towers issued in June by the Water Board"],
            "Water Board",
        ),
        ("A report cited by Tom Hale said so.", ["A report cited by Tom Hale"], None),
        ("A report cited by Tom Hale, authored by Ana Ruiz, said so.", ["A report cited by Tom Hale, authored by Ana Ruiz,"], "Ana Ruiz"),
        ("A poll by Morton Steel said so. The survey said more.", ["A poll by Morton Steel", "The survey"], "Morton Steel"),
        ("A letter by Morton Steel said so. The survey said more.", ["A letter by Morton Steel", "The survey"], None),
        ("Ana Ruiz said so. The statement said more.", ["Ana Ruiz", "The statement"], "Ana Ruiz"),
        ("Ana Ruiz said so. The survey said more.", ["Ana Ruiz", "The survey"], None),
        ("A Morton Steel poll out this week said so.", ["A Morton Steel poll out this week"], "Morton Steel"),
        ("The yearbook of the Water Board said so.", ["The yearbook of the Water Board"], "Water Board"),
        ("A statement by Morton Steel said so. The memo said more.", ["A statement by Morton Steel", "The memo"], "Morton Steel"),
        ("A memo came out. A poll by Morton Steel said so. The memo said more.", ["A poll by Morton Steel", "The memo"], None),
        ("A poll by Morton Steel said so. The records said more.", ["A poll by Morton Steel", "The records"], None),
        ("The Water Board in its recent report said so.", ["The Water Board in its recent report"], "Water Board"),
        ("The harbour union in its recent report said so.", ["The harbour union in its recent report"], "harbour union"),
    ],
)
def test_the_maker_of_a_document(text: str, phrases: list[str], speaker: str | None) -> None:
    assert called(last_speaker(scene(text, **KINDS), *phrases).figure) == speaker


@pytest.mark.parametrize(
    ("text", "source", "cue", "paper", "speaker"),
    [
        ("The Selm Courier reported it. Jo Vo left. The report said so.", "The Selm Courier", "reported", "The report", "Selm Courier"),
        ("The Selm Courier denied it. Jo Vo left. The report said so.", "The Selm Courier", "denied", "The report", None),
        ("Ana Ruiz wrote it. The emotional post said so.", "Ana Ruiz", "wrote", "The emotional post", "Ana Ruiz"),
        ("Ana Ruiz said it. The emotional post said so.", "Ana Ruiz", "said", "The emotional post", None),
    ],
)
def test_a_document_after_what_was_done_with_it(text: str, source: str, cue: str, paper: str, speaker: str | None) -> None:
    made = scene(text, **KINDS)
    begin, at = text.index(source), text.index(cue)
    said = refer.speaker(made, (begin, begin + len(source)), (at, at + len(cue)))
    papers.remember(made, said, made.sentence(at), (), cue)
    found = re.search(re.escape(paper), text)
    assert found
    assert called(refer.speaker(made, found.span(), (found.end() + 1, found.end() + 5)).figure) == speaker
