"""Names cut and joined."""

from __future__ import annotations

import pytest

from kg.reading.names import edges


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("southern New Oland", "Place", ["New Oland"]),
        ("Selm, Oland", "Place", ["Selm", "Oland"]),
        ("SELM, Oland", "Place", ["SELM", "Oland"]),
        ("Washington, D.C.", "Place", ["Washington, D.C."]),
        ("Selm's Harbor Ward", "Place", ["Selm", "Harbor Ward"]),
        ("St. Brigid's Hospital", "Place", ["St. Brigid's Hospital"]),
        ("by the Olandic foreign ministry", "Organization", ["Olandic foreign ministry"]),
        ("journal Marine Letters", "Organization", ["Marine Letters"]),
        ("al-Falah", "Organization", ["al-Falah"]),
        ("eBay", "Organization", ["eBay"]),
        ("Juan Vo former Olandic justice minister", "Person", ["Juan Vo"]),
        ("Karim bin Said", "Person", ["Karim bin Said"]),
        ("Ludwig van der Hale", "Person", ["Ludwig van der Hale"]),
        ("Jo Vo KC", "Person", ["Jo Vo"]),
        ("Jo Vale.", "Person", ["Jo Vale"]),
        ("Jo Vale Jr.", "Person", ["Jo Vale Jr."]),
        ("Liberal MP", "Person", ["Liberal MP"]),
        ("Oland Chess Association and Selm", "Organization", ["Oland Chess Association", "Selm"]),
        ("Ministry of Health and Welfare", "Organization", ["Ministry of Health and Welfare"]),
        ("Fighters of the Northern Front", "Organization", ["Northern Front"]),
        ("Sisters of the Valley", "Organization", ["Sisters of the Valley"]),
        ("Al-Selm daily", "Organization", ["Al-Selm"]),
        ("Union of Free Farmers party", "Organization", ["Union of Free Farmers"]),
        ("Boston Tea Party", "Organization", ["Boston Tea Party"]),
    ],
)
def test_parts(name: str, kind: str, parts: list[str]) -> None:
    assert [name[b:e] for b, e, _ in edges.whole(name, [(0, len(name), kind)])] == parts


def test_a_place_of_two_names_is_one() -> None:
    text = "the Isthmus of Oland"
    assert edges.whole(text, [(4, 11, "Place"), (15, 20, "Place")]) == [(4, 20, "Place")]


def test_two_places_stay_two() -> None:
    text = "Selm of Oland"
    assert len(edges.whole(text, [(0, 4, "Place"), (8, 13, "Place")])) == 2


def test_two_organizations_known_by_themselves_are_two() -> None:
    text = "Morton and Doctors Abroad met. Morton paid Doctors Abroad."
    spotted = [(0, 25, "Organization"), (31, 37, "Organization"), (43, 57, "Organization")]
    assert [text[b:e] for b, e, _ in edges.whole(text, spotted)] == ["Morton", "Doctors Abroad", "Morton", "Doctors Abroad"]


@pytest.mark.parametrize(
    ("text", "names", "whole"),
    [
        ("the Ministry of Water, Land and Fish said", ["Ministry of Water"], ["Ministry of Water, Land and Fish"]),
        ("the Ministry of Water and Land said", ["Ministry of Water"], ["Ministry of Water and Land"]),
        ("the Ministry of Water, Land and Fish said", ["Ministry of Water", "Land and Fish"], ["Ministry of Water, Land and Fish"]),
        (
            "the Ministry of Water, Hale and Selm Bank said",
            ["Ministry of Water", "Hale and Selm Bank"],
            ["Ministry of Water", "Hale and Selm Bank"],
        ),
        ("the Ministry of Water and Selm Bank said", ["Ministry of Water", "Selm Bank"], ["Ministry of Water", "Selm Bank"]),
        ("Morton Steel and Land said", ["Morton Steel"], ["Morton Steel"]),
        ("Wild Land and Water Minister Ana Ruiz", ["Wild Land"], ["Wild Land and Water"]),
        ("Wild Land and Water Park", ["Wild Land"], ["Wild Land"]),
        ("at King Hale University", ["Hale University"], ["King Hale University"]),
        ("of King Hale", ["Hale"], ["Hale"]),
        ("Selm Coins Marketing Manager Ana Ruiz", ["Selm Coins Marketing"], ["Selm Coins"]),
        ("SOFN Regional Chief Ana Ruiz", ["SOFN Regional"], ["SOFN"]),
        ("Selm Coins Marketing grew", ["Selm Coins Marketing"], ["Selm Coins Marketing"]),
    ],
)
def test_the_name_of_a_body_is_whole(text: str, names: list[str], whole: list[str]) -> None:
    spotted = [(text.index(n), text.index(n) + len(n), "Organization") for n in names]
    assert [text[b:e] for b, e, _ in edges.whole(text, spotted)] == whole
