"""A store copied and put back: the same, or nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.checking import check
from kg.errors import StoreError, StoreLocked
from kg.store import Store, open_store
from kg.store.backup import restore_backup
from kg.store.folder import MANIFEST, replaced
from tests.store.conftest import Exported
from tests.store.sample import changed, other, sample, variant


@pytest.fixture
def backed(store: Store, tmp_path: Path) -> Path:
    """A backup of a store with a history."""
    store.load(changed())
    store.sparql("DELETE WHERE { GRAPH ?g { ?a kg:saidWords 'on Friday' } }", write=True)
    store.backup(tmp_path / "copy")
    return tmp_path / "copy"


def history(store: Store) -> set[object]:
    db = store.read_history()
    return set(db) if db else set()


def test_what_is_put_back_is_what_was_there(store: Store, backed: Path, tmp_path: Path, exported: Exported) -> None:
    restore_backup(backed, tmp_path / "deep" / "again.db")
    with open_store(tmp_path / "deep" / "again.db") as again:
        assert exported(again) == exported(store)
        assert history(again) == history(store) != set()
        assert (again.base, again.identity(), again.graphs()) == (store.base, store.identity(), store.graphs())
        assert again.suggest("Tom Brak") == ["Tom Brack"]
        assert again.log() == store.log() != []
        assert again.load(variant(7)).status == "added"
    restore_backup(backed, tmp_path / "third.db")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    assert not list(store.path.glob("backup-*"))


def test_it_shares_no_file_with_the_store(backed: Path) -> None:
    files = [path for path in backed.rglob("*") if path.is_file()]
    assert all(path.stat().st_nlink == 1 for path in files)
    assert {path.name for path in backed.iterdir()} == {"live", "history", "store.json", "edited.json", "log.nt", MANIFEST}


def test_places_that_are_taken(store: Store, backed: Path, tmp_path: Path) -> None:
    for place in (backed, tmp_path / "copy" / "store.json"):
        with pytest.raises(StoreError, match="something is there already"):
            store.backup(place)
    with pytest.raises(StoreError, match="inside the store"):
        store.backup(store.path / "copy")
    with pytest.raises(StoreError, match="a store is there already: --replace"):
        restore_backup(backed, store.path)
    with pytest.raises(StoreError, match="is not a store"):
        restore_backup(backed, tmp_path, replace=True)


def test_in_place_of_another(store: Store, backed: Path, exported: Exported) -> None:
    before = exported(store)
    store.load(variant(1))
    with pytest.raises(StoreLocked):
        restore_backup(backed, store.path, replace=True)
    (store.path / "neo4j").mkdir()
    (store.path / "neo4j" / "password").write_text("x")
    store.close()
    restore_backup(backed, store.path, replace=True)
    with open_store(store.path) as again:
        assert exported(again) == before
    assert (store.path / "neo4j" / "password").read_text() == "x"
    assert not replaced(store.path).exists()


@pytest.mark.parametrize("new_is_there", [False, True])
def test_a_restore_that_was_killed_is_settled(backed: Path, store: Store, exported: Exported, new_is_there: bool) -> None:
    before = exported(store)
    store.close()
    store.path.rename(replaced(store.path))
    with pytest.raises(StoreError, match=r"run that `kg restore` or `kg optimize --anew` again"):
        open_store(store.path)
    if new_is_there:
        restore_backup(backed, store.path.with_name("x.db"))
        store.path.with_name("x.db").rename(store.path)
    restore_backup(backed, store.path, replace=True)
    with open_store(store.path) as again:
        assert exported(again) == before
    assert not replaced(store.path).exists()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "live/CURRENT is not what it was": lambda copy: (copy / "live" / "CURRENT").write_bytes(b"x"),
    "store.json is missing": lambda copy: (copy / "store.json").unlink(),
    "no backup is here": lambda copy: (copy / MANIFEST).unlink(),
    "damaged, or made by a later version": lambda copy: (copy / MANIFEST).write_text('{"claim-kg backup": 2}'),
    "made by a later version": lambda copy: (copy / MANIFEST).write_text("no json"),
    "this is not restored": lambda copy: edit(copy, "../../outside"),
    "is not restored": lambda copy: edit(copy, "/etc/passwd"),
}


def edit(copy: Path, name: str) -> None:
    made = json.loads((copy / MANIFEST).read_bytes())
    made["files"][name] = "0" * 64
    (copy / MANIFEST).write_text(json.dumps(made))


@pytest.mark.parametrize("says", DAMAGE)
def test_a_damaged_backup_is_not_put_back(store: Store, backed: Path, tmp_path: Path, exported: Exported, says: str) -> None:
    before = exported(store)
    DAMAGE[says](backed)
    with pytest.raises(StoreError, match=says):
        restore_backup(backed, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()
    store.close()
    with pytest.raises(StoreError, match=says):
        restore_backup(backed, store.path, replace=True)
    with open_store(store.path) as again:
        assert exported(again) == before


def test_a_backup_that_is_killed_leaves_no_half_copy(store: Store, tmp_path: Path) -> None:
    store.close()
    dies = (
        "import os, kg\nfrom pathlib import Path\nfrom kg.store import backup\n"
        "backup.json.dumps = lambda *a, **k: os._exit(9)\n"
        f"kg.open({str(store.path)!r}).backup(Path({str(tmp_path / 'copy')!r}))"
    )
    assert subprocess.run([sys.executable, "-c", dies], check=False).returncode == 9
    assert not (tmp_path / "copy").exists()
    with open_store(store.path) as again:
        again.backup(tmp_path / "copy")
        assert not list(store.path.glob("backup-*"))


def test_a_store_without_a_history(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db") as store:
        store.load(sample())
        store.load(other())
        assert set(store.backup(tmp_path / "copy")["statements"]) == {"live"}
    restore_backup(tmp_path / "copy", tmp_path / "new.db")
    with open_store(tmp_path / "new.db", read_only=True) as again:
        assert again.stats()["articles"] == 2


@pytest.mark.parametrize("place", [".", "x", "live", ".."])
def test_a_backup_is_never_put_in_or_around_its_own_place(backed: Path, place: str) -> None:
    before = {path: path.read_bytes() for path in backed.rglob("*") if path.is_file()}
    with pytest.raises(StoreError, match="name another --store"):
        restore_backup(backed, backed / place, replace=True)
    assert {path: path.read_bytes() for path in backed.rglob("*") if path.is_file()} == before


def test_a_backup_is_not_replaced_by_another(store: Store, backed: Path, tmp_path: Path) -> None:
    store.backup(tmp_path / "second")
    with pytest.raises(StoreError, match="a backup is there"):
        restore_backup(backed, tmp_path / "second", replace=True)


def test_a_backup_is_not_written_to_as_a_store(backed: Path) -> None:
    before = {path: path.read_bytes() for path in backed.rglob("*") if path.is_file()}
    with pytest.raises(StoreError, match="this is a backup"):
        open_store(backed)
    assert {path: path.read_bytes() for path in backed.rglob("*") if path.is_file()} == before
    assert open_store(backed, read_only=True).stats()["statements"]


def times(path: Path) -> dict[Path, int]:
    return {one: one.stat().st_mtime_ns for one in path.rglob("*") if one.is_file() and not one.name.startswith("LOG")}


def test_a_store_that_may_only_be_read_is_copied(store: Store, tmp_path: Path, exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load(changed())
    whole, past = exported(store), history(store)
    store.close()
    before = times(store.path)
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_store(store.path, read_only=True) as reader:
        reader.backup(tmp_path / "copy")
    assert times(store.path) == before
    restore_backup(tmp_path / "copy", tmp_path / "again.db")
    with open_store(tmp_path / "again.db") as again:
        assert (exported(again), history(again)) == (whole, past)
        assert list(check(again)) == []


def test_a_store_that_may_only_be_read_is_not_copied_while_another_process_writes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr("os.access", lambda *_: False)
    script = f"import kg\nwith kg.open({str(store.path)!r}):\n print('open', flush=True)\n input()"
    with (
        open_store(store.path, read_only=True) as reader,
        subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer,
    ):
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"open\n"
        with pytest.raises(StoreLocked, match="another process is writing"):
            reader.backup(tmp_path / "copy")
        writer.communicate(b"\n")
    assert not (tmp_path / "copy").exists()
