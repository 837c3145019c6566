"""Name spans and types, mended."""

from __future__ import annotations

import pytest

from kg.reading.names.spans import mend
from kg.reading.network.reader import Name
from tests.reading.scenes import names


def read(text: str, **kinds: str) -> list[tuple[str, str]]:
    return [(text[b:e], kind) for b, e, kind in mend(text, names(text, **kinds), [(0, len(text))])]


def test_a_piece_of_a_known_name_grows_and_a_place_passed_over_is_added() -> None:
    text = "The Free Grain Front met. The Free Grain Front paid. Free Grain Front."
    spotted = mend(text, [Name(4, 20, "Organization", 0.9), Name(30, 34, "Organization", 0.9)])
    assert [text[b:e] for b, e, _ in spotted] == ["Free Grain Front"] * 3


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("SELM, Norland — It rained.", {"Person": "SELM"}, [("SELM", "Place")]),
        ("SELM — It rained in SELM.", {"Person": "SELM"}, [("SELM", "Place")] * 2),
        ("It rained in Selm.", {"Person": "Selm"}, [("Selm", "Place")]),
        ("The Selm Police Union met.", {"Person": "Selm Police Union"}, [("Selm Police Union", "Organization")]),
        ("Ana Hale met. Hale paid.", {"Person": "Ana Hale", "Place": "Hale"}, [("Ana Hale", "Person"), ("Hale", "Person")]),
        ("Ana Hale met in Hale.", {"Person": "Ana Hale", "Place": "Hale"}, [("Ana Hale", "Person"), ("Hale", "Place")]),
        ("Bank of the north.", {"Organization": "Bank of the"}, [("Bank", "Organization")]),
        ("Centre for Trade at the port.", {"Organization": "Centre for Trade at"}, [("Centre for Trade", "Organization")]),
        ("Selm Pictures President Ana Ruiz left.", {"Misc": "Selm Pictures"}, [("Selm Pictures", "Organization")]),
        ("The film Selm Pictures ran.", {"Misc": "Selm Pictures"}, []),
        ("She saw 12 of May.", {"Date": "May"}, []),
        ("the board met.", {"Organization": "board"}, []),
        ("Ana Ruiz 😀👍🏽 left.", {"Person": "Ana Ruiz 😀👍🏽"}, [("Ana Ruiz", "Person")]),
        ("Minister of Health spoke.", {"Organization": "Minister of Health"}, []),
        ("Crown Prince spoke.", {"Person": "Crown Prince"}, []),
        ("Prince Hale spoke.", {"Person": "Prince Hale"}, [("Hale", "Person")]),
        ("An order came.", {"Organization": "An"}, []),
        ("They drew Group C.", {"Organization": "Group C"}, []),
        ("The SMEs paid.", {"Organization": "SMEs"}, []),
        ("CCTV footage ran.", {"Organization": "CCTV"}, []),
        ("CCTV reported it.", {"Organization": "CCTV"}, [("CCTV", "Organization")]),
        ("Secretary for Culture Ana Ruiz left.", {"Person": "Secretary for Culture|Ana Ruiz"}, [("Ana Ruiz", "Person")]),
        ("We saw Tom Warner. Ana Ruiz left.", {"Person": "Tom Warner. Ana Ruiz"}, [("Tom Warner", "Person"), ("Ana Ruiz", "Person")]),
        ("We saw Tom Vo. Vo left.", {"Person": "Tom Vo. Vo"}, [("Tom Vo", "Person"), ("Vo", "Person")]),
        ("We saw Tom P. Poe.", {"Person": "Tom P. Poe"}, [("Tom P. Poe", "Person")]),
        ("We saw Warner. Ana Ruiz left.", {"Person": "Warner.|Ana Ruiz"}, [("Warner", "Person"), ("Ana Ruiz", "Person")]),
        ("We saw Tom P. Warner.", {"Person": "Tom P. Warner"}, [("Tom P. Warner", "Person")]),
        ("Lau Mo-sheung left.", {"Person": "Lau Mo"}, [("Lau Mo-sheung", "Person")]),
        ("The site SELM.co.ke wrote.", {"Organization": "SELM.co"}, [("SELM.co.ke", "Organization")]),
        ("Selm.com wrote.", {"Organization": "Selm"}, [("Selm.com", "Organization")]),
        ("They joined Selm Steel. it is said.", {"Organization": "Selm Steel"}, [("Selm Steel", "Organization")]),
        ("The OD(S) voted.", {"Organization": "OD(S"}, [("OD(S)", "Organization")]),
        ("The party (OD) voted.", {"Organization": "OD"}, [("OD", "Organization")]),
        ("Md Omar Hale left.", {"Person": "Omar Hale"}, [("Md Omar Hale", "Person")]),
        ("King Hale Hospital opened.", {"Organization": "Hale Hospital"}, [("King Hale Hospital", "Organization")]),
        ("Jon “The Mill” Hale left.", {"Person": "Jon|Hale", "Organization": "The Mill"}, [("Jon “The Mill” Hale", "Person")]),
        ('Jon "Selm" Hale left.', {"Person": "Jon|Hale", "Place": "Selm"}, [('Jon "Selm" Hale', "Person")]),
        ("Jon (Selm) Hale left.", {"Person": "Jon|Hale", "Place": "Selm"}, [("Jon", "Person"), ("Selm", "Place"), ("Hale", "Person")]),
        ("Jon, “Selm” Hale left.", {"Person": "Jon|Hale", "Place": "Selm"}, [("Jon", "Person"), ("Selm", "Place"), ("Hale", "Person")]),
        ("King Hale opened.", {"Person": "Hale"}, [("Hale", "Person")]),
        ("Selm Hospital, Peru opened.", {"Organization": "Selm Hospital, Peru"}, [("Selm Hospital", "Organization"), ("Peru", "Place")]),
        ("Selm Hospital, Hale opened.", {"Organization": "Selm Hospital, Hale"}, [("Selm Hospital, Hale", "Organization")]),
        ("President Hale Holdings opened.", {"Organization": "Hale Holdings"}, [("Hale Holdings", "Organization")]),
        ("The Hale-led team left.", {"Person": "Hale"}, [("Hale", "Person")]),
        ("The envoy to Peru Tom Hale left.", {"Person": "Peru Tom Hale"}, [("Tom Hale", "Person")]),
        ("OC Ruiz left. Ana Ruiz met.", {"Person": "OC Ruiz|Ana Ruiz"}, [("Ruiz", "Person"), ("Ana Ruiz", "Person")]),
        ("MK Ana Ruiz met.", {"Person": "MK Ana Ruiz"}, [("Ana Ruiz", "Person")]),
        ("Selm SP A Ruiz met.", {"Person": "Selm SP A Ruiz"}, [("A Ruiz", "Person")]),
        ("MK Ruiz met.", {"Person": "MK Ruiz"}, [("MK Ruiz", "Person")]),
        ("JK Ana Ruiz met.", {"Person": "JK Ana Ruiz"}, [("JK Ana Ruiz", "Person")]),
        ("Pol Col Ana Ruiz met.", {"Person": "Pol Col Ana Ruiz"}, [("Ana Ruiz", "Person")]),
        ("Selma.co.no met.", {"Organization": "Selma"}, [("Selma.co.no", "Organization")]),
        ("Selma.com met.", {"Organization": "Selma"}, [("Selma.com", "Organization")]),
        ("He left Selm. It rained.", {"Place": "Selm"}, [("Selm", "Place")]),
        ("The MEC met.", {"Organization": "MEC"}, []),
        ("The Attorney General spoke. Then the AG left.", {"Organization": "AG"}, []),
        ("AG spoke to the Attorney General.", {"Organization": "AG"}, [("AG", "Organization")]),
        ("The bank spoke. Then the AG left.", {"Organization": "AG"}, [("AG", "Organization")]),
        ("They use SELM-V. The SELM-V fund met.", {"Organization": "SELM-V.|SELM-V"}, [("SELM-V", "Organization")] * 2),
        ("They left S.L. It rained.", {"Organization": "S.L."}, [("S.L.", "Organization")]),
        ("Ana “Bo” Ruiz Jnr met.", {"Person": "Ana “Bo|Ruiz Jnr"}, [("Ana “Bo” Ruiz Jnr", "Person")]),
        ("Tarvin Pharma paid. We saw Tarvin Pharma’s books.", {"Person": "Tarvin Pharma"}, [("Tarvin Pharma", "Organization")] * 2),
        ("Corsen Marine paid.", {"Person": "Corsen Marine"}, [("Corsen Marine", "Organization")]),
        ("Dalby Logistics paid.", {"Person": "Dalby Logistics"}, [("Dalby Logistics", "Organization")]),
        ("Selm Steel, the maker, paid.", {"Person": "Selm Steel"}, [("Selm Steel", "Organization")]),
        ("Daniel Steel paid.", {"Person": "Daniel Steel"}, [("Daniel Steel", "Person")]),
        ("Rolf K. Steel, 42, paid.", {"Person": "Rolf K. Steel"}, [("Rolf K. Steel", "Person")]),
        ("Corsen Marine, a nurse, paid.", {"Person": "Corsen Marine"}, [("Corsen Marine", "Person")]),
        ("Corsen Marine, who sang, paid.", {"Person": "Corsen Marine"}, [("Corsen Marine", "Person")]),
        ("Judge Corsen Marine paid.", {"Person": "Corsen Marine"}, [("Corsen Marine", "Person")]),
        ("Corsen Marine paid. Ms. Marine left.", {"Person": "Corsen Marine"}, [("Corsen Marine", "Person")]),
        ("Marine paid.", {"Person": "Marine"}, [("Marine", "Person")]),
        ("They sail in Corsen Marine.", {"Place": "Corsen Marine"}, [("Corsen Marine", "Place")]),
        ("Fundación Ana Ruiz met.", {"Person": "Fundación Ana Ruiz"}, [("Fundación Ana Ruiz", "Organization")]),
    ],
)
def test_mend(text: str, kinds: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert read(text, **kinds) == expected


def test_a_name_does_not_end_in_a_slash() -> None:
    assert mend("An SMN/ORP poll came.", [Name(3, 7, "Organization", 0.9)]) == [(3, 6, "Organization")]


def test_the_address_of_a_site_is_not_cut() -> None:
    text = "It rained, Selma.co.no said."
    assert mend(text, [Name(11, 20, "Organization", 0.9)]) == [(11, 22, "Organization")]
