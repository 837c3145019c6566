"""A store of which files are gone or cut: told as damage, in one line, and as rows of `kg check`."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import StoreDamaged
from kg.store import open_store
from kg.store.backup import restore_backup
from tests.store.sample import changed, other, sample


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A store of several versions, closed."""
    path = tmp_path / "kg.db"
    with open_store(path) as store:
        store.load(sample())
        store.load(other())
        store.load(changed())
    return path


def _half(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _table(database: Path) -> Path:
    return max(database.glob("*.sst"), key=lambda file: file.stat().st_size)


def _list(database: Path) -> Path:
    return next(database.glob("MANIFEST*"))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a table that is missing": lambda live: _table(live).unlink(),
    "a table cut in half": lambda live: _half(_table(live)),
    "a list of files that is missing": lambda live: _list(live).unlink(),
    "a list of files cut in half": lambda live: _half(_list(live)),
    "an empty list of files": lambda live: os.truncate(_list(live), 0),
    "no first file": lambda live: (live / "CURRENT").unlink(),
    "a first file of something else": lambda live: (live / "CURRENT").write_text("nonsense"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_told_as_damage(closed: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    DAMAGE[what](closed / "live")
    for read_only in (True, False):
        with pytest.raises(StoreDamaged, match=r"the store is damaged: .*kg check.*kg restore"):
            open_store(closed, read_only=read_only)
    assert main(["stats", "--store", str(closed)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("what", DAMAGE)
@pytest.mark.parametrize("repair", [(), ("--repair",)])
def test_damage_is_a_row_of_check(closed: Path, what: str, repair: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    DAMAGE[what](closed / "live")
    assert main(["check", "--store", str(closed), "--format", "jsonl", *repair]) == 4
    rows = list(map(json.loads, capsys.readouterr().out.splitlines()))
    assert {row["remedy"] for row in rows} == {"kg restore puts a backup back"}
    assert any(row["part"] == "database" for row in rows)


def test_a_missing_table_is_named(closed: Path) -> None:
    table = _table(closed / "live")
    table.unlink()
    with pytest.raises(StoreDamaged, match=rf"live/{table.name} is missing"):
        open_store(closed, read_only=True)


def test_damage_in_the_history_is_one_row(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = _table(closed / "history")
    table.unlink()
    assert main(["check", "--store", str(closed), "--format", "jsonl"]) == 4
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["part"], row["thing"]) == ("database", f"history/{table.name}")


@pytest.mark.parametrize("what", DAMAGE)
def test_a_backup_takes_the_place_of_a_damaged_store(closed: Path, what: str) -> None:
    with open_store(closed) as store:
        store.backup(closed.with_name("copy"))
        held = store.stats()["statements"]
    DAMAGE[what](closed / "live")
    restore_backup(closed.with_name("copy"), closed, replace=True)
    with open_store(closed) as store:
        assert store.stats()["statements"] == held


@pytest.mark.parametrize("text", [None, "{", '{"format": 1}'])
def test_what_a_store_says_of_itself_is_made_anew(closed: Path, text: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    described = closed / "store.json"
    before = json.loads(described.read_text())
    described.unlink()
    if text is not None:
        described.write_text(text)
    assert main(["stats", "--store", str(closed)]) == 1
    assert "`kg check --repair` makes it anew, `kg restore` puts a backup back" in capsys.readouterr().err
    words = ["check", "--store", str(closed), "--format", "jsonl"]
    assert main(words) == 4
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["thing"], "--repair makes it anew: names begin with " + before["base"]) == ("store.json", row["remedy"])
    assert main([*words, "--repair"]) == 0
    assert "no problems, 1 mended" in capsys.readouterr().err
    assert json.loads(described.read_text())["base"] == before["base"]
    with open_store(closed) as store:
        assert store.load(sample()).status == "restored"


def test_a_store_without_a_name_in_it_is_not_guessed_at(tmp_path: Path) -> None:
    open_store(tmp_path / "kg.db").close()
    (tmp_path / "kg.db" / "store.json").unlink()
    assert main(["check", "--store", str(tmp_path / "kg.db"), "--repair"]) == 4
    assert not (tmp_path / "kg.db" / "store.json").exists()


def test_a_store_of_a_later_version_is_not_described_anew(closed: Path) -> None:
    (closed / "store.json").write_text('{"format": 99, "base": "http://x/", "made_by": "later"}')
    assert main(["check", "--store", str(closed), "--repair"]) == 1


def test_a_backup_takes_the_place_of_a_store_that_says_nothing_of_itself(closed: Path) -> None:
    with open_store(closed) as store:
        store.backup(closed.with_name("copy"))
    (closed / "store.json").unlink()
    restore_backup(closed.with_name("copy"), closed, replace=True)
    open_store(closed).close()


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("repair", [(), ("--repair",)])
def test_a_database_that_is_gone_is_not_made_anew(
    closed: Path, sealed: bool, repair: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(closed / "live")
    if not sealed:
        (closed / "seals.json").unlink()
    log = (closed / "log.nt").read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreDamaged, match=r"live is missing: .*kg restore"):
            open_store(closed, read_only=read_only)
    with pytest.raises(StoreDamaged, match="live is missing"):
        open_store(closed, as_of=datetime.now(UTC))
    assert main(["check", "--store", str(closed), "--format", "jsonl", *repair]) == 4
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["thing"], row["problem"], row["remedy"]) == ("live", "live is missing", "kg restore puts a backup back")
    assert not (closed / "live").exists()
    assert (closed / "log.nt").read_bytes() == log


def test_a_new_store_that_was_killed_before_it_had_a_database_opens(tmp_path: Path) -> None:
    open_store(tmp_path / "kg.db").close()
    shutil.rmtree(tmp_path / "kg.db" / "live")
    (tmp_path / "kg.db" / "seals.json").unlink()
    with open_store(tmp_path / "kg.db", read_only=True) as store:
        assert store.stats()["articles"] == 0
    with open_store(tmp_path / "kg.db") as store:
        assert store.load(sample()).status == "added"


def test_a_history_that_is_gone_is_a_row_and_what_counts_is_still_read(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(closed / "history")
    for repair in ((), ("--repair",)):
        assert main(["check", "--store", str(closed), "--format", "jsonl", *repair]) == 4
        [row] = map(json.loads, capsys.readouterr().out.splitlines())
        assert (row["thing"], row["problem"]) == ("history", "history is missing")
        assert "kg restore" in row["remedy"]
    with open_store(closed, read_only=True) as store:
        assert store.stats()["articles"] == 2
    for as_of in (None, datetime.now(UTC)):
        with pytest.raises(StoreDamaged, match="history is missing"):
            open_store(closed, as_of=as_of)
    assert not (closed / "history").exists()


def test_versions_without_the_history(closed: Path) -> None:
    shutil.rmtree(closed / "history")
    with open_store(closed, read_only=True) as store:
        for ask in (store.versions, store.diff):
            with pytest.raises(StoreDamaged, match="history is missing"):
                ask("news/harbour.txt")
