"""Texts that files and formats stumble over."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kg.store import Store, open_store
from kg.store.formats import FORMATS
from tests.store.conftest import Exported
from tests.store.sample import other

HOSTILE = "".join(map(chr, range(0x100))) + "\u2028\u202e\ufeff\uffff👩‍👩‍👧\U0010ffff \"\"\" ''' \\u0041 <x> .\n"


@pytest.fixture
def hostile(empty: Store) -> Store:
    """A store of one article that is a megabyte long, with every character that needs escaping somewhere in text, headline and key."""
    told = other()
    text = told.article.text + HOSTILE + "long " * 200_000
    empty.load(replace(told, article=replace(told.article, text=text, headline=HOSTILE, key=HOSTILE, url=HOSTILE)))
    return empty


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_keeps_every_character(hostile: Store, tmp_path: Path, exported: Exported, format: str) -> None:  # noqa: A002
    first = exported(hostile, format)
    with open_store(tmp_path / "second.db") as second:
        second.import_(BytesIO(first), format)
        assert set(second._open()) == set(hostile._open())
        assert exported(second, format) == first


def test_it_can_be_asked_and_deleted(hostile: Store) -> None:
    assert {row["url"] for row in hostile.query("who-said")} == {HOSTILE}
    assert hostile.search("port quiet")
    assert hostile.validate() == []
    assert hostile.delete(HOSTILE)
    assert hostile.stats()["statements"] == 0
