from __future__ import annotations

import os
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


def test_links_that_lead_out_of_a_folder_are_refused_and_the_rest_is_read(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("The key is under the mat.")
    (folder / "c.txt").symlink_to(secret)
    (folder / "d.txt").symlink_to(folder / ".." / secret.parent.name / "secret.txt")
    (folder / "e.txt").symlink_to(folder / "a.txt")
    (folder / "f").symlink_to(secret.parent)
    found = []
    with pytest.raises(InputError, match=r"c.txt and 1 more: not read: a link that leads out of the folder"):  # noqa: PT012
        for source in sources(str(folder), (".txt",)):
            found.append(source.doc)  # noqa: PERF401
    assert found == ["a/z.txt", "a.txt", "b.txt", "e.txt", "sub/c.txt", "sub/deep/d.TXT"]
    assert docs(folder / "c.txt") == ["c.txt"]


def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        list(sources(str(tmp_path / "pipe"), [".txt"]))
