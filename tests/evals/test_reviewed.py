"""Readings scored against what people decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals import reviewed
from kg.cli import main
from kg.review.apply import reviewed as apply
from kg.store import open_store
from tests.cli.conftest import BRIDGE
from tests.store.sample import sample
from tests.store.test_reviewing import ACCEPT, CORRECT, REJECT, UNLINK

ALL = (ACCEPT, CORRECT, REJECT, UNLINK)


def figures(told: object) -> dict[str, str]:
    good, of = reviewed.score(told, ALL)  # type: ignore[arg-type]
    return {figure: f"{good[figure]}/{of[figure]}" for figure in reviewed.FIGURES if of[figure]}


def test_what_is_as_people_decided_is_all_right() -> None:
    assert figures(apply(sample(), ALL).extraction) == {
        "right, found": "2/2",
        "right, words": "2/2",
        "right, speaker": "1/1",
        "wrong, not read": "1/1",
        "links wrong, not read": "1/1",
    }


def test_what_was_read_before_is_not() -> None:
    found = figures(sample())
    assert (found["right, words"], found["right, speaker"], found["wrong, not read"]) == ("1/2", "0/1", "0/1")
    assert found["links wrong, not read"] == "0/1"


def test_nothing_read_is_nothing_found() -> None:
    found = figures(replace(sample(), attributions=(), links=(), claims=()))
    assert (found["right, found"], found["wrong, not read"]) == ("0/2", "1/1")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert main(["load", "bridge.txt"]) == 0
    with open_store(Path("kg.db"), read_only=True) as store:
        first, second, *_ = (str(row["attribution"]).rpartition("/")[2] for row in store.query("who-said"))
    assert main(["review", "--accept", first, "--reject", second]) == 0
    assert main(["review", "--export", "decisions.jsonl"]) == 0
    capsys.readouterr()
    assert reviewed.main(["decisions.jsonl", "bridge.txt"]) == 0
    as_files = capsys.readouterr().out
    assert reviewed.main(["decisions.jsonl", "kg.db"]) == 0
    assert capsys.readouterr().out == as_files
    assert as_files.split() == ["right,", "found", "100.0", "1/1", "right,", "words", "100.0", "1/1", "wrong,", "not", "read", "0.0", "0/1"]
    assert reviewed.main(["nothing.jsonl", "kg.db"]) == 1
