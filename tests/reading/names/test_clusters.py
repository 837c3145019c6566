"""Which names are one person, organization or place."""

from __future__ import annotations

import pytest

from kg.reading.names.clusters import gather
from tests.reading.scenes import names, scene


def clusters(text: str, **kinds: str) -> list[list[str]]:
    return [[text[m.begin : m.end] for m in f.mentions] for f in gather(text, names(text, **kinds), [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("Ana Ruiz met Ruiz.", "Ana Ruiz|Ruiz", [["Ana Ruiz", "Ruiz"]]),
        ("Ana Ruiz met. Mrs. Ruiz left.", "Ana Ruiz|Ruiz", [["Ana Ruiz", "Mrs. Ruiz"]]),
        ("Dr. Ana Ruiz met. Dr. Ruiz left.", "Dr. Ana Ruiz|Dr. Ruiz", [["Dr. Ana Ruiz", "Dr. Ruiz"]]),
        ("Ana María Ruiz met A. Ruiz.", "Ana María Ruiz|A. Ruiz", [["Ana María Ruiz", "A. Ruiz"]]),
        ("Omar al-Basri met al-Basri and Basri.", "Omar al-Basri|al-Basri|Basri", [["Omar al-Basri", "al-Basri", "Basri"]]),
        ("Ana Ruiz’s plan. Ruiz’s way.", "Ana Ruiz’s|Ruiz’s", [["Ana Ruiz", "Ruiz"]]),
        ("Ana Ruiz met Tom Ruiz.", "Ana Ruiz|Tom Ruiz", [["Ana Ruiz"], ["Tom Ruiz"]]),
        ("Ana Ruiz left. Tom Ruiz met Mr. Ruiz.", "Ana Ruiz|Tom Ruiz|Ruiz", [["Ana Ruiz"], ["Tom Ruiz", "Mr. Ruiz"]]),
        ("Tom Ruiz left. Mrs. Ruiz wept.", "Tom Ruiz|Ruiz", [["Tom Ruiz"], ["Mrs. Ruiz"]]),
        ("Ana Ruiz, daughter of the tycoon Tom Ruiz, left. Ruiz wept.", "Ana Ruiz|Tom Ruiz|Ruiz", [["Ana Ruiz", "Ruiz"], ["Tom Ruiz"]]),
        (
            "Ana Ruiz, wife of Tom Ruiz, left. Tom Ruiz came. Ruiz wept.",
            "Ana Ruiz|Tom Ruiz|Ruiz",
            [["Ana Ruiz"], ["Tom Ruiz", "Tom Ruiz", "Ruiz"]],
        ),
        (
            "Ana Ruiz, wife of Tom Ruiz. A son of Tom Ruiz. Ruiz.",
            "Ana Ruiz|Tom Ruiz|Ruiz",
            [["Ana Ruiz", "Ruiz"], ["Tom Ruiz", "Tom Ruiz"]],
        ),
        ("Ana Ruiz met.\nAR: So.", "Ana Ruiz|AR", [["Ana Ruiz", "AR"]]),
        ("Ana Ruiz met Alan Roth.\nAR: So.", "Ana Ruiz|Alan Roth|AR", [["Ana Ruiz"], ["Alan Roth"], ["AR"]]),
        # a bare surname goes on to mean whom it meant, and not the relative who is named beside somebody
        (
            "Ana Ruiz came. Ruiz sang. Tom Ruiz left. Ruiz wept.",
            "Ana Ruiz|Tom Ruiz|Ruiz",
            [["Ana Ruiz", "Ruiz", "Ruiz"], ["Tom Ruiz"]],
        ),
        (
            "Ana Ruiz came. Ruiz sang. Tom Ruiz left. Mr. Ruiz wept.",
            "Ana Ruiz|Tom Ruiz|Ruiz",
            [["Ana Ruiz", "Ruiz"], ["Tom Ruiz", "Mr. Ruiz"]],
        ),
        ("Ana Ruiz came. Her son, Tom Ruiz, left. Ruiz wept.", "Ana Ruiz|Tom Ruiz|Ruiz", [["Ana Ruiz", "Ruiz"], ["Tom Ruiz"]]),
        ("Jo Vo and his mother Ana Ruiz left. Ruiz wept.", "Jo Vo|Ana Ruiz|Ruiz", [["Jo Vo"], ["Ana Ruiz", "Ruiz"]]),
        ("Ana Teresa Vo Ruiz met Teresa Vo.", "Ana Teresa Vo Ruiz|Teresa Vo", [["Ana Teresa Vo Ruiz", "Teresa Vo"]]),
        ("Ana Teresa Vo Ruiz met Ana Vo.", "Ana Teresa Vo Ruiz|Ana Vo", [["Ana Teresa Vo Ruiz"], ["Ana Vo"]]),
        ("The son of Tom Ruiz left. Ruiz wept.", "Tom Ruiz|Ruiz", [["Tom Ruiz", "Ruiz"]]),
        (
            "Ana Ruiz left. A. Ruiz, no relation of the mayor, stayed. A. Ruiz wept.",
            "Ana Ruiz|A. Ruiz",
            [["Ana Ruiz"], ["A. Ruiz", "A. Ruiz"]],
        ),
        ("Ana Ruiz left. A. Ruiz, a relation of the mayor, stayed.", "Ana Ruiz|A. Ruiz", [["Ana Ruiz", "A. Ruiz"]]),
        ("Ana Ruiz left. Ruiz, no relation, stayed.", "Ana Ruiz|Ruiz", [["Ana Ruiz", "Ruiz"]]),
        ("Ana María Ruiz Vo met Ana María.", "Ana María Ruiz Vo|Ana María", [["Ana María Ruiz Vo", "Ana María"]]),
        ("Tom “Tata” Ruiz met Tata Ruiz.", "Tata Ruiz|Tom|Ruiz", [["Tom “Tata” Ruiz", "Tata Ruiz"]]),
    ],
)
def test_persons(text: str, person: str, expected: list[list[str]]) -> None:
    assert clusters(text, Person=person) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Sheikh Vesta left.", "Sheikh Vesta"),
        ("Sheikh Vesta left. Vesta wept.", "Sheikh Vesta"),
        ("Sheikh Vesta left. Sheikh Vesta wept.", "Vesta"),
        ("Prime Minister Vesta left.", "Vesta"),
        ("Sheikh Vesta Ruiz left. Vesta wept.", "Vesta Ruiz"),
    ],
)
def test_a_title_that_may_be_a_given_name(text: str, name: str) -> None:
    assert [f.name for f in gather(text, names(text, Person="Vesta Ruiz|Vesta"), [(0, len(text))])] == [name]


