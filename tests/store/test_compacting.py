"""A store written anew: the same, and nothing of what was deleted in any of its files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.checking import check
from kg.cli import main
from kg.errors import StoreError, StoreLocked
from kg.store import Store, compacting, open_store
from kg.store.compacting import compact
from kg.store.engine import held, open_database
from kg.store.folder import replaced
from tests.store.conftest import Exported
from tests.store.sample import changed, other

SECRET = b"The gates of Port Averly"


def holding(path: Path, words: bytes) -> list[Path]:
    return [one for one in path.rglob("*") if one.is_file() and words in one.read_bytes()]


def test_deleted_words_are_in_no_file_any_more(linked: Store, exported: Exported) -> None:
    path = linked.path
    linked.load(changed())
    linked.search("gates")
    linked.delete("later-1")
    linked.close()
    assert holding(path, SECRET)
    with open_store(path) as store:
        whole, past, log = exported(store), set(store.read_history() or ()), store.log()
    (path / "notes.txt").write_text("mine")
    (path / "neo4j").mkdir()
    (path / "neo4j" / "password").write_text("x")
    before, after = compact(path)
    assert after < before
    assert holding(path, SECRET) == []
    with open_store(path) as store:
        assert (exported(store), set(store.read_history() or ()), store.log()) == (whole, past, log)
        assert [one for one in check(store) if one.part != "links"] == []
        assert store.load(other()).status == "added"
    assert [(path / "notes.txt").read_text(), (path / "neo4j" / "password").read_text()] == ["mine", "x"]
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_what_is_corrected_stays_in_the_history(store: Store) -> None:
    store.load(changed())
    store.close()
    compact(store.path)
    assert holding(store.path, b"A. Penn")
    with open_store(store.path) as again:
        assert [version.state for version in again.versions("news/harbour.txt")] == ["current", "replaced"]


def test_killed_in_the_middle(store: Store, exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, path = exported(store), store.path
    store.close()

    def killed(part: Path, target: Path) -> None:
        (target / "compact-x").mkdir()
        target.replace(replaced(target))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(compacting, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            compact(path)
    with pytest.raises(StoreError, match="run that `kg restore` or `kg optimize --anew` again"):
        open_store(path)
    compact(path)
    with open_store(path) as again:
        assert exported(again) == whole


def test_another_process_can_neither_write_nor_be_written_over(store: Store) -> None:
    path = store.path
    with pytest.raises(StoreLocked):
        compact(path)
    store.close()
    script = f"import kg, kg.errors\ntry:\n kg.open({str(path)!r})\nexcept kg.errors.StoreLocked as e:\n print(e)"
    with held(path, shared=False):
        open_database(path / "live", read_only=True)
        found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "another process is writing" in found.stdout
    open_store(path).close()


def test_not_all_written(store: Store, exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, path = exported(store), store.path
    store.close()
    monkeypatch.setattr(compacting, "put", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(StoreError, match="the disk is full"):
        compact(path)
    with open_store(path) as again:
        assert exported(again) == whole
    assert [one for one in (*path.parent.iterdir(), *path.iterdir()) if "compact" in one.name] == []


def test_the_command(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.close()
    assert main(["optimize", "--anew", "--store", str(store.path)]) == 0
    assert "is written anew: " in capsys.readouterr().err
    assert main(["optimize", "--anew", "--store", str(store.path.with_name("none.db"))]) == 1
    assert main(["optimize", "--anew", "--store", "bolt://localhost"]) == 2
