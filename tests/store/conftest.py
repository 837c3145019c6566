"""Stores for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pytest

from kg.rdf.linked import Copy, FarLink, pair_graph, pair_quads
from kg.rows import Rows
from kg.store import Store, open_store
from kg.store.formats import prefixes
from tests.store.sample import other, sample


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A new store, open for writing."""
    with open_store(tmp_path / "kg.db") as store:
        yield store


@pytest.fixture
def store(empty: Store) -> Store:
    """A store of the two sample articles, open for writing."""
    empty.load(sample())
    empty.load(other())
    return empty


@pytest.fixture
def linked(store: Store) -> Store:
    """That store with all that there can be between two articles."""
    store.link()
    ends = [(str(row["attribution"]), str(row["claim_id"]), ()) for row in store.query("who-said", about="Port Averly")]
    same = FarLink(ends[0], ends[-1], "same", "wording", "hand/1", 0.9)
    homes = [str(row["g"]) for row in rows_of(store, "SELECT ?g { ?a a schema:NewsArticle ; kg:inGraph ?g }")]
    graph = pair_graph(store.base, homes[0], homes[1])
    store._open().extend(pair_quads(store.base, graph, [same]))
    store.split("men_" + _mention(store, "Port Averly", 0), "men_" + _mention(store, "Dockers’ Union", 0), reason="one is a port")
    assert store.know([("Tom Brack", "http://known.example/Q1")]) == 1
    one, other_ = sorted(str(row["a"]) for row in rows_of(store, "SELECT ?a { ?a a schema:NewsArticle }"))
    store._open().extend(pair_quads(store.base, graph, [Copy(one, other_, "minhash/1", 0.75)]))
    return store


def rows_of(store: Store, query: str) -> Rows:
    """The rows of a SELECT query."""
    found = store.sparql(query)
    assert isinstance(found, Rows)
    return found


def _mention(store: Store, name: str, nth: int) -> str:
    rows = rows_of(store, f'SELECT ?m {{ ?m schema:name "{name}" ; kg:mentionSpans ?s }} ORDER BY ?m')
    return [str(row["m"]).rpartition("men_")[2] for row in rows][nth]


@pytest.fixture(scope="session")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the two sample articles that all tests share."""
    path = tmp_path_factory.mktemp("shared") / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        store.load(other())
    with open_store(path, read_only=True) as store:
        yield store


def damage(store: Store, change: str) -> None:
    """Apply an update in the database itself, where nothing checks it."""
    store._open().update(change, prefixes=prefixes(store.base))


class Exported(Protocol):
    def __call__(self, store: Store, format: str = "nquads", *, article: str | None = None, text: bool = True) -> bytes: ...  # noqa: A002


@pytest.fixture(scope="session")
def exported() -> Exported:
    """The bytes of an export."""

    def export(store: Store, format: str = "nquads", *, article: str | None = None, text: bool = True) -> bytes:  # noqa: A002
        out = BytesIO()
        store.export(out, format, article=article, text=text)
        return out.getvalue()

    return export
