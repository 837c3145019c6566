"""The lines of a table, bounded in their length."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from kg.errors import InputError, UsageError
from kg.loaders.base import Given

_HEAD: Final = 64 * 1024
_DELIMITERS: Final = ",;\t|"


def delimiter(first: str) -> str:
    """The divider that the row of names, which begins with that line, holds most often."""
    return max(_DELIMITERS, key=first.count)


class Lines:
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


def lines(stream: BinaryIO, given: Given) -> Lines:
    """All lines of `stream`. Raises `UsageError` for an unknown encoding, `InputError` when the first line is not in it."""
    try:
        text = io.TextIOWrapper(stream, encoding=given.encoding or "utf-8-sig", errors="strict", newline="")
        return Lines(text, 2 * given.max_bytes + _HEAD)
    except LookupError as error:
        raise UsageError(f"unknown encoding {given.encoding!r}; give one as utf-8, windows-1252 or koi8-r") from error
    except UnicodeError as error:
        raise InputError(f"{given.doc}: not in the encoding {given.encoding or 'utf-8'}: {error}; give --encoding") from error


class Counted:
    """Lines, of which `taken` were asked for: one too long to be read as well, which `csv.reader.line_num` leaves out."""

    def __init__(self, found: Iterator[str]) -> None:
        self._found = found
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.taken += 1
        return next(self._found)


class PartLines:
    """The lines of the next `size` bytes of a stream, of which `at` were taken."""

    def __init__(self, stream: BinaryIO, size: int, given: Given) -> None:
        self._stream, self._size, self._most = stream, size, 2 * given.max_bytes + _HEAD
        self._encoding = given.encoding or "utf-8-sig"
        self.at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._line()
        if not line:
            raise StopIteration
        if len(line) == self._most and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = self._line()
            raise csv.Error("line larger than the limit")
        told = line.decode(self._encoding)
        self._encoding = "utf-8" if self._encoding == "utf-8-sig" else self._encoding
        return told

    def _line(self) -> bytes:
        line = self._stream.readline(min(self._most, self._size - self.at))
        self.at += len(line)
        return line
