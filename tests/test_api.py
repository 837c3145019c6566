"""The two functions of the package: what they take, and what they say to anything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from kg.errors import InputError


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Path("a.txt"), r"not \w*Path; for a file, give next\(load\(path\)\), with load from kg\.loaders\.text$"),
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
    from kg.loaders.text import load

    (tmp_path / "a.txt").write_text("“The bridge is safe,” Mayor Ana Ruiz said.", encoding="utf-8")
    assert len(kg.extract(next(load(tmp_path / "a.txt"))).attributions) == 1


@pytest.mark.parametrize("given", [None, 3, b"kg.db"])
def test_what_is_no_path_is_a_type_error(given: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}$"):
        kg.open(given)
