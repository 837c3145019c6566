"""Unpacking gzip with a bound on what comes out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP: Final = b"\x1f\x8b"
UNPACKS_TO: Final = 4
"""How many times its packed size a text has, about."""
_CHUNK: Final = 256 * 1024
_MOST_PARTS: Final = 200
_FREE: Final = 100_000_000
_MOST_TIMES: Final = 500
"""Text packs to a third or a tenth of its size; what unpacks to more than so many times its size is made to fill memory."""


def content(data: bytes, encoding: str | None, doc: str, most: int) -> bytes:
    """The body of an HTTP answer, unpacked from its content encoding; raises `InputError` for an unknown or damaged one, or too much."""
    for name in reversed([name.strip().lower() for name in (encoding or "").split(",")]):
        if name in ("gzip", "x-gzip", "deflate"):
            data = _inflate(data, doc, most)
        elif name not in ("", "identity", "none"):
            raise InputError(f"{doc}: packed as {name[:20]!a}, which cannot be unpacked here")
    return data


def _inflate(data: bytes, doc: str, most: int) -> bytes:
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        packed = zlib.decompressobj(bits)
        try:
            unpacked = packed.decompress(data, most + 1)
        except zlib.error:
            continue
        if len(unpacked) > most:
            raise InputError(f"{doc}: unpacks to more than {most:,} bytes, the limit for one document")
        if packed.eof:
            return unpacked
    raise InputError(f"{doc}: damaged or cut off: it is said to be packed, but cannot be unpacked")


class _Unpacked(io.RawIOBase):
    """What a stream of gzip holds, member after member; raises `InputError` where it is damaged, cut off or a bomb."""

    def __init__(self, stream: BinaryIO, doc: str) -> None:
        self._stream, self._doc = stream, doc
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._waiting = b""
        self._took = self._gave = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: WriteableBuffer) -> int:
        view = memoryview(into).cast("B")
        unpacked = self._some(len(view))
        view[: len(unpacked)] = unpacked
        self._gave += len(unpacked)
        if self._gave > _FREE and self._gave > _MOST_TIMES * self._took:
            raise InputError(f"{self._doc}: unpacks to more than {_MOST_TIMES} times its size: a bomb, not a text; stopped reading it")
        return len(unpacked)

    def _some(self, most: int) -> bytes:
        while True:
            if self._member.eof:
                self._waiting = self._member.unused_data or self._next()
                if not self._waiting.strip(b"\0"):
                    return b""
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._waiting = self._waiting or self._next()
            if not self._waiting and not self._took:
                return b""
            unpacked = self._inflate(most)
            if unpacked:
                return unpacked

    def _inflate(self, most: int) -> bytes:
        begins = not self._waiting
        try:
            unpacked = self._member.decompress(self._waiting, most)
        except zlib.error as error:
            raise InputError(f"{self._doc}: damaged gzip; only articles that are whole before that were read: {error}") from error
        self._waiting = self._member.unconsumed_tail
        if begins and not unpacked and not self._member.eof:
            raise InputError(f"{self._doc}: cut off: the gzip file ends too early; only articles that are whole before that were read")
        return unpacked

    def _next(self) -> bytes:
        data = self._stream.read(_CHUNK)
        self._took += len(data)
        return data


def gunzip(stream: BinaryIO, doc: str) -> BinaryIO:
    """The stream that a stream of gzip holds."""
    return io.BufferedReader(_Unpacked(stream, doc), _CHUNK)


@contextmanager
def unpacked(path: Path) -> Iterator[tuple[BinaryIO, bool]]:
    """What a file holds, unpacked when it is gzip, and whether it is. Raises `InputError` when it cannot be opened."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    with stream:
        is_packed = stream.peek(len(GZIP)).startswith(GZIP)
        yield (gunzip(stream, path.name) if is_packed else stream), is_packed


def go_on(stream: BinaryIO, by: int) -> int:
    """Pass over so many bytes, of a stream that cannot be entered in the middle by reading them; how many there were."""
    passed = 0
    while chunk := stream.read(min(_CHUNK, by - passed)):
        passed += len(chunk)
    return passed


def size_of_parts(size: int, about: int, *, is_packed: bool) -> int:
    """How large the parts of a file are best made. Each part of a packed one is reached through all that comes before it, so there are not
    very many of them."""
    return max(about, size // _MOST_PARTS) if is_packed else about
