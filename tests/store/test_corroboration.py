"""How well claims and sentences are borne out, on articles that repeat and deny each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import kg
from kg.errors import QueryError
from kg.loaders.text import from_text
from kg.rdf.terms import DOC
from kg.store import Store
from kg.store.corroborating import Row, independent_of, unverified_in
from tests.store.conftest import rows_of
from tests.store.sample import joint
from tests.store.test_linking import AGAIN, BESIDE, DENIED, ELSEWHERE, SAID, TOM, told

CRANE = "The old Averly crane fell into the harbor on Friday"


@pytest.fixture
def crane(empty: Store) -> Store:
    for name, line in (("one", SAID), ("two", AGAIN), ("three", DENIED), ("four", ELSEWHERE)):
        empty.load(told(name, line))
    empty.load(told("five", SAID, day=date(2024, 3, 20)))
    empty.link()
    return empty


def attribution(store: Store, speaker: str) -> str:
    return str(store.query("who-said", speaker=speaker)[0]["attribution"])


def test_sources_are_counted_once(crane: Store) -> None:
    found = crane.corroboration(attribution(crane, "Harbor Union"))
    relations = sorted((str(row["relation"]), str(row["speaker"])) for row in found.rows)
    assert ("same", "Tom Brack") in relations
    assert ("contradicts", "Averly Port") in relations
    assert relations.count(("same", "Harbor Union")) == 2
    assert (found.sources, found.independent, found.disputed) == (2, 2, 1)
    assert (found.first, found.last) == ("2024-03-08", "2024-03-20")
    assert found.line == "2 sources, independently corroborated 1×, disputed by 1, said from 2024-03-08 to 2024-03-20"


def test_a_claim_may_be_named_as_well(crane: Store) -> None:
    claim = str(crane.query("who-said", speaker="Mayor")[0]["claim_id"])
    assert crane.corroboration(claim).line == "1 source, no independent corroboration, disputed by nobody here, said 2024-03-08"
    with pytest.raises(QueryError, match="no claim or attribution"):
        crane.corroboration("clm_nothing")
    article = next(quad.subject for quad in crane.live if quad.predicate == DOC)
    with pytest.raises(QueryError, match="neither a claim nor an attribution"):
        crane.corroboration(article.value)


def test_a_sentence_is_asserted_and_disputed_and_never_true(crane: Store) -> None:
    found = crane.verify(CRANE)
    verdicts = {(str(row["verdict"]), str(row["speaker"])) for row in found.rows}
    assert verdicts == {("asserted by", "Harbor Union"), ("asserted by", "Tom Brack"), ("disputed by", "Averly Port")}
    assert found.line.startswith("asserted by ")
    assert "disputed by Averly Port" in found.line
    assert "independently corroborated 1×" in found.line
    assert all(row["sentence"] and row["doc"] for row in found.rows)


@pytest.mark.parametrize("sentence", ["The moon is made of cheese", "Schools are old", "", "\x00 ' OR 1=1 \""])
def test_nothing_is_found_where_there_is_nothing(crane: Store, sentence: str) -> None:
    found = crane.verify(sentence)
    assert len(found.rows) == 0
    assert found.line.startswith("unverified: nobody")


def test_a_negated_sentence_is_asserted_by_who_denies(crane: Store) -> None:
    found = crane.verify("The old Averly crane did not fall into the harbor")
    assert {(str(row["verdict"]), str(row["speaker"])) for row in found.rows} >= {("disputed by", "Harbor Union")}


def test_a_sentence_may_count(crane: Store) -> None:
    crane.load(told("six", ("Mayor", "said", "more than nine cranes stood in the Averly harbor")))
    assert crane.verify("More than nine cranes stood in the Averly harbor").line.startswith("asserted by Mayor")


def test_contradictions_since(crane: Store) -> None:
    assert len(crane.query("contradictions", since="2024-03-21")) == 0
    assert 0 < len(crane.query("contradictions", since="2024-03-10")) < len(crane.query("contradictions"))


def test_entities_and_who_repeats_whom(empty: Store) -> None:
    for name in ("one", "two"):
        empty.load(told(name, BESIDE, TOM))
    empty.load(told("three", SAID))
    empty.load(told("four", AGAIN))
    empty.link()
    rows = {str(row["name"]): row["articles"] for row in empty.query("entities")}
    assert rows.items() >= {"Tom Brack": 2, "Harbor Union": 2}.items()
    assert [row["name"] for row in empty.query("entities", entity="tom brack")] == ["Tom Brack"]
    network = [(row["source"], row["relation"], row["target"]) for row in empty.query("network")]
    assert ("Harbor Union", "same", "Tom Brack") in network or ("Tom Brack", "same", "Harbor Union") in network


def row(speaker: str | None, article: str, agency: str | None = None, **more: str) -> Row:
    blank = {"entity": None, "on_behalf_of": None, "copies": None, "relation": "same", "unverified": None}
    return {**blank, "speaker": speaker, "article": article, "agency": agency, **more}


@pytest.mark.parametrize(
    ("rows", "independent"),
    [
        ([row(None, "a", "Associated Press"), row(None, "b", "Associated Press")], 1),
        ([row(None, "a", "Associated Press"), row("Associated Press", "b")], 1),
        ([row(None, "a", "Associated Press"), row("Associated Press", "b", entity="ent_1")], 1),
        ([row(None, "a", "Associated Press"), row("Reuters", "b")], 2),
        ([row("Tom Brack", "a", "Associated Press"), row("Ana Ruiz", "b", "Associated Press")], 2),
        ([row(None, "a"), row(None, "b")], 2),
        ([row(None, "a"), row(None, "b", copies="a")], 1),
    ],
)
def test_what_one_agency_tells_is_one_source(rows: list[Row], independent: int) -> None:
    assert independent_of(rows) == independent


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
    assert independent_of(rows) == independent


def test_members_merge_across_articles_and_take_their_membership_along(empty: Store) -> None:
    first = joint()
    empty.load(first)
    empty.load(replace(first, article=replace(first.article, key="dam 2", doc="later.txt")))
    empty.link()
    merged = {str(row["name"]): str(row["entity"]) for row in empty.query("entities")}
    assert {"Ana Ruiz", "Tom Hale"} <= merged.keys()
    assert TOGETHER not in merged
    groups = rows_of(empty, "SELECT DISTINCT ?name ?group { ?e a kg:Entity ; schema:name ?name ; kg:member/schema:memberOf ?group }")
    assert sorted(str(row["name"]) for row in groups) == ["Ana Ruiz", "Ana Ruiz", "Tom Hale", "Tom Hale"]
    claim = str(empty.query("who-said", speaker="Tom Hale")[0]["claim_id"])
    told = {str(row["members"]) for row in empty.query("corroboration", claim=claim) if row["speaker"] == TOGETHER}
    assert told == {f"Ana Ruiz | {merged['Ana Ruiz']} | Tom Hale | {merged['Tom Hale']}"}
    found = empty.corroboration(claim)
    assert (found.sources, found.independent) == (1, 1)


def test_an_article_that_could_not_verify_it_is_quoted() -> None:
    said = "Reuters could not verify the account."
    assert unverified_in([row("Tom Brack", "a", unverified=said)]) == f"told with “{said}”"
    assert unverified_in([row("Tom Brack", "a"), row("Ana Ruiz", "b", unverified=said, relation="disputes")]) == ""


def test_a_claim_that_nobody_could_verify_is_stored_so(empty: Store) -> None:
    text = "Army spokesman Tom Brack said on Friday that the old crane had fallen. The claim could not be independently verified.\n"
    empty.load(kg.extract(from_text(text, doc="one")))
    found = empty.corroboration(attribution(empty, "Tom Brack"))
    assert found.line.endswith("; told with “The claim could not be independently verified.”")
