from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.loaders.sources import sources

NAMES = ["b.txt", "a.txt", "sub/c.txt", "sub/deep/d.TXT", "note.md", ".hidden.txt", ".git/e.txt", "a/z.txt"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The bridge reopened.")
    return tmp_path


def docs(argument: str | Path) -> list[str]:
    return [source.doc for source in sources(str(argument), (".txt",))]


def test_a_folder_in_stable_order_hidden_left_out(folder: Path) -> None:
    assert docs(folder) == ["a/z.txt", "a.txt", "b.txt", "sub/c.txt", "sub/deep/d.TXT"]


def test_a_file_whatever_its_ending(folder: Path) -> None:
    assert docs(folder / "note.md") == ["note.md"]


def test_patterns(folder: Path) -> None:
    assert docs(folder / "*.txt") == ["a.txt", "b.txt"]
    assert docs(folder / "sub" / "**" / "*.*") == ["c.txt", "deep/d.TXT"]


def test_a_file_whose_name_looks_like_a_pattern(folder: Path) -> None:
    (folder / "a[1].txt").write_text("x")
    assert docs(folder / "a[1].txt") == ["a[1].txt"]


def test_standard_input() -> None:
    [source] = sources("-", (".txt",))
    assert (source.doc, source.path) == ("-", None)


@pytest.mark.parametrize(
    ("name", "says"), [("gone.txt", "no such file"), ("sub2", "no articles in this folder"), ("*.pdf", "no file matches")]
)
def test_nothing_there(folder: Path, name: str, says: str) -> None:
    (folder / "sub2").mkdir()
    with pytest.raises(InputError, match=says):
        docs(folder / name)
