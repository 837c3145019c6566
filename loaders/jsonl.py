"""JSON Lines: an object a line, each an article."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import InputError
from kg.loaders.base import Given, Loader, record
from kg.loaders.fields import columns
from kg.loaders.records import to_article
from kg.loaders.unpack import go_on, size_of_parts, unpacked
from kg.model import Article

_CHUNK: Final = 1 << 20
_PATIENCE: Final = 20
_ROOM: Final = 2
"""A line may be so many times as long as a document: it holds other fields, and escapes."""


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The articles of a file of JSON Lines, in its order, each named by the byte at which its line begins (`dump.jsonl#4711`).

    A line that is too long, is no JSON object or has no text is refused, and the next one read. Of a part of a file nobody knows the number
    of a line.
    """
    begin, end = given.part or (0, None)
    at = _start(stream, begin)
    bad, found, number = 0, False, 0
    while end is None or at < end:
        line = stream.readline(_ROOM * given.max_bytes + 1)
        if not line:
            return
        number += 1
        own = record(given, f"{given.doc}#{at}", None if given.part else number)
        at += len(line)
        if len(line) > _ROOM * given.max_bytes:
            at += _skip_line(stream, line)
            own.refuse(f"{own.doc}: a line of more than {_ROOM * given.max_bytes:,} bytes; raise the limit with --max-size")
        elif line.strip():
            try:
                yield _article(line, own)
                found = True
            except InputError as error:
                own.refuse(str(error))
                bad += 1
        if bad == _PATIENCE and not found:
            raise InputError(f"{given.doc}: none of its first {bad} lines gives an article; is this JSON Lines?")


def _article(line: bytes, given: Given) -> Article:
    found = _object(line, given)
    return to_article(found, columns(given.fields, found.keys(), given.doc), given, line.strip())


def _object(line: bytes, given: Given) -> dict[str, Any]:
    try:
        found = json.loads(line.decode(given.encoding or "utf-8-sig"))
    except json.JSONDecodeError as error:
        raise InputError(f"{given.doc}: not a line of JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{given.doc}: not a line of JSON: {error}") from None
    if not isinstance(found, dict):
        raise InputError(f"{given.doc}: a line of JSON, but not an object with fields")
    return found


def _start(stream: BinaryIO, begin: int) -> int:
    """Go to the first line that begins at or after byte `begin`; where that is."""
    if begin == 0:
        return 0
    if stream.seekable():
        stream.seek(begin - 1)
    else:
        go_on(stream, begin - 1)
    return begin - 1 + _skip_line(stream, b"")


def _skip_line(stream: BinaryIO, line: bytes) -> int:
    """Read on to the end of the line whose beginning was read; how many bytes that was."""
    size = 0
    while not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)
        size += len(line)
        if not line:
            break
    return size


def split(path: Path, about: int) -> list[tuple[int, int]]:
    """Ranges of about so many bytes, of what is unpacked; a line belongs to the range in which it begins."""
    with unpacked(path) as (stream, is_packed):
        size = go_on(stream, sys.maxsize) if is_packed else stream.seek(0, io.SEEK_END)
    step = size_of_parts(size, about, is_packed=is_packed)
    return list(pairwise([*range(0, max(size, 1), step), max(size, 1)]))


LOADER = Loader(
    "jsonl",
    (".jsonl", ".ndjson"),
    "JSON Lines: an object a line; --field says which fields hold what",
    read,
    media_types=("application/x-ndjson", "application/jsonl"),
    recognise=lambda head: head.lstrip().startswith(b'{"'),
    many=True,
    in_folders=False,
    max_bytes=10_000_000,
    split=split,
    splits_packed=True,
)
