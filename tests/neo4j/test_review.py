"""What people retracted or rejected is gone from Neo4j with the next sync, and back with the one after it is put back."""

from __future__ import annotations

from kg.neo4j.connection import Connection
from kg.neo4j.sync import sync
from kg.review import Decision, Speaker
from kg.store import Store
from tests.neo4j.conftest import count, same
from tests.store.sample import span
from tests.store.test_reviewing import REJECT, UNLINK, at

CLAIM = "(:Claim {text: 'No crane is moving'})"


def test_what_was_rejected_goes_with_its_links_and_shortcuts(synced: Connection, store: Store) -> None:
    assert count(synced, f"{CLAIM}<-[:SAID]-(:Person)") == 1
    [iri] = store.decide([REJECT])
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, CLAIM) == 0
    assert count(synced, "()-[:CONTRADICTS]->()") == 1
    assert count(synced, "(:Decision {verdict: 'rejected', reason: 'he was not there'})") == 1
    store.undecide(iri)
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, f"{CLAIM}<-[:SAID]-(:Person)") == 1
    assert count(synced, "()-[:CONTRADICTS]->()") == 2
    assert count(synced, "(:Decision)") == count(synced, "(:Missing)") == 0


def test_a_link_that_was_rejected_goes_alone(synced: Connection, store: Store) -> None:
    store.decide([UNLINK])
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, "(:Link)") == count(synced, "()-[:CONTRADICTS]->()") == 1


def test_what_was_corrected_is_said_by_another(synced: Connection, store: Store) -> None:
    store.decide([Decision("corrected", at("a4"), speaker=Speaker("Jon Vale", "Person", span("Mayor Jon Vale")))])
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, f"(:Person {{name: 'Jon Vale'}})-[:SAID]->{CLAIM}") == 1
    assert count(synced, f"(:Person {{name: 'Tom Brack'}})-[:SAID]->{CLAIM}") == 0


def test_a_retracted_article_goes_and_comes_back(synced: Connection, store: Store) -> None:
    before = count(synced, "(:Kg)")
    store.retract("news/harbour.txt", reason="made up")
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, "(:NewsArticle)") == 1
    assert count(synced, CLAIM) == 0
    store.restore("news/harbour.txt")
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, "(:Kg)") == before
    store.delete("news/harbour.txt")
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, "(:NewsArticle)") == 1
