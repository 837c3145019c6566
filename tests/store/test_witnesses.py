"""Who is a source, and which sources are independent of each other, on rows made by hand."""

from __future__ import annotations

import pytest

from kg.store.corroborating import counted
from kg.store.witnesses import Row, witnesses


def row(speaker: str | None, article: str, agency: str | None = None, **more: str) -> Row:
    blank = {"entity": None, "on_behalf_of": None, "copies": None, "relation": "same", "unverified": None, "date": None, "basis": None}
    return {**blank, "speaker": speaker, "article": article, "agency": agency, **more}


@pytest.mark.parametrize(
    ("rows", "independent"),
    [
        ([row(None, "a", "Associated Press"), row(None, "b", "Associated Press")], 0),
        ([row(None, "a", "Associated Press"), row("Associated Press", "b")], 1),
        ([row(None, "a", "Associated Press"), row("Associated Press", "b", entity="ent_1")], 1),
        ([row(None, "a", "Associated Press"), row("Reuters", "b")], 1),
        ([row("Tom Brack", "a", "Associated Press"), row("Associated Press", "b")], 1),
        ([row("Tom Brack", "a", publisher="Tamar Gazette"), row("Tamar Gazette", "b")], 1),
        ([row("Tom Brack", "a", publisher="Tamar Gazette"), row("Averly Post", "b")], 2),
        ([row("Tom Brack", "a", "Associated Press"), row("Ana Ruiz", "b", "Associated Press")], 2),
        ([row(None, "a"), row(None, "b")], 0),
        ([row("Police", "a"), row("Police", "b", copies="a")], 1),
    ],
)
def test_nobody_is_no_source_and_an_outlet_is_none_beside_whom_it_names(rows: list[Row], independent: int) -> None:
    assert witnesses(rows).independent == independent


TOGETHER = "Ana Ruiz and Tom Hale"


@pytest.mark.parametrize(
    ("rows", "independent"),
    [
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale")], 1),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale"), row("Ana Ruiz", "b")], 1),
        ([row("Ana Ruiz", "b", on_behalf_of="Water Board"), row(TOGETHER, "a", members="Ana Ruiz | Tom Hale")], 1),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale | k://ent_1"), row("A. Ruiz", "b", entity="k://ent_1")], 1),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale"), row("Ana Ruiz", "b"), row("Tom Hale", "c")], 2),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale"), row("Tom Hale and Jo Vo", "b", members="Jo Vo | Tom Hale")], 1),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale"), row(TOGETHER, "b", members="Ana Ruiz | Tom Hale")], 1),
        ([row(TOGETHER, "a", members="Ana Ruiz | Tom Hale"), row("Jo Vo", "b")], 2),
        ([row(TOGETHER, "a", on_behalf_of="Water Board", members="Ana Ruiz | Tom Hale"), row("Water Board", "b")], 1),
    ],
)
def test_several_who_speak_as_one_are_no_source_beside_one_of_them(rows: list[Row], independent: int) -> None:
    assert witnesses(rows).independent == independent


@pytest.mark.parametrize(
    ("rows", "sources"),
    [
        ([row("Otto Falk", "a", on_behalf_of="Falk Chemicals"), row("Otto Falk", "b")], 1),
        ([row("Otto Falk", "a", on_behalf_of="Falk Chemicals"), row("Nora Winde", "b", on_behalf_of="Falk Chemicals")], 1),
        ([row("an official", "a", on_behalf_of="Army"), row("an official", "b", on_behalf_of="Navy")], 2),
        ([row("Otto Falk", "a", entity="k://ent_1"), row("Otto Falk", "b")], 1),
        ([row("Nora Winde", "a"), row("Winde", "b")], 1),
        ([row("Nora Winde", "a"), row("Karl Winde", "b"), row("Winde", "c")], 3),
        ([row("Tom Brack", "a"), row("Associated Press", "b"), row("Ana Ruiz", "b", "Associated Press")], 3),
        ([row("Promoter", "a", headline="Promoter Confirms", sentence="Promoter Confirms"), row("Gil Santos", "a")], 1),
        ([row("Promoter", "a", headline="Promoter Confirms", sentence="Promoter Confirms")], 1),
    ],
)
def test_who_is_one_source(rows: list[Row], sources: int) -> None:
    assert witnesses(rows).sources == sources


@pytest.mark.parametrize(
    ("rows", "sources", "independent"),
    [
        ([row("Ana Ruiz", "a", relays="Falk"), row("Otto Falk", "b", on_behalf_of="Falk Chemicals")], 2, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Otto Falk", "c", on_behalf_of="Falk Chemicals")], 2, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk")], 1, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Tom Brack", "b", relays="Falk")], 2, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Ana Ruiz", "b"), row("Otto Falk", "b")], 2, 2),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Nora Winde", "b")], 2, 2),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Otto Falk", "a", relays="Nora Winde")], 2, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Otto Falk", "b", relays="Ana Ruiz")], 2, 1),
        ([row("Ana Ruiz", "a", relays="Otto Falk"), row("Otto Falk", "a", relays="Nora Winde"), row("Nora Winde", "b")], 3, 1),
    ],
)
def test_who_passes_on_what_another_told_is_that_other(rows: list[Row], sources: int, independent: int) -> None:
    found = witnesses(rows)
    assert (found.sources, found.independent) == (sources, independent)


def test_an_article_that_could_not_verify_it_is_quoted() -> None:
    said = "Nobody could verify the account."
    assert counted([row("Tom Brack", "a", unverified=said)]).caution == [f"told with “{said}”"]
    assert counted([row("Tom Brack", "a"), row("Ana Ruiz", "b", unverified=said, relation="disputes")]).caution == []


def test_who_takes_it_back_is_on_both_sides() -> None:
    rows = [row("Pavel Rusk", "a"), row("Pavel Rusk", "b", relation="contradicts"), row("Army", "c", relation="disputes")]
    found = counted(rows)
    assert (found.sources, found.disputed, found.both) == (1, 2, 1)
    assert found.line.startswith("1 source, no independent corroboration, disputed by 2, 1 source on both sides")


@pytest.mark.parametrize(
    ("score", "disputed", "line"), [(0.35, 0, "disputed by nobody here, possibly contradicted by 1"), (0.7, 1, "disputed by 1")]
)
def test_what_is_only_possible_disputes_nothing(score: float, disputed: int, line: str) -> None:
    toll = row("Army", "b", relation="contradicts", basis="numeric") | {"score": score}
    found = counted([row("Tom Brack", "a"), toll])
    assert (found.disputed, found.possibly) == (disputed, 1 - disputed)
    assert line in found.line
