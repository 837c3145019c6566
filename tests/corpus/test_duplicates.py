from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from kg.corpus import duplicates, tables
from kg.corpus.duplicates import LEAST, note, signature
from kg.model import Extraction
from tests.store.sample import sample

CHANCE = random.Random(5)
WORDS = ["".join(CHANCE.choices("abcdefghijklmnop", k=6)) for _ in range(500)]


def text(number: int) -> str:
    return " ".join(random.Random(number).choices(WORDS, k=300))


def told(doc: str, words: str) -> Extraction:
    article = replace(sample().article, doc=doc, key=doc, text=words, headlines=(), skipped=())
    return Extraction(article, sample().run)


def written(folder: Path, *many: Extraction) -> Path:
    folder.mkdir()
    with tables.Writer(folder) as writer:
        for one in many:
            writer.add(one)
    return folder


def test_an_article_is_noted_with_the_earlier_one_that_it_is_like(tmp_path: Path) -> None:
    first, last = text(1), text(2)
    many = [told("first", first), *(told(f"other {n}", text(n)) for n in range(10, 40)), told("short", "Just so.")]
    more = [
        told("again", first),
        told("edited", f"By Ann Bee. {first} More follows."),
        told("short too", "Just so."),
        told("half", first[:900] + last),
    ]
    sets = [written(tmp_path / "a", *many), written(tmp_path / "b", *more)]
    assert note(tmp_path, sets) == 2
    found = pq.read_table(tmp_path / duplicates.FILE).to_pylist()
    assert [(row["doc"], row["earlier_doc"]) for row in found] in (
        [("again", "first"), ("edited", "first")],
        [("again", "first"), ("edited", "again")],
    )
    assert found[0]["similarity"] == 1
    assert LEAST <= found[1]["similarity"] < 1
    assert found[0]["article"] != found[0]["earlier"]


def test_nothing_alike_and_nothing_at_all(tmp_path: Path) -> None:
    assert note(tmp_path, [written(tmp_path / "a", told("one", text(1)), told("two", text(2)))]) == 0
    assert note(tmp_path, []) == 0
    assert pq.read_table(tmp_path / duplicates.FILE).num_rows == 0


def test_a_signature_depends_on_the_words_only() -> None:
    assert signature(text(1)) == signature(text(1).upper().replace(" ", ", ")) != signature(text(2))
    assert signature("a few words") is None
