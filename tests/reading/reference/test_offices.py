"""Ministers speak for the ministry that the text names."""

from __future__ import annotations

import pytest

from kg.model import Mention
from kg.reading.reference import offices
from kg.reading.reference.figures import Figure


@pytest.mark.parametrize(
    ("text", "role", "office", "fires"),
    [
        ("Minister of Tourism Ana Ruiz spoke.", "minister", "Ministry of Tourism", True),
        ("Foreign minister Ana Ruiz spoke.", "foreign minister", "Sarran Foreign Ministry", True),
        ("Health secretary Ana Ruiz spoke.", "health secretary", "Department of Health", True),
        ("Finance minister Ana Ruiz spoke.", "finance minister", "Ministry of Tourism", False),
        ("Prime minister Ana Ruiz spoke.", "prime minister", "Prime Movers Department", False),
        ("Tourism expert Ana Ruiz spoke.", "tourism expert", "Ministry of Tourism", False),
        ("Minister of Tourism Ana Ruiz spoke.", "minister", "Tourism Board", False),
        ("Minister Ana Ruiz spoke.", "minister", "Ministry of Tourism", True),
        ("minister Ana Ruiz spoke.", "minister", "Selm Council", False),
        ("principal Ana Ruiz spoke.", "principal", "Selm College", True),
        ("prime minister Ana Ruiz spoke.", "prime minister", "Ministry of Tourism", False),
        ("judge Ana Ruiz spoke.", "judge", "Selm High Court", True),
        ("governor Ana Ruiz spoke.", "governor", "Oland Reserve Bank", True),
        ("governor Ana Ruiz spoke.", "governor", "Bank of Oland", False),
        ("fire chief Ana Ruiz spoke.", "fire chief", "Selm Police", False),
        ("councillor Ana Ruiz spoke.", "councillor", "Selm Council", True),
        ("superintendent of Schools Ana Ruiz spoke.", "superintendent", "Selm Police", False),
    ],
)
def test_offices(text: str, role: str, office: str, *, fires: bool) -> None:
    person = Figure("Ana Ruiz", "Person", [Mention(0, 3)], roles=[(role, None, 0, len(role))])
    ministry = Figure(office, "Organization", [Mention(4, 6)])
    offices.find(text, [person, ministry])
    assert (person.works_for is ministry) == fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Velo fell. Founder Ana Ruiz spoke.", True),
        ("Velo fell. The chair, Ana Ruiz, spoke.", True),
        ("Velo fell. She told the committee so, and the chair, Ana Ruiz, spoke.", False),
        ("Velo fell. It left the committee. The chair, Ana Ruiz, spoke.", True),
    ],
)
def test_who_leads_what_the_article_is_about(text: str, *, fires: bool) -> None:
    role = "founder" if "Founder" in text else "chair"
    at = text.lower().index(role)
    person = Figure("Ana Ruiz", "Person", [Mention(at, at + 3)], roles=[(role, None, at, at + len(role))])
    firm = Figure("Velo", "Organization", [Mention(0, 4), Mention(0, 4), Mention(0, 4)])
    offices.find(text, [person, firm])
    assert (person.works_for is firm) == fires


@pytest.mark.parametrize(("nations", "fires"), [({"french"}, True), ({"spanish"}, False), (set(), True)])
def test_a_ministry_of_another_country(nations: set[str], *, fires: bool) -> None:
    place = Figure("France", "Place", [Mention(8, 9)])
    person = Figure("Ana Ruiz", "Person", [Mention(0, 3)], roles=[("health minister", place, 0, 15)], nations=nations)
    ministry = Figure("French Health Ministry", "Organization", [Mention(4, 6)])
    offices.find("health minister Ana Ruiz spoke.", [person, ministry])
    assert (person.works_for is ministry) == fires


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Hale, the Municipal Chief Executive (MCE), spoke.", {"mce": "municipal chief executive"}),
        ("The Inspector General of Police (IGP) spoke.", {"igp": "inspector general of police"}),
        ("The Roads and Transport Authority (RTA) spoke.", {}),
        ("The Municipal Chief Executive (ABC) spoke.", {}),
    ],
)
def test_offices_in_initials(text: str, expected: dict[str, str]) -> None:
    assert offices.abbreviated(text) == expected


@pytest.mark.parametrize(("office", "body", "fires"), [("principal", "College", True), ("councillor", "Council", False)])
def test_of_several_schools_an_office_is_held_at_the_one_named_last(office: str, body: str, *, fires: bool) -> None:
    person = Figure("Ana Ruiz", "Person", [Mention(50, 53)], roles=[(office, None, 40, 49)])
    first, last, next_one = (
        Figure(f"{name} {body}", "Organization", [Mention(at, at + 2)]) for name, at in (("A", 0), ("B", 20), ("C", 55))
    )
    offices.find("x" * 60, [person, first, last, next_one])
    assert (person.works_for is last) == fires


@pytest.mark.parametrize(
    ("title", "times", "others", "fires"),
    [
        ("founder", 4, 1, True),
        ("deputy managing director", 4, 2, True),
        ("founder", 4, 3, False),
        ("founder", 2, 1, False),
        ("singer", 4, 1, False),
    ],
)
def test_who_leads_leads_the_body_that_the_article_is_about(title: str, times: int, others: int, *, fires: bool) -> None:
    person = Figure("Ana Ruiz", "Person", [Mention(0, 3)], roles=[(title, None, 0, 7)])
    body, other = (
        Figure(n, "Organization", [Mention(i, i + 1) for i in range(k)]) for n, k in (("Selm Arts", times), ("Lune Arts", others))
    )
    offices.find("", [person, other, body])
    assert (person.works_for is body) == fires


@pytest.mark.parametrize(("home", "fires"), [("France", True), ("UK", False), ("Selm", True)])
def test_a_ministry_of_another_country_than_the_one_beside_the_name(home: str, *, fires: bool) -> None:
    person = Figure("Ana Ruiz", "Person", [Mention(0, 3)], roles=[("health minister", Figure(home, "Place", [Mention(8, 9)]), 0, 15)])
    ministry = Figure("French Health Ministry", "Organization", [Mention(4, 6)])
    offices.find("health minister Ana Ruiz spoke.", [person, ministry])
    assert (person.works_for is ministry) == fires


@pytest.mark.parametrize(
    ("role", "named", "other", "fires"),
    [("chief executive", 4, 2, True), ("chief executive", 2, 0, False), ("chief executive", 4, 3, False), ("engineer", 4, 2, False)],
)
def test_a_chief_executive_is_of_the_firm_that_the_article_is_about(role: str, named: int, other: int, *, fires: bool) -> None:
    person = Figure("Ana Ruiz", "Person", [Mention(90, 93)], roles=[(role, None, 80, 89)])
    firm = Figure("Morton Steel", "Organization", [Mention(i, i + 1) for i in range(named)])
    rival = Figure("Selm Steel", "Organization", [Mention(40 + i, 41 + i) for i in range(other)])
    offices.find("x" * 99, [person, firm, *([rival] if other else [])])
    assert (person.works_for is firm) == fires
