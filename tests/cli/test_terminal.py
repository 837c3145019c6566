from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg.cli import main, querying, terminal
from kg.cli.options import to_bytes, to_date
from kg.cli.output import binary_output, text_output
from kg.errors import UsageError
from kg.store import open_store
from tests.cli.conftest import Kg
from tests.store.sample import sample


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def shown_on(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(raw, encoding="utf-8", write_through=True))
    return raw


def test_graph_output_on_a_terminal_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = shown_on(monkeypatch)
    with binary_output("-") as out:
        out.write('"é\x1b[2J\x9b"\n'.encode())
    assert raw.getvalue() == '"é\\u001B[2J\\u009B"\n'.encode()


def test_graph_output_in_a_file_is_not(tmp_path: Path) -> None:
    with binary_output(str(tmp_path / "a.ttl")) as out:
        out.write(b"\x1b")
    assert (tmp_path / "a.ttl").read_bytes() == b"\x1b"


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(TypeError), text_output(str(target)) as out:
        out.writelines(["new", 1])  # type: ignore[list-item]
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("name", [".", "no/such/folder.txt"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot write to"), text_output(str(tmp_path / name)):
        pass


def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert not terminal.colours()
    shown_on(monkeypatch)
    assert terminal.colours()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.colours()


@pytest.mark.parametrize(("text", "size"), [("500", 500), ("500KB", 500_000), ("2mb", 2_000_000), ("1 GB", 1_000_000_000)])
def test_sizes(text: str, size: int) -> None:
    assert to_bytes(text) == size


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5MB", "2XB", "MB", "1MBB"])
def test_no_sizes(text: str) -> None:
    with pytest.raises(UsageError, match="not a size"):
        to_bytes(text)


def test_dates() -> None:
    assert to_date("2024-05-01").isoformat() == "2024-05-01"
    with pytest.raises(UsageError, match="not a date: 'yesterday'"):
        to_date("yesterday")


def test_a_table_on_a_terminal_ends_after_a_page_and_says_so(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg("load", str(bridge))
    every = len(kg("query", "who-said").out.splitlines())
    assert every > 2
    monkeypatch.setattr(querying, "PAGE", every - 1)
    for words, rows, says in (
        ((), every - 1, f"these are the first {every - 1} rows: --limit {5 * (every - 1)} shows more, --format table all\n"),
        (("--format", "table"), every, ""),
        ((f"limit={every}",), every, ""),
        (("limit=1",), 1, ""),
        (("manner=direct",), 2, ""),
    ):
        raw = shown_on(monkeypatch)
        monkeypatch.setattr(sys, "stderr", told := io.StringIO())
        assert main(["query", "who-said", *words]) == 0
        assert told.getvalue() == says
        assert raw.getvalue().decode().count("att_") == rows


def test_only_contradictions_that_are_shown_are_counted(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "kg.db") as store:
        store.load(sample())
        assert len(store.query("contradictions", min_score=0.4)) > 1
    monkeypatch.setattr(querying, "PAGE", 1)
    raw = shown_on(monkeypatch)
    monkeypatch.setattr(sys, "stderr", told := io.StringIO())
    assert main(["contradictions"]) == 0
    assert raw.getvalue().decode().count("explicit") == 1
    first, counted = told.getvalue().splitlines()
    assert first.startswith("these are the first 1 rows")
    assert counted.startswith("1 contradiction;")
