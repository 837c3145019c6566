"""Updates leave a store that an export carries whole and an import takes back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.store import Store, open_store
from tests.store.conftest import Exported
from tests.store.sample import other

LATER = "GRAPH ?g { ?a kg:key 'later-1' }"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("INSERT DATA { k:x kg:doc 'x' }", "name no graph"),
        ("INSERT { ?a schema:headline 'x' } WHERE { " + LATER + " }", "name no graph"),
        ("INSERT DATA { GRAPH <http://example.org/mine> { k:x kg:doc 'x' } }", "mine>: nothing in it says kg:inGraph"),
        ("INSERT { GRAPH ?g { k:x <http://example.org/p> 'x' } } WHERE { " + LATER + " }", "p> is not in the ontology"),
        ("INSERT { GRAPH ?g { <http://example.org/x> kg:doc 'x' } } WHERE { " + LATER + " }", "not under this store's base"),
        ("INSERT { GRAPH ?g { [] kg:doc 'x' } } WHERE { " + LATER + " }", "a blank node"),
        ("INSERT { GRAPH ?g { ?a kg:key 'two' } } WHERE { " + LATER + " }", "1 article with 2 document keys"),
        ("DELETE { GRAPH ?g { ?a kg:inGraph ?g } } WHERE { " + LATER + " }", "nothing in it says kg:inGraph"),
        ("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } } ; INSERT DATA { k:x kg:doc 'x' }", "name no graph"),
        ("COPY k:none TO k:other ; CREATE GRAPH k:mine ; INSERT DATA { GRAPH k:mine { k:x kg:doc 'x' } }", "nothing in it says kg:inGraph"),
    ],
)
def test_what_no_export_would_carry_is_refused(store: Store, exported: Exported, text: str, says: str) -> None:
    before = exported(store)
    with pytest.raises(QueryError, match=says) as caught:
        store.sparql(text, write=True)
    assert str(caught.value).endswith("nothing was changed")
    assert "\n" not in str(caught.value)
    assert exported(store) == before
    assert not list(store.path.glob("update-*"))


def test_an_update_comes_back_from_an_export(store: Store, exported: Exported, tmp_path: Path) -> None:
    text = "DELETE { GRAPH ?g { ?a kg:doc ?d } } INSERT { GRAPH ?g { ?a kg:doc 'new.txt' ; schema:headline ?id } } WHERE { GRAPH ?g { "
    store.sparql(text + "?a kg:key 'later-1' ; kg:doc ?d } BIND(STRUUID() AS ?id) }", write=True)
    told = exported(store)
    assert b"new.txt" in told
    assert b"news/later.txt" not in told
    with open_store(tmp_path / "again.db", base=store.base) as again:
        again.import_(BytesIO(told), "nquads")
        assert exported(again) == told


@pytest.mark.parametrize("text", ["DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", "CLEAR ALL", "DROP NAMED"])
def test_everything_can_be_removed(store: Store, exported: Exported, text: str) -> None:
    store.sparql(text, write=True)
    assert exported(store) == b""


def test_what_changes_nothing(store: Store, exported: Exported) -> None:
    before = exported(store)
    store.sparql("DELETE WHERE { GRAPH ?g { ?s kg:doc 'no such' } }", write=True)
    assert exported(store) == before


def test_what_a_killed_update_left_is_cleared_away(store: Store) -> None:
    (store.path / "update-killed" / "copy").mkdir(parents=True)
    store.sparql("DELETE WHERE { GRAPH ?g { ?s kg:doc 'no such' } }", write=True)
    assert not list(store.path.glob("update-*"))


def test_an_article_that_was_emptied_can_be_loaded_again(store: Store) -> None:
    before = store.stats()["statements"]
    store.sparql("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { " + LATER + " GRAPH ?g { ?s ?p ?o } }", write=True)
    assert len(store.graphs()) == len([graph for graph in store.graphs() if store.statements(graph)])
    assert store.load(other()).status == "added"
    assert store.stats()["statements"] == before
