"""Filling an empty store in bulk: the same as one by one, and all or nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import StoreLocked
from kg.model import Extraction
from kg.store import bulk
from tests.store.sample import changed, other, sample, variant

TOLD = [variant(1), sample(), other(), variant(2), sample(), changed(), variant(1, 1), other(), *(variant(n) for n in range(3, 12))]


def exported(path: Path) -> bytes:
    with kg.open(path, read_only=True) as store, (path.parent / "out.nq").open("wb") as out:
        store.export(out, "nquads")
    return (path.parent / "out.nq").read_bytes()


@pytest.mark.parametrize("at_once", [1, 500, 10**6])
def test_in_bulk_is_as_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(bulk, "_AT_ONCE", at_once)
    with kg.open(tmp_path / "a.db", create=True) as one, kg.open(tmp_path / "b.db", create=True) as many:
        assert [one.load(told) for told in TOLD] == list(many.load_all(TOLD))
        assert one.stats() | {"bytes": 0} == many.stats() | {"bytes": 0}
    assert exported(tmp_path / "a.db") == exported(tmp_path / "b.db")
    assert not (tmp_path / "b.db" / "bulk.json").exists()


def test_a_store_that_holds_something_is_loaded_one_by_one(tmp_path: Path) -> None:
    with kg.open(tmp_path / "a.db", create=True) as store:
        store.load(variant(1))
        found = [loaded.status for loaded in store.load_all([variant(1), variant(2)])]
        assert found == ["unchanged", "added"]


def failing() -> Iterator[Extraction]:
    yield from TOLD
    raise RuntimeError("so it says")


def test_nothing_stays_of_what_was_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_AT_ONCE", 100)
    with kg.open(tmp_path / "a.db", create=True) as store:
        with pytest.raises(RuntimeError):
            next(store.load_all(failing()))
        assert store.stats()["statements"] == 0
        assert [loaded.status for loaded in store.load_all([sample()])] == ["added"]


def test_what_is_told_of_is_stored(tmp_path: Path) -> None:
    with kg.open(tmp_path / "a.db", create=True) as store:
        found = store.load_all(TOLD)
        assert next(found).status == "added"
        assert store.stats()["articles"] == len({told.article.key for told in TOLD})
        found.close()  # type: ignore[attr-defined]
    with kg.open(tmp_path / "a.db", read_only=True) as store:
        assert store.stats()["articles"] == len({told.article.key for told in TOLD})


def test_a_crash_leaves_the_store_empty(tmp_path: Path) -> None:
    crash = (
        "import os, sys, kg\nfrom kg.store import bulk\nfrom tests.store.test_bulk import TOLD\nbulk._AT_ONCE = 100\n"
        f"store = kg.open({str(tmp_path / 'a.db')!r}, create=True)\n"
        "def dying():\n    yield from TOLD[:10]\n    store._live.flush(); os._exit(9)\n"
        "list(store.load_all(dying()))"
    )
    assert subprocess.run([sys.executable, "-c", crash], cwd=Path(__file__).parents[2], check=False).returncode == 9
    with pytest.raises(StoreLocked, match="being filled, or that was interrupted"):
        kg.open(tmp_path / "a.db", read_only=True)
    with kg.open(tmp_path / "a.db", create=True) as store:
        assert store.stats()["statements"] == 0
        assert store.load(sample()).status == "added"
    assert exported(tmp_path / "a.db")
