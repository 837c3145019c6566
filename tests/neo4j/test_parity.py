"""The same questions give the same rows in both stores, and each `.cypher` file is the twin of its `.rq`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import LiteralString

import pytest

import kg
from kg.errors import QueryError, UsageError
from kg.loaders.text import from_text
from kg.model import Extraction
from kg.neo4j.answers import Neo4j, open_neo4j, twin
from kg.neo4j.connection import Address, Connection
from kg.neo4j.sync import sync
from kg.store import NamedQuery, Store, named_queries, open_store
from tests.neo4j.parity import differences
from tests.store.merged import ANA, ANA_ALIAS, BARE, NORA, PEDRO, QUESTIONS, mention
from tests.store.sample import joint, other, sample, variant
from tests.store.test_linking import AGAIN, DENIED, SAID, told

GOLD = Path(__file__).resolve().parents[1] / "gold"
FOREIGN: LiteralString = """
    CREATE (p:Person {name: 'Tom Brack', nameKey: ['tom brack']})<-[:WAS_ATTRIBUTED_TO]-(a:Attribution {score: 1.0, stance: 'asserts'})
    CREATE (a)-[:CLAIM]->(c:Claim {text: 'No crane is moving'})-[:ABOUT]->(p), (a)-[:IN_ARTICLE]->(:NewsArticle {doc: 'x'})
    CREATE (:Entity {name: 'Tom Brack'})-[:MEMBER]->(p), (:Cluster)-[:MEMBER]->(c), (a)-[:DISPUTES]->(a), (a)-[:RELAYS]->(a)
    CREATE (:Link {relation: 'contradicts', score: 1.0})-[:FROM_ATTRIBUTION]->(a)
"""
"""What another application may keep in the same database."""
NAMES = [query.name for query in named_queries()]


@pytest.fixture(scope="module")
def both(where: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Neo4j]]:
    """A store of the samples and of some gold articles, here and in Neo4j."""
    with open_store(tmp_path_factory.mktemp("both") / "kg.db") as store:
        store.load(sample())
        store.load(other())
        store.load(joint())
        for text in sorted(GOLD.glob("*.txt"))[:6]:
            store.load(kg.extract(from_text(text.read_text("utf-8"), doc=text.name)))
        for number in range(3):
            store.load(variant(number))
        for made in (told("one", SAID), told("two", AGAIN), told("three", DENIED), told("four", DENIED, SAID), asking()):
            store.load(made)
        for one in (ANA, NORA, ANA_ALIAS, BARE, PEDRO):
            store.load(one)
        store.load(kg.extract(from_text(MARCH, doc="march.txt")))
        store.link()
        store.merge(mention(store, "Ana Ruiz", "ana.txt"), "Nora Pell")
        store.merge(mention(store, "Selm Bank", "ana.txt"), mention(store, "dam workers", "ana.txt"), anyway=True)
        store.split(mention(store, "Ruiz", "bare.txt"), mention(store, "Ana Ruiz", "ana.txt"))
        store.know([("Port Averly", "https://elsewhere.example/averly"), ("Dockers’ Union", "https://elsewhere.example/union")])
        with Connection(where) as server:
            server.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
            server.writing(lambda tx: tx.run(FOREIGN).consume())
            sync(store, server)
        with open_neo4j(where) as mirror:
            yield store, mirror


MARCH = """Thousands March in Orlen

May 2, 2024

