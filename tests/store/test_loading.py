"""Loading, replacing and deleting: whole articles or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import InputError, StoreError
from kg.model import Extraction, Run
from kg.rdf import canonical, from_quads, names, to_quads
from kg.store import Store, open_store
from kg.store.writing import Writer
from tests.store.conftest import Exported
from tests.store.sample import changed, other, sample


def history(store: Store) -> pyoxigraph.Store:
    with store._writing() as writer:
        return writer.history


def stored(store: Store, extraction: Extraction) -> set[pyoxigraph.Quad]:
    minted = names(extraction.article, extraction.run, store.base)
    graphs = {minted.graph, minted.run_graph, minted.link_graph}
    return {quad for quad in store._open() if quad.graph_name in graphs}


def test_what_was_loaded_is_there(empty: Store) -> None:
    loaded = empty.load(sample())
    assert (loaded.status, loaded.quads) == ("added", len(to_quads(sample())))
    assert stored(empty, sample()) == set(to_quads(sample()))
    assert from_quads(stored(empty, sample())) == canonical(sample())
    assert empty.holds(sample().article, sample().run)
    assert not empty.holds(changed().article, sample().run)


def test_loading_twice_adds_nothing(store: Store, exported: Exported) -> None:
    before = exported(store)
    again = store.load(sample())
    assert (again.status, again.quads) == ("unchanged", 0)
    assert exported(store) == before
    elsewhere = replace(sample(), article=replace(sample().article, doc="other/place.txt"))
    assert store.load(elsewhere).status == "unchanged"


def test_articles_share_their_run(empty: Store) -> None:
    empty.load(sample())
    loaded = empty.load(other())
    run_graph = names(other().article, other().run, empty.base).run_graph
    assert loaded.quads == sum(quad.graph_name != run_graph for quad in to_quads(other()))
    assert empty.stats()["runs"] == 1


def test_a_changed_article_replaces_its_old_version(store: Store) -> None:
    loaded = store.load(changed())
    assert loaded.status == "replaced"
    assert store.stats()["articles"] == 2
    assert from_quads(stored(store, changed())) == canonical(changed())
    assert set(history(store)) == set(to_quads(sample()))


def test_another_reading_replaces_the_old_one(store: Store) -> None:
    again = replace(sample(), run=Run("reading/2", "tiny", "cd" * 32))
    assert store.load(again).status == "replaced"
    assert store.stats()["articles"] == 2
    assert store.stats()["runs"] == 2
    assert store.load(replace(other(), run=again.run)).status == "replaced"
    assert store.stats()["runs"] == 1


def test_going_back_to_an_old_version(store: Store, exported: Exported) -> None:
    before = exported(store)
    store.load(changed())
    assert store.load(sample()).status == "restored"
    assert exported(store) == before


def test_the_order_of_loading_does_not_matter(tmp_path: Path, exported: Exported) -> None:
    results = []
    for number, order in enumerate(([sample(), other()], [other(), sample()], [other(), changed(), sample()])):
        with open_store(tmp_path / str(number)) as store:
            for extraction in order:
                store.load(extraction)
            results.append(exported(store))
    assert len(set(results)) == 1


def test_a_bad_extraction_leaves_no_trace(store: Store, exported: Exported) -> None:
    before = exported(store)
    with pytest.raises(InputError):
        store.load(replace(changed(), article=replace(changed().article, headline="\ud800")))
    assert exported(store) == before


def test_a_crash_between_history_and_live_is_cleaned_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Exported) -> None:
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        before = exported(store)
        monkeypatch.setattr("kg.store.writing.replacing", lambda *_: "NOT SPARQL")
        with pytest.raises(SyntaxError):
            store.load(changed())
        monkeypatch.undo()
    assert (path / "moving.json").exists()
    with open_store(path) as store:
        assert not (path / "moving.json").exists()
        assert len(history(store)) == 0
        assert exported(store) == before
        assert store.load(changed()).status == "replaced"


def test_a_crash_after_the_live_store_changed_keeps_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            store.load(changed())
        monkeypatch.undo()
    with open_store(path) as store:
        assert len(history(store)) == len(to_quads(sample()))
        assert store.load(changed()).status == "unchanged"


def test_the_live_store_is_flushed_as_it_grows(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.writing._FLUSH_EVERY", 100)
    empty.load(sample())
    with empty._writing() as writer:
        assert writer._unflushed == 0
    assert any(empty.path.glob("live/*.sst"))


@pytest.mark.parametrize("words", ["https://news.example/harbour", "news/harbour.txt", "art_i5ufzzb7y6agwwpk"])
def test_delete_leaves_nothing_anywhere(store: Store, words: str, exported: Exported) -> None:
    count = store.delete(words)
    assert count == len(to_quads(sample())) - 6
    assert store.stats()["articles"] == 1
    assert set(history(store)) == set()
    store.delete("later-1")
    assert exported(store) == b""


def test_delete_removes_every_version(store: Store) -> None:
    store.load(changed())
    store.delete("news/harbour.txt")
    assert [quad for quad in history(store) if "harbour" in str(quad)] == []
    assert store.stats()["articles"] == 1


def test_delete_of_an_unknown_article_names_near_ones(store: Store) -> None:
    with pytest.raises(InputError, match=r"did you mean .*news/harbour.txt"):
        store.delete("news/harbor.txt")
    with pytest.raises(InputError, match="none of that name"):
        store.delete("§§§")


def test_a_file_name_may_fit_two_articles(store: Store) -> None:
    store.load(replace(other(), article=replace(other().article, key="third", doc="news/harbour.txt")))
    with pytest.raises(InputError, match="fits 2 articles: name one of art_"):
        store.delete("news/harbour.txt")


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    for use in (store.stats, lambda: store.load(sample()), lambda: store.query("speakers")):
        with pytest.raises(StoreError, match="closed"):
            use()


def test_a_store_opened_to_read_refuses_writing(read_only: Store) -> None:
    for use in (lambda: read_only.load(changed()), lambda: read_only.delete("later-1"), lambda: read_only.sparql("CLEAR ALL", write=True)):
        with pytest.raises(StoreError, match="read only"):
            use()


def test_moving_is_one_transaction(store: Store) -> None:
    """The update that replaces an article holds its quads to the character."""
    hostile = replace(changed(), errors=("quotes \" ' \\ newline \n NUL \x00 } { ; DROP ALL",))
    with store._writing() as writer:
        assert isinstance(writer, Writer)
        store.load(hostile)
    assert from_quads(stored(store, hostile)) == canonical(hostile)
