"""The functions of the package: what they take, and what they say to anything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from kg.errors import InputError, QueryError, StoreError, UsageError


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


def test_no_store_is_made_where_none_may_be(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"kg\.db: there is no store here$"):
            kg.open(tmp_path / "kg.db", create=False, read_only=read_only)
    with pytest.raises(StoreError, match=r"kg\.db: there is no store here$"):
        kg.open(tmp_path / "kg.db", read_only=True)
    assert list(tmp_path.iterdir()) == []
    kg.open(tmp_path / "kg.db").close()
    kg.open(tmp_path / "kg.db", create=False).close()


TOWNS = """“The harbour is closed,” Mayor Ida Berg said. Jon Berg said the fish had gone.

“They will be back,” Carol Whitcombe said.
"""


def test_names_stand_for_people_as_they_do_for_the_command(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with kg.open(tmp_path / "kg.db") as store:
        store.load(kg.extract(TOWNS))
        assert [row["speaker"] for row in store.query("who-said", speaker="Whitcombe")] == ["Carol Whitcombe"]
        assert caplog.messages == ["'Whitcombe' is taken for 'Carol Whitcombe', the only person here of that surname"]
        several = "is the surname of 2: query('who-said', speaker='Ida Berg'), query('who-said', speaker='Jon Berg')"
        for name, says in (
            ("Berg", several),
            ("mayor", "'mayor' is the role of one: query('who-said', speaker='Ida Berg') (mayor)"),
            ("Whitcomb", "no speaker 'Whitcomb' in .*; did you mean 'Carol Whitcombe'?"),
            ("Qqqqq", "no speaker 'Qqqqq' in .*; query('speakers') lists who speaks"),
        ):
            with pytest.raises(QueryError, match=says.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
                store.query("who-said", speaker=name)
            assert len(store.exactly("who-said", speaker=name)) == 0
        assert len(store.query("who-said", speaker="Ida Berg", min_score=1)) == 0


@pytest.mark.parametrize("given", [None, 3, b"kg.db"])
def test_what_is_no_path_is_a_type_error(given: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}$"):
        kg.open(given)
