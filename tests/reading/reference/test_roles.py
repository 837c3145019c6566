"""Roles beside a name, and whose they are."""

from __future__ import annotations

import pytest

from kg.reading.reference.behalf import behalf
from tests.reading.scenes import called, scene


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ana Ruiz, the Water Board's director, spoke.", [("director", "Water Board")]),
        ("Ana Ruiz, deputy director of the Water Board, spoke.", [("deputy director", "Water Board")]),
        ("Water Board spokeswoman Ana Ruiz spoke.", [("spokeswoman", "Water Board")]),
        ("The Water Board met. Its chairwoman, Ana Ruiz, spoke.", [("chairwoman", "Water Board")]),
        ("The head of the Water Board, Ana Ruiz, spoke.", [("head", "Water Board")]),
        ("Mayor Ana Ruiz spoke.", [("mayor", None)]),
        ("The Party of Order (Water Board) legislator Ana Ruiz spoke.", [("legislator", "Water Board")]),
        ("Ana Ruiz, a carpenter, spoke.", [("carpenter", None)]),
        ("CEO of Water Board Ana Ruiz spoke.", [("ceo", "Water Board")]),
        ("Chief Executive Officer of the Water Board, Ana Ruiz, spoke.", [("chief executive officer", "Water Board")]),
        ("The vice president of the Water Board (WB) Ana Ruiz spoke.", [("vice president", "Water Board")]),
        ("Undersecretary for Water Board Ana Ruiz spoke.", [("undersecretary", "Water Board")]),
        ("Water Board vice president, Ana Ruiz, spoke.", [("vice president", "Water Board")]),
        ("Ana Ruiz, a fellow at the Selm-based Water Board, spoke.", [("fellow", "Water Board")]),
        ("Ana Ruiz, head of the board of the Water Board, spoke.", [("head", "Water Board")]),
        ("The Water Board met. The board’s National General Secretary Ana Ruiz spoke.", [("national general secretary", "Water Board")]),
        ("Ana Ruiz, who spoke to the director, left.", []),
        ("Ana Ruiz, Tom Hale and the director left.", []),
        ("Ana Ruiz, 58, spoke.", []),
        ("Dr. Ana Ruiz spoke.", []),
        ("The Water Board never accused Ana Ruiz.", []),
        ("The candidates, Ana Ruiz and Tom Hale, spoke.", []),
        ("Her associates, Ana Ruiz said, left.", []),
        ("It went to his nominee, Ana Ruiz said.", []),
        ("Ana Ruiz, 58, director of the Water Board, spoke.", [("director", "Water Board")]),
        ("Ana Ruiz, assistant regional representative at the Water Board, spoke.", [("assistant regional representative", "Water Board")]),
        ("Ana Ruiz, Water Board (WB) spokesperson in Selm, spoke.", [("spokesperson", "Water Board")]),
        ("Ana Ruiz, founder and chair of the Water Board, spoke.", [("founder", "Water Board")]),
        ("Ana Ruiz, chair of the board of directors of the Water Board, spoke.", [("chair", "Water Board")]),
        ("Ana Ruiz, heritage and land worker with the Water Board, spoke.", [("heritage and land worker", "Water Board")]),
        ("Tom Hale married teacher Ana Ruiz.", [("teacher", None)]),
        ("The board sacked coach Ana Ruiz.", [("coach", None)]),
        ("The retired coach Ana Ruiz spoke.", [("retired coach", None)]),
        ("They lost another coach Ana Ruiz liked.", [("coach", None)]),
        ("Water Board Regional Chief Ana Ruiz spoke.", [("chief", "Water Board")]),
        ("The Selm mayor, Tom Hale, the rector, Ana Ruiz, and the board left.", [("rector", None)]),
        ("Economy Minister Ana Ruiz spoke.", [("economy minister", None)]),
        ("On Friday Minister Ana Ruiz spoke.", [("minister", None)]),
        ("Then Mayor Ana Ruiz spoke.", [("mayor", None)]),
        ("Former President Ana Ruiz spoke.", [("former president", None)]),
        ("Vice-President Ana Ruiz spoke.", [("vice-president", None)]),
        ("The Minister of Justice and Public Security, Ana Ruiz, spoke.", [("minister", None)]),
        ("Ana Ruiz, President Tom Hale’s critics said, left.", []),
        ("It was opened by Ana Ruiz, the king said.", []),
        ("Ana Ruiz, national deputies and the mayor left.", []),
        ("Selm’S Mayor, Ana Ruiz, spoke.", [("mayor", "Selm")]),
        ("The captain’s wife, Ana Ruiz, spoke.", [("wife", "captain")]),
        ("It was sold by its owner Ana Ruiz, the driver announced.", [("owner", None)]),
        ("The Water Board met. A lawyer for the board, Ana Ruiz, spoke.", [("lawyer", "Water Board")]),
        ("Water Board fell. A lawyer for the company, Ana Ruiz, spoke.", [("lawyer", "Water Board")]),
        ("A broadcaster, Ana Ruiz, spoke.", [("broadcaster", None)]),
        ("The former Water Board director Ana Ruiz spoke.", [("former director", "Water Board")]),
        ("They met Ana Ruiz, a carpenter", [("carpenter", None)]),
        ("The president of the Water Board (WB), Ana Ruiz, spoke.", [("president", "Water Board")]),
        ("It went to the president of the Water Board (WB), Ana Ruiz said.", []),
        ("President of the Republic Ana Ruiz spoke.", [("president", None)]),
        ("Selm Secretary of State Ana Ruiz spoke.", [("secretary of state", "Selm")]),
        ("Selm MEC for Finance Ana Ruiz spoke.", [("mec", "Selm")]),
        ("Minister for Land, Trade and Work, Ana Ruiz, spoke.", [("minister", None)]),
        ("First Lady Ana Ruiz spoke.", [("first lady", None)]),
        ("The Water Board met. The board’s President Ana Ruiz spoke.", [("president", "Water Board")]),
        ("The Water Board met. The valley’s President Ana Ruiz spoke.", [("president", None)]),
        ("Ana Ruiz, Selm managing director of the Water Board, spoke.", [("managing director", "Water Board")]),
        ("Ana Ruiz, Selm ambassador at the Water Board, spoke.", [("ambassador", "Selm")]),
        ("Ana Ruiz, special envoy for Selm, spoke.", [("special envoy", None)]),
        ("Ana Ruiz, chief economist for Selm at insurance firm Water Board, spoke.", [("chief economist", "Water Board")]),
        ("Ana Ruiz, mayor of Selm with three friends, spoke.", [("mayor", "Selm")]),
        ("Ana Ruiz, head of the old maps section at the Water Board, spoke.", [("head", "Water Board")]),
        ("The Water Board met. Ana Ruiz, deputy head of the board’s Selm branch, spoke.", [("deputy head", "Water Board")]),
        ("Ana Ruiz, director of Selm’s Water Board, spoke.", [("director", "Water Board")]),
        ("CEO of non-profit Water Board Ana Ruiz spoke.", [("ceo", "Water Board")]),
        ("It ended. Its rival, lawyer Ana Ruiz, spoke.", [("lawyer", None), ("rival", None)]),
        ("The Water Board lost. The board’s legal adviser, lawyer Ana Ruiz, spoke.", [("lawyer", None), ("legal adviser", "Water Board")]),
        ("They asked the mayor, lawyer Ana Ruiz.", [("lawyer", None)]),
        ("Water Board chair Tom Hale and chief executive Ana Ruiz spoke.", [("chief executive", "Water Board")]),
        ("Water Board chair Tom Hale met chief executive Ana Ruiz.", [("chief executive", None)]),
        ("Ana Ruiz, disputed notes made by police officer Tom Hale.", []),
        ("Ana Ruiz, met Friday with the Water Board director, Tom Hale.", []),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str | None]]) -> None:
    made = scene(text, Person="Ana Ruiz|Tom Hale", Organization="Water Board", Place="Selm")
    person = next(f for f in made.figures if f.name == "Ana Ruiz")
    assert [(role, called(of)) for role, of, *_ in person.roles] == roles


