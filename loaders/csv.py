"""Tables of values divided by commas, semicolons or tabs: a row is an article."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from kg.errors import InputError
from kg.loaders.base import Given, Loader, record
from kg.loaders.csvlines import Counted, PartLines, delimiter, lines
from kg.loaders.csvparts import split
from kg.loaders.fields import columns
from kg.loaders.records import to_article
from kg.loaders.unpack import go_on
from kg.model import Article
from kg.plurals import many


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The articles of a table whose first row names its columns, each named by its row (`table.csv#2` is the first below that).

    A row that cannot be read or has no text is refused, and the next one read. Raises `InputError` for a table without the columns.
    """
    if given.part:
        yield from _of_part(stream, given, *given.part)
        return
    found = lines(stream, given)
    try:
        rows = _rows(found, delimiter(found.first), given)
        yield from _articles(next(rows, None), rows, given, 2)
    finally:
        found.release()


def _of_part(stream: BinaryIO, given: Given, begin: int, end: int, number: int) -> Iterator[Article]:
    """The articles of the rows from byte `begin` to byte `end`, of which the first has that number."""
    head = PartLines(stream, begin, given)
    first = next(head, "")
    header = next(_rows(chain([first], head), delimiter(first), given), None)
    go_on(stream, begin - head.at)
    yield from _articles(header, _rows(PartLines(stream, end - begin, given), delimiter(first), given), given, number)


def _articles(head: tuple[int, list[str]] | None, rows: Iterator[tuple[int, list[str]]], given: Given, first: int) -> Iterator[Article]:
    if not head or not head[1]:
        raise InputError(f"{given.doc}: the document is empty; nothing to read")
    header = head[1]
    found = columns(given.fields, header, given.doc)
    broken = False
    for number, (line, row) in enumerate(rows, first):
        own = record(given, f"{given.doc}#{number}", None if given.part else line)
        broken = not row or (broken and len(row) != len(header))
        try:
            if not broken:
                yield to_article(_record(header, row, own), found, own)
        except InputError as error:
            own.refuse(str(error))


def _record(header: list[str], row: list[str], given: Given) -> dict[str, str]:
    if len(row) != len(header):
        raise InputError(f"{given.doc}: {many(len(row), 'value')} for {many(len(header), 'column')}; is a quotation mark missing?")
    return dict(zip(header, row, strict=True))


def _rows(found: Iterator[str], divider: str, given: Given) -> Iterator[tuple[int, list[str]]]:
    """The rows, no empty ones, each with the line on which it begins; in place of one that is too long or broken, which is refused, stands
    an empty list."""
    csv.field_size_limit(given.max_bytes)
    counted = Counted(found)
    reader = csv.reader(counted, delimiter=divider, strict=False)
    while True:
        line = counted.taken + 1
        try:
            row = next(reader)
            if row:
                yield line, row
        except StopIteration:
            return
        except csv.Error as error:
            where = f"{given.doc}: " if given.part else f"{given.doc}: line {counted.taken}: "
            given.refuse(f"{where}{error}; is a quotation mark missing? --max-size raises the limit")
            yield line, []
        except UnicodeError as error:
            raise InputError(f"{given.doc}: line {counted.taken}: not in the encoding {given.encoding or 'utf-8'}: {error}") from error


LOADER = Loader(
    "csv",
    (".csv", ".tsv"),
    "Tables divided by commas, semicolons or tabs, with a row of names; --field says which columns hold what",
    read,
    media_types=("text/csv", "text/tab-separated-values"),
    many=True,
    in_folders=False,
    max_bytes=10_000_000,
    split=split,
    splits_packed=True,
)
