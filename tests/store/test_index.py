"""Near names and claims by words: the index follows the store, and losing it loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest

from kg.store import Store, index, open_store
from tests.store.sample import changed, other, variant


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Tom Brak", ["Tom Brack"]),
        ("mr. tom brack", ["Tom Brack"]),
        ("Dokers Union", ["Dockers’ Union"]),
        ("averly harbor company", ["Averly Harbour Company"]),
        ("Zebulon", []),
        ("x", []),
        ("", []),
        ('" OR *', []),
        ("\x00", []),
    ],
)
def test_suggest(read_only: Store, asked: str, found: list[str]) -> None:
    assert read_only.suggest(asked) == found


def test_the_nearest_comes_first(empty: Store) -> None:
    for number in (11, 12, 21):
        empty.load(variant(number))
    assert empty.suggest("Ida Lorne 12")[0] == "Ida Lorne 12"
    assert len(empty.suggest("Ida Lorne")) == 3


def test_search(read_only: Store) -> None:
    [iri] = read_only.search("gates averly")
    assert [row["claim"] for row in read_only.query("provenance", id=iri)] == ["The gates of Port Averly are shut"]
    assert len(read_only.search("the")) > len(read_only.search("the", limit=1)) == 1
    assert read_only.search("zebra") == read_only.search("") == read_only.search('" (') == []


def test_the_index_follows_the_store(store: Store) -> None:
    assert store.search("port quiet")
    store.delete("later-1")
    assert store.search("port quiet") == []
    store.load(changed())
    assert len(store.search("No crane is moving")) == 1
    store.load(other())
    assert store.search("port quiet")


def test_a_lost_or_damaged_index_comes_back(store: Store) -> None:
    index = store.path / "names.sqlite"
    assert store.suggest("Tom Brak") == ["Tom Brack"]
    whole = index.read_bytes()
    for damage in (
        index.unlink,
        lambda: index.write_bytes(b"no database" * 1000),
        lambda: index.write_bytes(whole[: len(whole) // 2]),
        lambda: index.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096)),
    ):
        damage()
        assert store.suggest("Tom Brak") == ["Tom Brack"]


def test_a_place_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "kg.db") as store:
        store.load(other())
        (store.path / "names.sqlite").mkdir()
        assert store.suggest("Tom Brak") == ["Tom Brack"]


def test_what_did_not_change_is_not_compared_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    articles: Callable[[pyoxigraph.Store], Iterator[pyoxigraph.NamedNode]] = vars(index)["articles"]

    def watched(db: pyoxigraph.Store) -> Iterator[pyoxigraph.NamedNode]:
        compared.append(1)
        return articles(db)

    monkeypatch.setattr(index, "articles", watched)
    store.close()
    for _ in range(3):
        with open_store(store.path, read_only=True) as again:
            assert again.suggest("Tom Brak") == ["Tom Brack"]
            assert again.holders("chairman") == [("Tom Brack", "chairman of Dockers’ Union")]
    assert len(compared) == 1
    with open_store(store.path) as writer:
        writer.delete("later-1")
    with open_store(store.path, read_only=True) as again:
        assert again.search("port quiet") == []
    assert len(compared) == 2


def test_who_read_before_a_change_does_not_pass_off_its_index_as_new(store: Store) -> None:
    store.delete("later-1")
    store.close()
    with open_store(store.path, read_only=True) as early:
        with open_store(store.path) as writer:
            writer.load(other())
        assert early.search("zebra") == []
        with open_store(store.path, read_only=True) as late:
            assert late.search("port quiet")


def test_an_index_of_an_earlier_version_is_made_anew(store: Store) -> None:
    held = store.holders("chairman")
    with sqlite3.connect(store.path / "names.sqlite") as db:
        db.executescript("DROP TABLE offices; PRAGMA user_version = 0")
    assert store.holders("chairman") == held != []


def test_a_store_in_order_has_its_index(store: Store) -> None:
    store.optimize()
    assert index.rows(store.path / "names.sqlite") == index.rows_anew(store.live)