@pytest.mark.parametrize(
    ("text", "gender"), [("Ms. Vo spoke.", "f"), ("Mr. Vo spoke.", "m"), ("Vo, a spokeswoman, spoke.", "f"), ("Vo spoke.", None)]
)
def test_gender(text: str, gender: str | None) -> None:
    assert scene(text, Person="Vo").figures[0].gender == gender


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Water Board Professor Ana Ruiz spoke.", "Water Board"),
        ("The defence minister Ana Ruiz spoke.", None),
        ("The Water Board’s Ana Ruiz spoke.", "Water Board"),
        ("The Water Board, Ana Ruiz spoke.", None),
        ("Ana Ruiz of the ruling Water Board spoke.", "Water Board"),
        ("Ana Ruiz from the Water Board spoke.", "Water Board"),
        ("Ana Ruiz from the wet Water Board spoke.", None),
    ],
)
def test_for_whom_one_works(text: str, body: str | None) -> None:
    made = scene(text, Person="Ana Ruiz", Organization="Water Board")
    person = next(f for f in made.figures if f.name == "Ana Ruiz")
    assert called(person.works_for or next((of for _, of, *_ in person.roles), None)) == body


def test_the_country_of_an_office() -> None:
    made = scene("France and Norland met. French Foreign Minister Ana Ruiz spoke.", Person="Ana Ruiz", Place="Norland|France")
    (person,) = (f for f in made.figures if f.name == "Ana Ruiz")
    assert [called(of) for _, of, *_ in person.roles] == ["France"]
    assert behalf(person) is None


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("It met Norland and France. French Ambassador to Norland Ana Ruiz spoke.", "France"),
        ("It met Norland and France. French Consul General in Norland, H.E. Ana Ruiz, spoke.", "France"),
        ("It met Norland and France. The French hope to Norland Ana Ruiz spoke.", None),
    ],
)
def test_who_is_sent(text: str, home: str | None) -> None:
    made = scene(text, Person="Ana Ruiz", Place="Norland|France")
    assert called(behalf(next(f for f in made.figures if f.name == "Ana Ruiz"))) == home


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ana Ruiz, a nurse at Selm Hospital, spoke.", "Selm Hospital"),
        ("Ana Ruiz, a nurse at Hospital, spoke.", None),
        ("Ana Ruiz, a nurse at Selm, spoke.", None),
        ("Ana Ruiz, a Water Board engineer, spoke.", "Water Board"),
        ("Ana Ruiz, a Water Board student, spoke.", None),
        ("It is by the Water Board. Its lead author, Ana Ruiz, spoke.", "Water Board"),
        ("Ana Ruiz, a retired Water Board engineer, spoke.", None),
    ],
)
def test_who_speaks_for_a_body(text: str, body: str | None) -> None:
    made = scene(text, Person="Ana Ruiz", Organization="Water Board", Place="Selm Hospital|Hospital|Selm")
    assert called(behalf(next(f for f in made.figures if f.name == "Ana Ruiz"))) == body
