"""What is and what is not a store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.checking import check
from kg.errors import StoreError, StoreLocked, StoreTooNew, UsageError
from kg.store import open_store
from tests.store.sample import changed, sample


def test_a_new_store_records_its_base(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "kg.db", base="https://a.example/kg#") as store:
        store.load(sample())
    with open_store(tmp_path / "deep" / "kg.db", read_only=True) as store:
        assert store.base == "https://a.example/kg#"
        assert store.query("speakers")[0]["speaker"] == "Tom Brack"
        assert {row["s"].partition("#")[0] for row in store.sparql("SELECT ?s {?s ?p ?o}")} == {"https://a.example/kg"}  # type: ignore[union-attr,call-overload]
    with pytest.raises(StoreError, match=r"start with https://a\.example/kg#, not http://other/"):
        open_store(tmp_path / "deep" / "kg.db", base="http://other/")


@pytest.mark.parametrize(
    ("base", "says"), [("not an iri", "is no IRI"), ("http://a.example/kg", "ends with / or #"), ("a\ud800/", "is no IRI")]
)
def test_bad_bases(tmp_path: Path, base: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        open_store(tmp_path / "kg.db", base=base)
    assert not (tmp_path / "kg.db").exists()


def test_what_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "something").write_text("x")
    for name in ("file", "folder"):
        with pytest.raises(StoreError, match="not a store"):
            open_store(tmp_path / name)
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(StoreError, match="there is no store here"):
            open_store(tmp_path / "none", create=create, read_only=read_only)
    assert not (tmp_path / "none").exists()


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "kg.db").mkdir()
    with open_store(tmp_path / "kg.db") as store:
        assert store.stats()["statements"] == 0


def test_a_store_without_its_database_is_empty_to_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db"):
        pass
    for file in (tmp_path / "kg.db" / "live").iterdir():
        file.unlink()
    with open_store(tmp_path / "kg.db", read_only=True) as store:
        assert store.stats()["statements"] == 0


def test_a_newer_store(tmp_path: Path) -> None:
    open_store(tmp_path / "kg.db").close()
    described = tmp_path / "kg.db" / "store.json"
    described.write_text(json.dumps({"format": 2, "base": "http://x/", "made_by": "claim-kg 9.0"}))
    with pytest.raises(StoreTooNew, match=r"made by claim-kg 9\.0 in format 2, too new .*: upgrade"):
        open_store(tmp_path / "kg.db")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "x", "base": "b"}', "\xff"])
def test_a_damaged_description(tmp_path: Path, content: str) -> None:
    open_store(tmp_path / "kg.db").close()
    (tmp_path / "kg.db" / "store.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(StoreError, match=r"store\.json: damaged"):
        open_store(tmp_path / "kg.db")


def test_a_damaged_database(tmp_path: Path) -> None:
    open_store(tmp_path / "kg.db").close()
    (tmp_path / "kg.db" / "live" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="the store is damaged: CURRENT") as caught:
        open_store(tmp_path / "kg.db")
    assert "\n" not in str(caught.value)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        with pytest.raises(StoreLocked, match="another process is writing"):
            open_store(path)
        script = f"import kg\ntry:\n kg.open({str(path)!r})\nexcept kg.errors.StoreLocked as e:\n print(e)"
        found = subprocess.run([sys.executable, "-c", "import kg.errors;" + script], capture_output=True, text=True, check=True)
        assert "another process is writing" in found.stdout
        with open_store(path, read_only=True) as reader:
            assert reader.stats()["articles"] == 1
    open_store(path).close()


def test_what_the_database_tells_of_itself_does_not_pile_up(tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        store.load(changed())
    with open_store(path, read_only=True) as beside:
        for number in range(8):
            with open_store(path, read_only=bool(number % 2)) as again:
                assert again.read_history() is not None
        assert beside.stats()["articles"] == 1
    for database in ("live", "history"):
        assert len(list((path / database).glob("LOG.old.*"))) <= 3
    assert list(check(open_store(path, read_only=True))) == []


def test_no_half_description_is_made_of_one_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        (path / "store.json").unlink()
    assert not (path / "store.json").exists()
