"""A store that was put in order holds what it held, in fewer files."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.errors import StoreError
from tests.store.sample import sample, variant
from tests.store.test_bulk import exported


@pytest.fixture
def scattered(tmp_path: Path) -> Path:
    """A store of which every article lies in files of its own, with a history."""
    path = tmp_path / "kg.db"
    with kg.open(path, create=True) as store:
        for number in range(4):
            store.load(variant(number))
            store.live.flush()
        store.load(sample())
        store.retract(sample().article.key, reason="wrong")
    return path


def tables(path: Path) -> int:
    return len(list((path / "live").glob("*.sst")))


def test_files_are_merged_and_statements_stay(scattered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, files = exported(scattered), tables(scattered)
    assert main(["optimize", "--store", str(scattered)]) == 0
    assert "is in order: " in capsys.readouterr().err
    assert tables(scattered) < files
    assert exported(scattered) == before
    assert main(["check", "--store", str(scattered)]) == 0


def test_who_reads_meanwhile_goes_on(scattered: Path) -> None:
    with kg.open(scattered, read_only=True) as reader:
        before = reader.query("who-said")
        with kg.open(scattered) as store:
            store.optimize()
        assert list(reader.query("who-said")) == list(before)


def test_it_needs_a_store_that_may_be_written(scattered: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kg.open(scattered, read_only=True) as reader, pytest.raises(StoreError, match="read only"):
        reader.optimize()
    assert main(["optimize", "--store", str(tmp_path / "none.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "none.db").exists()
