"""Reading one shard, in this process."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.corpus import tables, work
from kg.corpus.plan import Piece, Shard
from kg.corpus.settings import Settings
from kg.corpus.work import Done, Place, Stage, read_shard
from kg.errors import InputError, MissingExtra, UsageError
from kg.model import Article, Extraction
from tests.store.sample import sample

SETTINGS = Settings(("x",), "1", "2")


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading that only looks at the text, and fails when that says so."""

    def read(article: Article, *, model: str | None = None) -> Extraction:
        for kind in (ValueError, MemoryError, UsageError, OSError):
            if kind.__name__ in article.text:
                raise kind("so it says")
        return Extraction(article, sample().run)

    monkeypatch.setattr("kg.reading.read", read)


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    pieces = []
    for name, text in {"a.txt": "One.", "b.txt": "", "c.jsonl": '{"text": "Two."}\n{}\n{"text": "Three."}\n', "d.txt": "Four."}.items():
        (tmp_path / name).write_text(text)
        pieces.append(Piece(name, str(tmp_path / name)))
    (tmp_path / "out").mkdir()
    return Shard(7, tuple(pieces))


def result(tmp_path: Path) -> tuple[list[str], dict[str, str]]:
    folder = tmp_path / "out" / "shard-000007"
    assert [path.name for path in (tmp_path / "out").iterdir()] == [folder.name]
    return [one.article.text for one in tables.read(folder)], dict(tables.failures(folder))


def test_articles_and_errors(shard: Shard, tmp_path: Path) -> None:
    steps: list[tuple[Stage, Place]] = []
    assert read_shard(shard, SETTINGS, tmp_path / "out", lambda *step: steps.append(step)) == Done(4, 2)
    texts, failed = result(tmp_path)
    assert texts == ["One.", "Two.", "Three.", "Four."]
    assert failed == {"b.txt": "the document is empty; nothing to read", "c.jsonl#17": failed["c.jsonl#17"]}
    assert "no field that looks like the text" in failed["c.jsonl#17"]
    assert steps.count(("reading", (2, 1))) == 1
    assert steps[:2] == [("loading", (0, 0)), ("reading", (0, 0))]


@pytest.mark.parametrize("name", ["ValueError", "MemoryError"])
def test_an_article_that_cannot_be_read(shard: Shard, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(name)
    assert read_shard(shard, SETTINGS, tmp_path / "out") == Done(3, 3)
    assert result(tmp_path)[1]["a.txt"] == f"could not be read: {name}: so it says"


@pytest.mark.parametrize("error", [UsageError, OSError])
def test_what_is_nobodys_fault_stops_it_and_leaves_nothing(shard: Shard, tmp_path: Path, error: type[Exception]) -> None:
    (tmp_path / "d.txt").write_text(error.__name__)
    with pytest.raises(error):
        read_shard(shard, SETTINGS, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_document_that_needs_a_missing_extra_is_one_that_fails(shard: Shard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.html.find_spec", lambda _: None)
    (tmp_path / "e.html").write_text("<html>")
    pieces = (Piece("e.html", str(tmp_path / "e.html")), *shard.pieces)
    assert read_shard(Shard(7, pieces), SETTINGS, tmp_path / "out") == Done(4, 3)
    assert result(tmp_path)[1]["e.html"] == 'reading HTML needs an optional package: in a checkout, pip install ".[html]"'


@pytest.mark.parametrize("error", [MissingExtra("reading HTML", "html"), UsageError("so"), InputError("so")])
def test_errors_go_from_one_process_to_another(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))


def test_where_a_process_died_it_is_not_tried_again(shard: Shard, tmp_path: Path) -> None:
    fatal: dict[Place, Stage] = {(0, 0): "reading", (2, 1): "loading"}
    assert read_shard(shard, SETTINGS, tmp_path / "out", fatal=fatal) == Done(2, 3)
    texts, failed = result(tmp_path)
    assert texts == ["Two.", "Four."]
    assert "process that read it died" in failed["a.txt"]
    assert "process that loaded it died, after 1 article" in failed["c.jsonl"]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert read_shard(Shard(7, (Piece("a.txt", str(tmp_path / "gone.txt")),)), SETTINGS, tmp_path / "out") == Done(0, 1)
    assert "No such file" in result(tmp_path)[1]["a.txt"]


def test_an_article_that_takes_too_long(shard: Shard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: Any, **__: Any) -> None:
        while True:
            pass

    monkeypatch.setattr(work, "READING", 0.05)
    monkeypatch.setattr("kg.reading.read", slow)
    assert read_shard(Shard(7, shard.pieces[:1]), SETTINGS, tmp_path / "out") == Done(0, 1)
    assert "took longer than" in result(tmp_path)[1]["a.txt"]


def test_a_shard_that_another_process_has_finished(shard: Shard, tmp_path: Path) -> None:
    read_shard(shard, SETTINGS, tmp_path / "out")
    assert read_shard(shard, SETTINGS, tmp_path / "out") == Done(4, 2)
    assert len(result(tmp_path)[0]) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limit")
def test_the_limit_on_memory() -> None:
    tried = "from kg.corpus.limits import limit_memory; limit_memory(300_000_000); bytearray(100_000_000); bytearray(400_000_000)"
    ran = subprocess.run([sys.executable, "-c", tried], capture_output=True, text=True, check=False)
    assert ran.stderr.rstrip().endswith("MemoryError")
