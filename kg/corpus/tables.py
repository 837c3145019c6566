"""A set of Parquet files: what was read of many articles, table by table, written and read article by article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from kg.corpus.columns import arrow_fields, from_row, to_row
from kg.corpus.duplicates import SIZE, signature
from kg.errors import InputError
from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Run, Sentence
from kg.rdf import names

_PARTS: Final[dict[str, type]] = {"entities": Entity, "claims": Claim, "attributions": Attribution, "links": Link}
"""Tables with a row for each thing that an extraction holds several of, named as its fields are."""
_KEYS: Final = [pa.field("row", pa.int32(), nullable=False), pa.field("article", pa.string(), nullable=False)]
_WHOLE: Final = [
    pa.field("run", pa.struct(arrow_fields(Run)), nullable=False),
    pa.field("sentences", pa.list_(pa.field("item", pa.struct(arrow_fields(Sentence)), nullable=False)), nullable=False),
    pa.field("errors", pa.list_(pa.field("item", pa.string(), nullable=False)), nullable=False),
    pa.field("minhash", pa.binary(SIZE)),
]
SCHEMAS: Final[dict[str, pa.Schema]] = {
    "articles": pa.schema(_KEYS + arrow_fields(Article) + _WHOLE),
    **{name: pa.schema(_KEYS + arrow_fields(kind)) for name, kind in _PARTS.items()},
    **{
        name: pa.schema([pa.field("doc", pa.string(), nullable=False), pa.field(what, pa.string(), nullable=False)])
        for name, what in (("errors", "error"), ("skipped", "language"))
    },
}
"""Every table's columns. `row` numbers the articles of a set from 0, `article` is what the article's IRI in a graph ends with."""
_ROWS_AT_A_TIME: Final = 256
_CHARACTERS_AT_A_TIME: Final = 4_000_000


class Writer:
    """Writes a new set in `folder`; a context manager. What is written is whole only after it was left without an error."""

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._files = {
            name: self._stack.enter_context(pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd"))
            for name, schema in SCHEMAS.items()
        }
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        self.articles = self.errors = self.skipped = self._characters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._flush()
        self._stack.close()

    def add(self, extraction: Extraction) -> None:
        """Take in what was read of one article."""
        keys = {"row": self.articles, "article": f"art_{names(extraction.article, extraction.run, 'k:').version}"}
        whole = {
            "run": to_row(Run)(extraction.run),
            "sentences": [to_row(Sentence)(sentence) for sentence in extraction.sentences],
            "errors": list(extraction.errors),
            "minhash": signature(extraction.article.text),
        }
        self._rows["articles"].append(keys | to_row(Article)(extraction.article) | whole)
        for name, kind in _PARTS.items():
            convert = to_row(kind)
            self._rows[name] += [keys | convert(one) for one in getattr(extraction, name)]
        self.articles += 1
        self._characters += len(extraction.article.text)
        if len(self._rows["articles"]) >= _ROWS_AT_A_TIME or self._characters >= _CHARACTERS_AT_A_TIME:
            self._flush()

    def fail(self, doc: str, error: str) -> None:
        """Take in that a document could not be read."""
        self._rows["errors"].append({"doc": doc, "error": error.encode("utf-8", "replace").decode()})
        self.errors += 1

    def skip(self, doc: str, language: str) -> None:
        """Take in that an article was left out for its language."""
        self._rows["skipped"].append({"doc": doc, "language": language})
        self.skipped += 1

    def _flush(self) -> None:
        for name, rows in self._rows.items():
            if rows:
                self._files[name].write_table(pa.Table.from_pylist(rows, SCHEMAS[name]))
                rows.clear()
        self._characters = 0


def read(folder: Path) -> Iterator[Extraction]:
    """The extractions of a set, in their order, a few at a time in memory. Raises `InputError` for what is no whole set."""
    try:
        with ExitStack() as stack:
            parts = {name: _Grouped(_rows(folder, name, stack)) for name in _PARTS}
            for row in _rows(folder, "articles", stack):
                found = {name: tuple(map(from_row(kind), parts[name].of(row["row"]))) for name, kind in _PARTS.items()}
                yield Extraction(
                    article=from_row(Article)(row),
                    run=from_row(Run)(row["run"]),
                    sentences=tuple(map(from_row(Sentence), row["sentences"])),
                    errors=tuple(row["errors"]),
                    **found,
                )
    except (pa.ArrowException, OSError, KeyError) as error:
        raise InputError(f"{folder}: not a whole set of tables: {error}") from error


def failures(folder: Path) -> Iterator[tuple[str, str]]:
    """The documents of a set that could not be read, with what was wrong."""
    with ExitStack() as stack:
        yield from ((row["doc"], row["error"]) for row in _rows(folder, "errors", stack))


def _rows(folder: Path, name: str, stack: ExitStack) -> Iterator[dict[str, Any]]:
    table = stack.enter_context(pq.ParquetFile(folder / f"{name}.parquet", pre_buffer=False))
    for batch in table.iter_batches(_ROWS_AT_A_TIME, use_threads=False):
        yield from batch.to_pylist()


class _Grouped:
    """Rows in the order of their articles, to be taken article by article."""

    def __init__(self, rows: Iterator[dict[str, Any]]) -> None:
        self._groups = groupby(rows, itemgetter("row"))
        self._next = next(self._groups, None)

    def of(self, number: int) -> list[dict[str, Any]]:
        """The rows of that article."""
        if self._next is None or self._next[0] != number:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found
