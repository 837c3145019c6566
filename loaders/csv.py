"""Tables of values divided by commas, semicolons or tabs: a row is an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from kg.errors import InputError, UsageError
from kg.loaders.base import Given, Loader
from kg.loaders.fields import columns
from kg.loaders.records import to_article
from kg.model import Article

_HEAD: Final = 64 * 1024
_DELIMITERS: Final = ",;\t|"


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The articles of a table whose first row names its columns, each named by its row (`table.csv#2` is the first below that).

    A row that cannot be read or has no text is refused, and the next one read. Raises `InputError` for a table without the columns.
    """
    lines = _lines(stream, given)
    try:
        yield from _articles(_rows(lines, given), given)
    finally:
        lines.release()


def _articles(rows: Iterator[list[str]], given: Given) -> Iterator[Article]:
    header = next(rows, None)
    if not header:
        raise InputError(f"{given.doc}: the document is empty; nothing to read")
    found = columns(given.fields, header, given.doc)
    broken = False
    for number, row in enumerate(rows, 2):
        own = replace(given, doc=f"{given.doc}#{number}")
        broken = not row or (broken and len(row) != len(header))
        try:
            if not broken:
                yield to_article(_record(header, row, own), found, own)
        except InputError as error:
            own.refuse(str(error))


def _record(header: list[str], row: list[str], given: Given) -> dict[str, str]:
    if len(row) != len(header):
        raise InputError(f"{given.doc}: {len(row)} values for {len(header)} columns; is a quotation mark missing?")
    return dict(zip(header, row, strict=True))


def _rows(lines: _Lines, given: Given) -> Iterator[list[str]]:
    """The rows, no empty ones; in place of one that is too long or broken, which is refused, stands an empty list."""
    csv.field_size_limit(given.max_bytes)
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=False)
    while True:
        try:
            row = next(reader)
            if row:
                yield row
        except StopIteration:
            return
        except csv.Error as error:
            given.refuse(f"{given.doc}: line {reader.line_num}: {error}; is a quotation mark missing? --max-size raises the limit")
            yield []
        except UnicodeError as error:
            raise InputError(
                f"{given.doc}: line {reader.line_num + 1}: not in the encoding {given.encoding or 'utf-8'}: {error}"
            ) from error


class _Lines:
    """Lines of a stream, the first ones to be looked at before they are taken."""

    def __init__(self, stream: io.TextIOWrapper, most: int) -> None:
        self._stream, self._most = stream, most
        self.first = stream.readline(most)
        self._waiting = self.first

    def release(self) -> None:
        """Let go of the stream below, which is its owner's to close."""
        self._stream.detach()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._waiting = self._waiting or self._stream.readline(self._most), ""
        if not line:
            raise StopIteration
        if len(line) == self._most and line[-1] != "\n":
            while line and line[-1] != "\n":
                line = self._stream.readline(self._most)
            raise csv.Error("line larger than the limit")
        return line


def _lines(stream: BinaryIO, given: Given) -> _Lines:
    try:
        text = io.TextIOWrapper(stream, encoding=given.encoding or "utf-8-sig", errors="strict", newline="")
        return _Lines(text, 2 * given.max_bytes + _HEAD)
    except LookupError as error:
        raise UsageError(f"unknown encoding {given.encoding!r}; give one as utf-8, windows-1252 or koi8-r") from error
    except UnicodeError as error:
        raise InputError(f"{given.doc}: not in the encoding {given.encoding or 'utf-8'}: {error}; give --encoding") from error


def _delimiter(lines: _Lines) -> str:
    """The divider that the row of names holds most often."""
    return max(_DELIMITERS, key=lines.first.count)


LOADER = Loader(
    "csv",
    (".csv", ".tsv"),
    "Tables divided by commas, semicolons or tabs, with a row of names; --field says which columns hold what",
    read,
    media_types=("text/csv", "text/tab-separated-values"),
    many=True,
    in_folders=False,
    max_bytes=10_000_000,
)
