"""The functions of the package: what they take, and what they say to anything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from kg.errors import InputError, UsageError


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Path("a.txt"), r"not \w*Path; for a file, give next\(kg\.articles\(path\)\)$"),
        (b"The bridge is safe.", "not bytes; decode it first"),
        (None, "not NoneType"),
        (["a.txt"], "not list"),
    ],
)
def test_what_is_no_article_is_a_type_error(given: Any, says: str) -> None:
    with pytest.raises(TypeError, match=f"^kg.extract takes the text of an article as str, or an Article, {says}"):
        kg.extract(given)


def test_a_string_that_is_no_text_is_an_input_error() -> None:
    with pytest.raises(InputError, match="HTML"):
        kg.extract("<!doctype html><p>The bridge is safe.")


def test_the_advice_for_a_file_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The bridge is safe,” Mayor Ana Ruiz said.", encoding="utf-8")
    assert len(kg.extract(next(kg.articles(tmp_path / "a.txt"))).attributions) == 1


def test_articles_of_all_kinds_one_by_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "b.txt").touch()
    (tmp_path / "c.jsonl").write_text('{"words": "Two."}\n{}\n{"words": "Three."}\n', encoding="utf-8")
    found = kg.articles(tmp_path, tmp_path / "gone.txt", str(tmp_path / "c.jsonl"), fields={"text": "words"})
    assert [article.text for article in found] == ["One.", "Two.", "Three."]
    assert [message.split(": ")[0].rpartition("/")[2] for message in caplog.messages] == ["b.txt", "gone.txt", "c.jsonl#18"]
    with pytest.raises(UsageError, match="no loader 'frob'"):
        kg.articles(tmp_path, loader="frob")
    with pytest.raises(UsageError, match="not a field map"):
        kg.articles(tmp_path, fields={"frob": "x"})


@pytest.mark.parametrize("given", [None, 3, b"kg.db"])
def test_what_is_no_path_is_a_type_error(given: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}$"):
        kg.open(given)
