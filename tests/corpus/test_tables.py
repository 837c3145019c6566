"""What was read comes back from Parquet as it was."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus import tables
from kg.errors import InputError
from kg.model import Extraction
from kg.rdf import names
from tests.rdf.strategies import extractions
from tests.store.sample import other, sample, variant


def written(folder: Path, *told: Extraction) -> Path:
    with tables.Writer(folder) as writer:
        for one in told:
            writer.add(one)
    return folder


@settings(max_examples=25, deadline=None)
@given(st.lists(extractions(), max_size=4))
def test_nothing_is_lost(told: list[Extraction]) -> None:
    with TemporaryDirectory() as folder:
        assert list(tables.read(written(Path(folder), *told))) == told


def test_more_than_fits_one_group_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_ROWS_AT_A_TIME", 3)
    told = [variant(number) for number in range(10)] + [other()] + [variant(number) for number in range(3)]
    assert list(tables.read(written(tmp_path, *told))) == told
    assert pq.ParquetFile(tmp_path / "articles.parquet").num_row_groups == 5


def test_rows_can_be_joined(tmp_path: Path) -> None:
    written(tmp_path, sample(), other())
    articles = pq.read_table(tmp_path / "articles.parquet").to_pylist()
    said = pq.read_table(tmp_path / "attributions.parquet").to_pylist()
    assert [row["row"] for row in articles] == [0, 1]
    assert {row["article"] for row in said} == {row["article"] for row in articles}
    minted = names(sample().article, sample().run, "http://x/").article.value
    assert minted == f"http://x/{articles[0]['article']}"


def test_failures(tmp_path: Path) -> None:
    with tables.Writer(tmp_path) as writer:
        writer.fail("a.txt", "the document is empty")
        writer.fail("b.txt", "a lone \ud800 surrogate")
    assert list(tables.failures(tmp_path)) == [("a.txt", "the document is empty"), ("b.txt", "a lone ? surrogate")]
    assert list(tables.read(tmp_path)) == []


def test_a_set_that_an_earlier_version_wrote(tmp_path: Path) -> None:
    written(tmp_path, sample())
    path = tmp_path / "entities.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["members"]), path)
    assert list(tables.read(tmp_path)) == [sample()]
    pq.write_table(pq.read_table(path).drop_columns(["name"]), path)
    with pytest.raises(InputError, match="not a whole set of tables: 'name'"):
        list(tables.read(tmp_path))


def test_a_set_that_is_not_whole(tmp_path: Path) -> None:
    written(tmp_path, sample())
    (tmp_path / "claims.parquet").unlink()
    with pytest.raises(InputError, match="not a whole set of tables"):
        list(tables.read(tmp_path))