The union Dock Watch said 150,000 people took part in the march; police put the number at 12,000.
"""


def asking() -> Extraction:
    """An article in which one questions what others say, one asks for it, one disputes a denial, and one passes on a rumour."""
    made = told("asking", DENIED, ("Mayor", "asked", SAID[2]), ("Tom Brack", "demanded", SAID[2]), ("Harbor Union", "said", SAID[2]))
    denial, asked, wanted, disputed = made.attributions
    changed = (
        denial,
        replace(asked, stance="questions"),
        replace(wanted, stance="requests", speaker=None, source=()),
        replace(disputed, stance="disputes", disputes=denial.id, claim=denial.claim),
    )
    return replace(made, attributions=changed)


@pytest.mark.parametrize("name", ["Ruiz", "Brack", "Lorne", "Mrs. Lorne", "Vale", "Ana", "12", "Nobody", "%", '"', "", " "])
def test_people_of_a_surname_are_the_same(both: tuple[Store, Neo4j], name: str) -> None:
    store, mirror = both
    assert mirror.surnamed(name) == store.surnamed(name)
    assert mirror.bearers(name) == store.bearers(name)
    assert mirror.suggest(name)[:1] == store.suggest(name)[:1]


@pytest.mark.parametrize("office", ["mayor", "The Mayor", "spokesman", "spokeswoman", "president", "minister", "nobody", "(", ""])
def test_holders_of_an_office_are_the_same(both: tuple[Store, Neo4j], office: str) -> None:
    store, mirror = both
    assert mirror.holders(office) == store.holders(office)


def test_every_query_answers_alike(both: tuple[Store, Neo4j]) -> None:
    asked, found = differences(*both, most=2, rounds=1)
    assert asked > 120
    assert not found


def test_what_several_said_as_one_is_found_alike(both: tuple[Store, Neo4j]) -> None:
    for name in ("Ana Ruiz", "Tom Hale", "Ana Ruiz and Tom Hale", "The mill"):
        for query, given in (("who-said", "speaker"), ("timeline", "speaker"), ("contradictions", "speaker"), ("disputes", "a")):
            here, there = (list(store.exactly(query, **{given: name})) for store in both)
            assert here == there != []
    [claim] = {str(row["claim_id"]) for row in both[0].query("who-said", speaker="Tom Hale") if row["voice"] == "joint"}
    here, there = (list(store.query("corroboration", claim=claim)) for store in both)
    assert here == there
    assert "Ana Ruiz | Tom Hale" in {row["members"] for row in here}


def test_what_was_merged_is_found_alike_by_all_its_names(both: tuple[Store, Neo4j]) -> None:
    for query, given in QUESTIONS:
        for name in ("Ana Ruiz", "Nora Pell", "Ruiz", "Pedro Ruiz", "Selm Bank", "dam workers"):
            here, there = (list(store.exactly(query, **{given: name})) for store in both)
            assert here == there
    for name in ("Ana Ruiz", "Nora Pell"):
        for store in both:
            assert {"nora.txt"} < {row["doc"] for row in store.query("who-said", speaker=name)}
    for store in both:
        assert {row["doc"] for row in store.query("disputes", a="Nora Pell", b="dam workers")} == {"ana.txt"}
        assert "nora.txt" not in {row["doc"] for row in store.query("who-said", speaker="Ruiz")}
        assert "Nora Pell" in {row["speaker"] for row in store.query("speakers")}


@pytest.mark.parametrize("query", named_queries(), ids=NAMES)
def test_a_twin_has_the_same_parameters(query: NamedQuery) -> None:
    text = twin(query.name)
    names = {parameter.name for parameter in query.parameters}
    entities = set() if query.name == "entities" else {f"{one.name}_entity" for one in query.parameters if one.kind == "name"}
    assert set(re.findall(r"\$(\w+)", text)) == names | entities
    assert text.startswith(f"// The twin of {query.name}.rq, which explains ")


def test_no_query_lacks_its_twin() -> None:
    there = {file.name for file in files("kg.queries").iterdir()}
    assert {f"{name}.cypher" for name in NAMES} == {name for name in there if name.endswith(".cypher")}


def test_names_are_known_and_suggested_alike(both: tuple[Store, Neo4j]) -> None:
    for name in ("Tom Brack", "the dockers' union", "MR. Tom Brack", "Nobody", '"', "\\", "*", ""):
        assert both[0].knows(name) == both[1].knows(name)
    for wrong in ("Tom Brak", "Port Averlie", "Ida Lorn"):
        assert both[0].suggest(wrong)[:1] == both[1].suggest(wrong)[:1] != []


def test_corroboration_and_verification_are_alike(both: tuple[Store, Neo4j]) -> None:
    said = both[0].query("who-said", speaker="Averly Harbour Company")
    assert len(said)
    for asked in (str(said[0]["attribution"]), str(said[0]["claim_id"])):
        here, there = (store.corroboration(asked) for store in both)
        assert here.line == there.line
        assert list(here.rows) == list(there.rows) != []
        rows = [list(store.query("corroboration", claim=asked.rpartition("/")[2])) for store in both]
        assert rows[0] == rows[1] != []
    for sentence in (
        "No crane is moving.",
        "The strike at Port Averly is over.",
        "Cows can fly.",
        "The old Averly crane fell into the harbor",
        "12,000 people took part in the march in Orlen.",
    ):
        mine, theirs = (store.verify(sentence) for store in both)
        assert (mine.line, list(mine.rows)) == (theirs.line, list(theirs.rows))
    for sentence in ("", '" \\ *'):
        for store in both:
            with pytest.raises(UsageError, match="no word"):
                store.verify(sentence)


def test_sides_are_told_alike(both: tuple[Store, Neo4j]) -> None:
    relations = set()
    for row in both[0].query("who-said", about="Averly"):
        here, there = (list(store.query("corroboration", claim=str(row["claim_id"]))) for store in both)
        assert here == there != []
        relations |= {found["relation"] for found in here}
        assert both[0].corroboration(str(row["claim_id"])).counts == both[1].corroboration(str(row["claim_id"])).counts
    assert relations >= {"same", "supports", "contradicts", "disputes", "questions"}


def test_counts_are_alike(both: tuple[Store, Neo4j]) -> None:
    ours, theirs = both[0].stats(), both[1].stats()
    shared = ours.keys() & theirs.keys()
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}
    assert len(shared) >= 12


@pytest.mark.parametrize("cut", ["", "att_", "att_2", "nothing", "http://localhost:8421/id/", "%", "clm_zzzz"])
def test_names_of_claims_are_found_or_refused_alike(both: tuple[Store, Neo4j], cut: str) -> None:
    outcomes = []
    for store in both:
        try:
            outcomes.append([row["attribution"] for row in store.query("provenance", id=cut)])
        except QueryError as error:
            outcomes.append(["fits" in str(error), "no claim or attribution" in str(error)])
    assert outcomes[0] == outcomes[1]


def test_beginnings_of_names(both: tuple[Store, Neo4j]) -> None:
    row = both[0].query("who-said", speaker="Ida Lorne")[0]
    name = str(row["attribution"]).rpartition("/")[2]
    for asked in (name, name[:12], name[4:12], f"<{row['attribution']}>", str(row["claim_id"])):
        assert list(both[0].query("provenance", id=asked)) == list(both[1].query("provenance", id=asked)) != []


def test_bad_parameters_are_refused_alike(both: tuple[Store, Neo4j]) -> None:
    for name, given in (
        ("who-said", {"since": "soon"}),
        ("who-said", {"colour": "red"}),
        ("nope", {}),
        ("provenance", {}),
        ("speakers", {"limit": 0}),
    ):
        said = []
        for store in both:
            with pytest.raises(QueryError) as refused:
                store.query(name, **given)
            said.append(str(refused.value))
        assert said[0] == said[1]
