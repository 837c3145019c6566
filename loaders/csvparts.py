"""Cutting a table into parts that begin and end with a row."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.loaders.base import Given
from kg.loaders.csvlines import PartLines, delimiter
from kg.loaders.unpack import UNPACKS_TO, size_of_parts, unpacked

_LONGEST: Final = 10_000_000


def split(path: Path, about: int) -> list[tuple[int, int, int]]:
    """Parts of about so many bytes of what is unpacked: where the first row begins and the last one ends, and the number of the first.

    Goes through all of the file. Raises `InputError` for what is not in UTF-8, and where a row is broken: rows cannot be told apart then.
    """
    parts: list[tuple[int, int, int]] = []
    with unpacked(path) as (stream, is_packed):
        step = size_of_parts(path.stat().st_size * UNPACKS_TO, about, is_packed=is_packed)
        for begin, end, number in _rows(stream, path):
            if parts and end - parts[-1][0] <= step:
                parts[-1] = (parts[-1][0], end, parts[-1][2])
            else:
                parts.append((begin, end, number))
    if not parts:
        raise InputError(f"{path}: no rows in it")
    return parts


def _rows(stream: BinaryIO, path: Path) -> Iterator[tuple[int, int, int]]:
    """Begin, end and number of every row below that of names; numbers are those that reading gives them."""
    lines = PartLines(stream, sys.maxsize, Given(max_bytes=_LONGEST))
    csv.field_size_limit(_LONGEST)
    begin = number = 0
    try:
        first = next(lines, "")
        for row in csv.reader(chain([first], lines), delimiter=delimiter(first), strict=False):
            number += bool(row)
            if row and number > 1:
                yield begin, lines.at, number
            begin = lines.at
    except (csv.Error, UnicodeError) as error:
        raise InputError(f"{path}: its rows cannot be told apart: {error}") from error
