"""The commands for what holds across articles, on two short articles that repeat and deny each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

ONE = """Bridge Reopens

May 2, 2024

HARBOR CITY — Mayor Ana Ruiz said on Wednesday that the old Lark Bridge was closed because two pillars had cracked.

“We have checked every bolt,” Ms. Ruiz said.
"""
TWO = """Bridge Was Never Closed, Says Port

May 3, 2024

HARBOR CITY — The Harbor Port Authority denied on Thursday that the old Lark Bridge was closed because two pillars had cracked.

Mayor Ana Ruiz said on Thursday that she would ask the port for its records.
"""


@pytest.fixture
def linked(kg: Kg, tmp_path: Path) -> Kg:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert kg("load", "one.txt", "two.txt").code == 0
    ran = kg("link")
    assert ran.code == 0
    assert "2 articles compared" in ran.err
    return kg


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_second_run_says_that_there_is_nothing_new(linked: Kg) -> None:
    assert "0 articles compared: nothing new; 0 statements" in linked("link").err


def test_verify_and_corroboration(linked: Kg) -> None:
    ran = linked("verify", "The old Lark Bridge was closed because two pillars had cracked")
    assert ran.code == 0
    assert {row["verdict"] for row in rows(ran.out)} == {"asserted by", "disputed by"}
    assert ran.err.startswith("asserted by Ana Ruiz; disputed by Harbor Port Authority")
    claim = next(str(row["claim_id"]) for row in rows(ran.out) if row["verdict"] == "asserted by")
    ran = linked("corroboration", claim)
    assert ran.code == 0
    assert "1 source, no independent corroboration, disputed by 1" in ran.err
    assert linked("corroboration", "clm_nothing").code == 1


@pytest.mark.parametrize("sentence", ["", "   ", "… !"])
def test_a_sentence_without_a_word_is_refused_in_one_line(linked: Kg, sentence: str) -> None:
    ran = linked("verify", sentence)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no word in the sentence: give one that somebody may have said, in quotes\n"


def test_a_denial_is_no_source_of_what_it_denies(linked: Kg) -> None:
    denial = next(str(row["claim_id"]) for row in rows(linked("who-said", "Harbor Port Authority").out) if row["stance"] == "denies")
    ran = linked("corroboration", denial)
    assert {(row["relation"], row["speaker"]) for row in rows(ran.out)} == {
        ("disputes", "Harbor Port Authority"),
        ("supports", "Ana Ruiz"),
    }
    assert ran.err.startswith("1 source, no independent corroboration, disputed by 1, said 2024-05-01")


def test_what_is_only_possible_is_shown_when_asked_for(linked: Kg) -> None:
    assert linked("contradictions", "--since", "2024-05-04").out == ""
    assert len(rows(linked("contradictions").out)) <= len(rows(linked("contradictions", "--possible").out))


def test_entities_merge_and_split(linked: Kg, tmp_path: Path) -> None:
    known = tmp_path / "known.tsv"
    known.write_text("Lark Bridge\thttp://known.example/Q1\n", encoding="utf-8")
    assert linked("entities", "--known", "known.tsv").code == 0
    assert linked("merge", "Nobody", "Ana Ruiz").code == 1
    assert linked("split", "Nobody", "Ana Ruiz").code == 1
    known.write_text("no tab here\n", encoding="utf-8")
    ran = linked("entities", "--known", "known.tsv")
    assert (ran.code, ran.err) == (1, "error: known.tsv: line 1 is not a name, a tab and an IRI\n")


def test_a_merge_is_found_by_both_names_until_it_is_split(linked: Kg, tmp_path: Path) -> None:
    (tmp_path / "three.txt").write_text("Tess Ward said on Friday that the ferry was late.\n", encoding="utf-8")
    assert linked("load", "three.txt").code == 0
    ran = linked("merge", "Tess Ward", "Ana Ruiz", "--because", "her name before she married")
    assert (ran.code, ran.err) == (0, "Tess Ward and Ana Ruiz are one entity in kg.db\n")
    both = linked("who-said", "Tess Ward").out
    assert both == linked("who-said", "Ana Ruiz").out
    assert {row["speaker"] for row in rows(both)} == {"Tess Ward", "Ana Ruiz"}
    assert linked("split", "Tess Ward", "Ana Ruiz").code == 0
    assert {row["speaker"] for row in rows(linked("who-said", "Tess Ward").out)} == {"Tess Ward"}


def test_a_person_and_an_organization_are_not_one(linked: Kg) -> None:
    ran = linked("merge", "Harbor Port Authority", "Ana Ruiz")
    says = "error: 'Harbor Port Authority' is an organization and 'Ana Ruiz' a person: they are not one; if an article was misread there, "
    assert (ran.code, ran.out, ran.err) == (1, "", says + "--anyway merges them\n")
    ran = linked("merge", "Harbor Port Authority", "Ana Ruiz", "--anyway")
    assert ran.code == 0
    assert ran.err.startswith("'Harbor Port Authority' is an organization and 'Ana Ruiz' a person\n")


def test_a_contradiction_has_no_direction_and_a_dispute_has(kg: Kg, tmp_path: Path) -> None:
    said = "Mayor Ana Ruiz said on Wednesday that the Lark Bridge was safe. Tom Hale, a welder, denied that the Lark Bridge was safe.\n"
    ships = "The port authority said that 12 ships had been turned away, but the union Dock Watch said 40 ships had been turned away.\n"
    (tmp_path / "one.txt").write_text(f"Bridge\n\nMay 2, 2024\n\n{said}\n{ships}", encoding="utf-8")
    kg("load", "one.txt")
    counted = {row["party"]: (row["disputes"], row["disputed"], row["contradicts"]) for row in rows(kg("graph").out)}
    assert counted == {"Ana Ruiz": (0, 1, 0), "Tom Hale": (1, 0, 0), "port authority": (0, 0, 1), "Dock Watch": (0, 0, 1)}


@pytest.mark.parametrize(("form", "begins"), [("graphml", "<?xml"), ("gexf", "<?xml"), ("json", "{")])
def test_the_network_is_exported(linked: Kg, form: str, begins: str) -> None:
    ran = linked("graph", "--export", form)
    assert ran.code == 0
    assert ran.out.startswith(begins)
    assert rows(linked("graph").out)[0]["party"] in {"Ana Ruiz", "Harbor Port Authority"}
