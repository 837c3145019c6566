"""What was said under one name of an entity is found by its others, as long as it is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.store import Store
from tests.store.conftest import rows_of
from tests.store.merged import ANA, ANA_ALIAS, BARE, NORA, PEDRO, QUESTIONS, docs, mention, told
from tests.store.sample import joint


@pytest.fixture
def two(empty: Store) -> Store:
    empty.load(ANA)
    empty.load(NORA)
    return empty


@pytest.mark.parametrize(("query", "parameter"), QUESTIONS)
def test_either_name_finds_what_both_said(two: Store, query: str, parameter: str) -> None:
    apart = [list(two.query(query, **{parameter: name})) for name in ("Ana Ruiz", "Nora Pell")]
    assert apart[0] != apart[1]
    two.merge("Ana Ruiz", "Nora Pell")
    one, other = (list(two.query(query, **{parameter: name})) for name in ("Ana Ruiz", "Nora Pell"))
    assert one == other
    if query == "speakers":
        assert [(row["speaker"], row["claims"]) for row in one] == [("Selm Bank", 2), ("dam workers", 1), ("mill workers", 1)]
    else:
        assert {str(row) for row in one} == {str(row) for rows in apart for row in rows}
    two.split("Ana Ruiz", "Nora Pell")
    assert [list(two.query(query, **{parameter: name})) for name in ("Ana Ruiz", "Nora Pell")] == apart


def test_both_parties_of_a_dispute_may_have_two_names(two: Store) -> None:
    two.load(told("bank.txt", ("Bank of Selm", "said", "the court was closed")))
    two.merge("Ana Ruiz", "Nora Pell")
    two.merge(mention(two, "Selm Bank", "ana.txt"), "Bank of Selm")
    assert docs(two, "disputes", a="Nora Pell", b="Bank of Selm") == {"ana.txt"}
    two.merge(mention(two, "Selm Bank", "nora.txt"), "Bank of Selm")
    assert docs(two, "disputes", a="Nora Pell", b="Bank of Selm") == {"ana.txt", "nora.txt"}


def test_a_limit_is_of_all_rows(two: Store) -> None:
    two.merge("Ana Ruiz", "Nora Pell")
    assert len(two.query("who-said", speaker="Ana Ruiz", limit=1)) == 1
    assert len(two.query("who-said", speaker="Ana Ruiz", about="Nora Pell")) == 0


def test_who_speaks_is_counted_once_by_the_name_of_the_entity(two: Store) -> None:
    two.merge("Ana Ruiz", "Nora Pell")
    people = [row for row in two.query("speakers") if row["type"] == "person"]
    assert [(row["speaker"], row["claims"], row["articles"]) for row in people] == [("Nora Pell", 2, 2)]
    assert {row["target"] for row in two.query("network")} == {"Nora Pell"}
    two.split("Ana Ruiz", "Nora Pell")
    assert {row["speaker"] for row in two.query("speakers") if row["type"] == "person"} == {"Ana Ruiz", "Nora Pell"}


def test_who_speaks_for_itself_under_another_name_is_counted_once(empty: Store) -> None:
    made = told("b.txt", ("Selm Bank", "said", "all was well"), ("Bank of Selm", "said", "no one had left"))
    first, second = made.attributions
    empty.load(replace(made, attributions=(replace(first, on_behalf_of=second.speaker), second)))
    assert [(row["claims"], row["on_behalf"]) for row in empty.query("speakers")] == [(1, 1), (1, 0)]
    empty.merge("Selm Bank", "Bank of Selm")
    assert [(row["claims"], row["on_behalf"]) for row in empty.query("speakers")] == [(2, 0)]
    for name in ("Selm Bank", "Bank of Selm"):
        assert [row["voice"] for row in empty.query("who-said", speaker=name)] == ["own", "own"]


def test_what_two_said_together_is_told_once(empty: Store) -> None:
    empty.load(joint())
    empty.merge("Ana Ruiz and Tom Hale", "Ana Ruiz", anyway=True)
    assert [row["voice"] for row in empty.query("who-said", speaker="Ana Ruiz")] == ["own", "own", "on behalf"]
    assert [row["voice"] for row in empty.query("who-said", speaker="Tom Hale")] == ["joint", "on behalf"]


def test_the_other_name_of_an_unrelated_namesake_is_not_found(two: Store) -> None:
    two.load(ANA_ALIAS)
    two.merge(mention(two, "Ana Ruiz", "alias.txt"), "Nora Pell")
    assert docs(two, "who-said", speaker="Ruiz") == {"alias.txt", "nora.txt"}
    two.load(PEDRO)
    assert docs(two, "who-said", speaker="Ruiz") == {"alias.txt", "pedro.txt"}
    assert docs(two, "who-said", speaker="Pedro Ruiz") == {"pedro.txt"}
    assert docs(two, "who-said", speaker="Nora Pell") == {"alias.txt", "nora.txt"}
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "alias.txt", "nora.txt"}


def test_two_who_were_split_are_namesakes(two: Store) -> None:
    two.load(ANA_ALIAS)
    ana, other = mention(two, "Ana Ruiz", "ana.txt"), mention(two, "Ana Ruiz", "alias.txt")
    two.merge(ana, "Nora Pell")
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "alias.txt", "nora.txt"}
    two.split(ana, other, reason="aunt and niece")
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "alias.txt"}
    assert docs(two, "who-said", speaker="Nora Pell") == {"ana.txt", "nora.txt"}


def test_a_bare_name_that_was_merged_is_found_by_the_full_one(two: Store) -> None:
    two.load(PEDRO)
    two.load(BARE)
    said = two.merge(mention(two, "Ruiz", "bare.txt"), "Ana Ruiz")
    assert said == ["others are called 'Ruiz', too: by it, what was said under other names is not found"]
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "bare.txt"}
    assert docs(two, "who-said", speaker="Ruiz") == {"bare.txt", "pedro.txt"}


def test_a_merge_by_names_is_taken_back_by_them(two: Store) -> None:
    two.load(ANA_ALIAS)
    two.merge(mention(two, "Ana Ruiz", "ana.txt"), mention(two, "Ana Ruiz", "alias.txt"))
    two.merge("Ana Ruiz", "Nora Pell")
    assert docs(two, "who-said", speaker="Nora Pell") == {"ana.txt", "alias.txt", "nora.txt"}
    two.split("Nora Pell", "Ana Ruiz")
    assert docs(two, "who-said", speaker="Nora Pell") == {"nora.txt"}
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "alias.txt"}
    with pytest.raises(QueryError, match=r"'Ana Ruiz' is 2 things: name one by IRI, as .*\(Ana Ruiz, in (?:ana|alias).txt\)"):
        two.split("Nora Pell", "Ana Ruiz")


def test_what_the_linker_joined_is_found_alike(empty: Store) -> None:
    beside = (("Port of Averly", "said", "the gates were shut"), ("Averly Ship Trust", "said", "no ship had come"))
    first = told("a.txt", ("Selm Water Board", "said", "SWB would stay"), *beside, called="SWB", Selm_Water_Board="Organization")
    second = told("b.txt", ("SWB", "said", "the wells were dry"), *beside, SWB="Organization")
    third = told("c.txt", ("Selm Water Board", "said", "rain was near"), *beside, Selm_Water_Board="Organization")
    for one in (first, second, third):
        empty.load(one)
    assert docs(empty, "who-said", speaker="SWB") == {"a.txt", "b.txt"}
    empty.link()
    assert len(rows_of(empty, 'SELECT ?m { ?e a kg:Entity ; schema:name "Selm Water Board" ; kg:member ?m }')) == 3
    assert docs(empty, "who-said", speaker="SWB") == docs(empty, "who-said", speaker="Selm Water Board") == {"a.txt", "b.txt", "c.txt"}


def test_what_goes_with_an_article_is_not_found_any_more(two: Store) -> None:
    two.merge("Ana Ruiz", "Nora Pell")
    two.retract("nora.txt", reason="made up")
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt"}
    two.restore("nora.txt")
    assert docs(two, "who-said", speaker="Ana Ruiz") == {"ana.txt", "nora.txt"}


def test_a_person_is_no_place(two: Store) -> None:
    two.load(told("place.txt", ("Selm", "said", "it would rain"), ("Selm Bank", "said", "all was well"), Selm="Place"))
    before = list(two.live)
    for pair in (("Ana Ruiz", "Selm"), ("Selm", "Ana Ruiz")):
        with pytest.raises(QueryError, match=r"'Ana Ruiz' is a person|'Selm' is a place"):
            two.merge(*pair)
    assert list(two.live) == before
    assert two.merge("Ana Ruiz", "Selm", anyway=True) == ["'Ana Ruiz' is a person and 'Selm' a place"]
    assert docs(two, "who-said", speaker="Selm") == {"ana.txt", "place.txt"}


def test_kinds_that_are_near_are_merged_with_a_word(two: Store) -> None:
    two.load(told("group.txt", ("dockers", "said", "it would rain"), ("Dockers' Union", "said", "all was well"), dockers="Group"))
    assert two.merge("dockers", "Dockers' Union") == ["'dockers' is a group and \"Dockers' Union\" an organization"]
    assert two.merge("Ana Ruiz", "Nora Pell") == []
