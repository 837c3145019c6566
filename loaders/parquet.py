"""Parquet files: a row is an article."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import InputError, MissingExtra
from kg.loaders.base import Given, Loader
from kg.loaders.fields import columns
from kg.loaders.records import to_article
from kg.model import Article

_ROWS_AT_A_TIME: Final = 64
_CHUNK: Final = 1 << 20


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The articles of a Parquet file, in its order, each named by its row, counted from 0 (`table.parquet#17`).

    A row without a text is refused, and the next one read. Raises `InputError` for a damaged file, or one without the columns, and
    `MissingExtra` without pyarrow.
    """
    with ExitStack() as stack:
        table = _open(_seekable(stream, stack), given.doc)
        found = columns(given.fields, table.schema_arrow.names, given.doc)
        for number, record in _rows(
            table, sorted({name.split(".")[0] if name not in table.schema_arrow.names else name for name in found.values()}), given
        ):
            own = replace(given, doc=f"{given.doc}#{number}")
            try:
                yield to_article(record, found, own)
            except InputError as error:
                own.refuse(str(error))


def _open(stream: BinaryIO, doc: str) -> Any:  # noqa: ANN401
    if find_spec("pyarrow") is None:
        raise MissingExtra("reading Parquet", "parquet")
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(stream, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{doc}: not a Parquet file that can be read: {error}") from error


def _rows(table: Any, names: list[str], given: Given) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401
    import pyarrow as pa

    first, last = given.part or (0, table.num_row_groups)
    number = sum(table.metadata.row_group(i).num_rows for i in range(first))
    try:
        for batch in table.iter_batches(_ROWS_AT_A_TIME, row_groups=range(first, last), columns=names, use_threads=False):
            for record in _records(batch):
                if record is None:
                    given.refuse(f"{given.doc}#{number}: a damaged row: bytes that are no UTF-8 where text should be")
                else:
                    yield number, record
                number += 1
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{given.doc}#{number}: a damaged Parquet file; what came before was read: {error}") from error


def _records(batch: Any) -> list[dict[str, Any] | None]:  # noqa: ANN401
    """The rows of a batch, None for one that holds bytes which are no text where text should be."""
    try:
        return list(batch.to_pylist())
    except UnicodeDecodeError:
        if batch.num_rows == 1:
            return [None]
        return [record for i in range(batch.num_rows) for record in _records(batch.slice(i, 1))]


def _seekable(stream: BinaryIO, stack: ExitStack) -> BinaryIO:
    """`stream`, or a temporary file of what it holds: a Parquet file is read from its end."""
    if stream.seekable():
        return stream
    copy = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    while chunk := stream.read(_CHUNK):
        copy.write(chunk)
    copy.seek(0)
    return copy


def split(path: Path, about: int) -> list[tuple[int, int]]:
    """Ranges of row groups, each of about so many bytes."""
    with path.open("rb") as stream:
        table = _open(stream, path.name)
        sizes = [table.metadata.row_group(i).total_byte_size for i in range(table.num_row_groups)]
    cuts, size = [0], 0
    for i, one in enumerate(sizes):
        if size and size + one > about:
            cuts.append(i)
            size = 0
        size += one
    return list(zip(cuts, [*cuts[1:], len(sizes)], strict=True))


LOADER = Loader(
    "parquet",
    (".parquet",),
    "Parquet files, a row an article; --field says which columns hold what",
    read,
    media_types=("application/vnd.apache.parquet",),
    recognise=lambda head: head.startswith(b"PAR1"),
    many=True,
    in_folders=False,
    max_bytes=10_000_000,
    split=split,
)