@pytest.mark.parametrize(("text", "gender"), [("Prime Minister Sheikh Vesta left.", None), ("Sheikh Vesta left. Sheikh Vesta wept.", "m")])
def test_a_given_name_that_is_a_title_tells_no_gender(text: str, gender: str | None) -> None:
    assert gather(text, names(text, Person="Vesta"), [(0, len(text))])[0].gender == gender


def test_who_has_a_title_somewhere_is_no_organization() -> None:
    text = "Ruiz Steel met. Ruiz paid. Mr. Ruiz left."
    found = gather(text, names(text, Person="Ruiz", Organization="Ruiz Steel"), [(0, len(text))])
    assert [(f.name, f.type, len(f.mentions)) for f in found] == [("Ruiz Steel", "Organization", 1), ("Ruiz", "Person", 2)]


@pytest.mark.parametrize(
    ("text", "organization", "expected"),
    [
        ("The World Grain Fund (WGF) met. WGF paid.", "World Grain Fund|WGF", [["World Grain Fund", "WGF", "WGF"]]),
        ("Institut du Blé (IWX) met. IWX paid.", "Institut du Blé|IWX", [["Institut du Blé", "IWX", "IWX"]]),
        ("The Chamber of Works (Capwa) met. Capwa paid.", "Chamber of Works|Capwa", [["Chamber of Works", "Capwa", "Capwa"]]),
        ("Morton (Capwa) met. Capwa paid.", "Morton|Capwa", [["Morton"], ["Capwa", "Capwa"]]),
        ("The Chamber of Works (Capwa Hall) met.", "Chamber of Works|Capwa Hall", [["Chamber of Works"], ["Capwa Hall"]]),
        ("The Grain Growers Party of Oland met. GGP paid.", "Grain Growers Party of Oland|GGP", [["Grain Growers Party of Oland", "GGP"]]),
        ("The Grain Party of Oland met. GP paid.", "Grain Party of Oland|GP", [["Grain Party of Oland"], ["GP"]]),
        ("The Ministry of Works met. The Ministry paid.", "Ministry of Works|Ministry", [["Ministry of Works", "Ministry"]]),
        ("Ministry calls it false. The Ministry of Works met.", "Ministry|Ministry of Works", [["Ministry", "Ministry of Works"]]),
        ("Morton Steel met. Morton paid.", "Morton Steel|Morton", [["Morton Steel", "Morton"]]),
        (
            "Morton Steel met Morton Foods. Morton paid.",
            "Morton Steel|Morton Foods|Morton",
            [["Morton Steel"], ["Morton Foods"], ["Morton"]],
        ),
        (
            "National Grain Fund met. National Water Fund paid.",
            "National Grain Fund|National Water Fund",
            [["National Grain Fund"], ["National Water Fund"]],
        ),
        ("The Grain Fund met. Grain Fund paid.", "The Grain Fund|Grain Fund", [["The Grain Fund", "Grain Fund"]]),
        ("The Grain Fund’s (GFX) fee. GFX paid.", "Grain Fund|GFX", [["Grain Fund", "GFX", "GFX"]]),
        ("Grain Mutual Bank met. Grain Bank paid.", "Grain Mutual Bank|Grain Bank", [["Grain Mutual Bank", "Grain Bank"]]),
        (
            "The Grain Fund and Bureau of the Grain Fund met.",
            "Bureau of the Grain Fund|Grain Fund",
            [["Grain Fund"], ["Bureau of the Grain Fund"]],
        ),
        (
            "Morton Holdings met Morton News. Morton paid.",
            "Morton Holdings|Morton News|Morton",
            [["Morton Holdings", "Morton"], ["Morton News"]],
        ),
        ("Casa de Agua y Trigo de Selm met. CATS paid.", "Casa de Agua y Trigo de Selm|CATS", [["Casa de Agua y Trigo de Selm", "CATS"]]),
        ("Grain Fund met. The Grain Fund Council left.", "Grain Fund|Grain Fund Council", [["Grain Fund"], ["Grain Fund Council"]]),
        ("The Grain Fund Council met. Grain Fund left.", "Grain Fund|Grain Fund Council", [["Grain Fund Council", "Grain Fund"]]),
        ("The Selm Courier met.\nTSC: How?", "Selm Courier|TSC", [["Selm Courier", "TSC"]]),
        ("The Selm Courier met.\nTSC left.", "Selm Courier|TSC", [["Selm Courier"], ["TSC"]]),
        ("Oland Institute of Science met. OISc paid.", "Oland Institute of Science|OISc", [["Oland Institute of Science", "OISc"]]),
        ("Oland Institute of Science met. OIWx paid.", "Oland Institute of Science|OIWx", [["Oland Institute of Science"], ["OIWx"]]),
    ],
)
def test_organizations(text: str, organization: str, expected: list[list[str]]) -> None:
    assert clusters(text, Organization=organization) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Selm Post wrote. It told the Post.", [["Selm Post", "Post"]]),
        ("The Selm Post Authority wrote. It told the Post.", [["Selm Post Authority"], ["Post"]]),
        ("Post Selm wrote. It told the Selm.", [["Post Selm"], ["Selm"]]),
    ],
)
def test_a_newspaper_by_the_last_word_of_its_name(text: str, expected: list[list[str]]) -> None:
    assert clusters(text, Organization="Selm Post Authority|Selm Post|Post Selm|Post|Selm") == expected


def test_countries_by_their_short_names() -> None:
    assert clusters("The U.S. and the UK met. Britain and the United States left.", Place="U.S.|UK|Britain|United States") == [
        ["U.S.", "United States"],
        ["UK", "Britain"],
    ]


def test_a_word_read_as_a_person_is_the_organization_that_begins_with_it() -> None:
    assert clusters("Brightwell Coatings met. Brightwell paid.", Organization="Brightwell Coatings", Person="Brightwell") == [
        ["Brightwell Coatings", "Brightwell"]
    ]


def test_brackets_of_an_editor_are_no_part_of_a_name() -> None:
    assert [f.name for f in scene("“[Ana] Ruiz left.”", Person="Ana] Ruiz").figures] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("SELM — It rained. The mayor of Selm left.", "SELM|Selm", "Selm"),
        ("NEW SELM — It rained in New Selm.", "NEW SELM|New Selm", "New Selm"),
        ("SELM — It rained.", "SELM", "SELM"),
        ("The US met. US troops left.", "US", "US"),
    ],
)
def test_a_place_is_called_as_the_text_writes_it_in_small_letters(text: str, place: str, name: str) -> None:
    assert [f.name for f in gather(text, names(text, Place=place), [(0, len(text))])] == [name]
