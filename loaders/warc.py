"""WARC files, as web archives and crawlers write them: every page is an article."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import InputError, MissingExtra
from kg.loaders import html
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given, Loader
from kg.loaders.decode import decode
from kg.loaders.patience import patience
from kg.loaders.unpack import GZIP, content
from kg.model import Article

_PAGES: Final = ("text/html", "application/xhtml+xml")
_CHUNK: Final = 1 << 20
_START: Final = re.compile(rb"WARC/1\.\d\r?\n|\x1f\x8b\x08")
_HTTP_OK: Final = 200


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The pages of a WARC file, each named by the byte at which its record begins, as in a CDX index (`crawl.warc.gz#4711`).

    Records that are no pages (pictures, requests, answers other than 200) are passed over; a page that cannot be read is refused, and
    the next one read. Of a damaged file, what can be read is. Raises `InputError` when that is nothing, `MissingExtra` without FastWARC.
    """
    if find_spec("fastwarc") is None:
        raise MissingExtra("reading WARC files", "warc")
    html.require()
    begin, end = given.part or (0, None)
    for record in _records(stream, begin, end, given):
        own = replace(given, doc=f"{given.doc}#{record.stream_pos}")
        try:
            with patience(given.seconds, own.doc):
                article = _article(record, own)
            if article:
                yield article
        except InputError as error:
            own.refuse(f"{error} ({record.headers.get('WARC-Target-URI')})")


def _records(stream: BinaryIO, begin: int, end: int | None, given: Given) -> Iterator[Any]:
    """The records that begin in a range of the file. Where it is damaged, reading goes on with the next record that can be found."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    at = _next_record(stream, begin) if begin else 0
    told = False
    while at is not None and (end is None or at < end):
        if stream.seekable():
            stream.seek(at)
        try:
            for record in ArchiveIterator(stream, record_types=wanted, auto_decode="none", fsspec_args=False):
                at = record.stream_pos
                if end is not None and at >= end:
                    return
                told = True
                yield record
        except OSError as error:
            if at == begin == 0:
                raise InputError(f"{given.doc}: not a WARC file: {error}") from error
            given.refuse(f"{given.doc}#{at}: damaged after this record: {error}; going on with the next that can be found")
            at = _next_record(stream, at + 1) if stream.seekable() else None
            continue
        if stream.seekable() and _is_cut(stream, at, told):
            given.refuse(f"{given.doc}: cut off: the file ends in the middle of a record; what came before was read")
        return


def _is_cut(stream: BinaryIO, at: int, told: bool) -> bool:
    """Whether the file, packed, ends within a record: one after that which begins at `at`, or, unless that was `told` of, that one."""
    stream.seek(at)
    member, data = zlib.decompressobj(zlib.MAX_WBITS | 16), stream.read(_CHUNK)
    if not data.startswith(GZIP):
        return False
    while data:
        member.decompress(data, _CHUNK)
        if member.eof:
            data = (member.unused_data or stream.read(_CHUNK)).lstrip(b"\0")
            told = told and not data
            member = zlib.decompressobj(zlib.MAX_WBITS | 16) if data else member
        else:
            data = member.unconsumed_tail or stream.read(_CHUNK)
    return not member.eof and not told


def _next_record(stream: BinaryIO, begin: int) -> int | None:
    """Where the first record at or after `begin` begins."""
    at, before = begin, b""
    stream.seek(begin)
    while chunk := stream.read(_CHUNK):
        window = before + chunk
        for found in _START.finditer(window):
            place = at - len(before) + found.start()
            if _is_start(stream, place, found.group()):
                return place
        stream.seek(at + len(chunk))
        at += len(chunk)
        before = window[-16:]
    return None


def _is_start(stream: BinaryIO, place: int, found: bytes) -> bool:
    """Whether a record begins at `place`: what looks like the begin of a gzip member may be chance."""
    if not found.startswith(GZIP):
        return True
    stream.seek(place)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(512), 7) == b"WARC/1."
    except zlib.error:
        return False


def _article(record: Any, given: Given) -> Article | None:  # noqa: ANN401
    """The article of a record, or None when that is no page."""
    http = record.http_headers
    if http is not None and http.status_code != _HTTP_OK:
        return None
    kind = (record.http_content_type if http is not None else record.headers.get("Content-Type")) or ""
    url = record.headers.get("WARC-Target-URI")
    own = replace(given, charset=record.http_charset if http is not None else None)
    told = Told(url=url.strip("<>") if url else None)
    if kind.partition(";")[0].strip().lower() in _PAGES:
        return html.from_bytes(_payload(record, given), own, told)
    if not kind.startswith("text/plain"):
        return None
    data = _payload(record, given)
    text = decode(data, own.doc, own.encoding, own.note, own.charset)
    return article_of(text, own, data, told) if text.strip() else None


def _payload(record: Any, given: Given) -> bytes:  # noqa: ANN401
    length = record.content_length
    data: bytes = record.reader.read(given.max_bytes + 1)
    if len(data) > given.max_bytes:
        raise InputError(f"{given.doc}: larger than {given.max_bytes:,} bytes, the limit for one document; raise it with --max-size")
    if len(data) < length:
        raise InputError(f"{given.doc}: cut off after {len(data):,} of {length:,} bytes")
    http = record.http_headers
    if http is None:
        return data
    if "chunked" in (http.get("Transfer-Encoding") or "").lower():
        data = _dechunked(data)
    return content(data, http.get("Content-Encoding"), given.doc, given.max_bytes)


def _dechunked(data: bytes) -> bytes:
    """The body without the sizes of its chunks; as it is where there are none (many archives have removed them)."""
    stream, body = io.BytesIO(data), []
    try:
        while size := int(stream.readline(64).partition(b";")[0], 16):
            body.append(stream.read(size))
            stream.readline(4)
    except ValueError:
        return data
    return b"".join(body)


def split(path: Path, about: int) -> list[tuple[int, int]]:
    """Ranges of about so many bytes; a record belongs to the range in which it begins."""
    size = max(path.stat().st_size, 1)
    return list(pairwise([*range(0, size, about), size]))


LOADER = Loader(
    "warc",
    (".warc", ".warc.gz", ".wet", ".wet.gz"),
    "Web archives (WARC, WET), packed or not: every page of HTML or text that was answered with 200",
    read,
    media_types=("application/warc",),
    recognise=lambda head: head.startswith(b"WARC/1."),
    many=True,
    max_bytes=10_000_000,
    unpacks=True,
    split=split,
)
