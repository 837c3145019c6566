"""Bytes to text."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import BinaryIO

from kg.errors import InputError, UsageError
from kg.loaders.base import Note

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SUPERSETS = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "iso8859-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "x-sjis", "shift-jis"), "cp932"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
    "iso-8859-9": "cp1254",
}
"""What browsers read declared encodings as."""
_NOT_LIKE_ASCII = ("utf-16", "utf-32", "iso-2022", "hz", "utf-7")
_LOOKED_AT, _LEAST_WIDE, _EMPTY = 1000, 20, 0.8
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_PER_TEXT = 0.005
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")


def read_bytes(stream: BinaryIO, doc: str, most: int) -> bytes:
    """All of `stream`; raises `InputError` when that is nothing, or more than `most` bytes (which are then not read)."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(f"{doc}: larger than {most:,} bytes, the limit for one document; split it, or raise the limit with --max-size")
    if not data.strip(b"\x00 \t\r\n" if data.startswith(b"\x00") else None):
        raise InputError(f"{doc}: the document is empty; nothing to read")
    return data


def decode(data: bytes, doc: str, encoding: str | None = None, note: Note | None = None, charset: str | None = None) -> str:
    """The text of `data`, its byte order mark removed.

    UTF-8 unless a mark, `encoding`, or (failing UTF-8) the declared `charset` or the bytes themselves say otherwise. Nothing is changed
    but bytes that are damaged in what is UTF-8 otherwise: each becomes U+FFFD. `note` is told of that, of an encoding that had to be
    guessed, and of a declared one that cannot be right. Raises `InputError` for what is no text.
    """
    noted = note or _unnoted
    text = _as(data, doc, encoding) if encoding else _declared(data, doc, charset, noted) or _detect(data, doc, noted)
    check_text(text, doc)
    return text


def check_text(text: str, doc: str) -> None:
    """Raise `InputError` when `text` holds what no text has: NUL, a lone surrogate, or as many control characters as binary data."""
    bad = _NO_TEXT.search(text)
    if bad:
        what = "binary data" if bad.group() == "\0" else "a lone surrogate"
        raise InputError(f"{doc}: not a text: {what} (U+{ord(bad.group()):04X}) at character {bad.start()}; give plain text")
    if len(_CONTROL.findall(text)) > _CONTROLS_PER_TEXT * len(text):
        raise InputError(f"{doc}: not a text: full of control characters; give plain text")


def _as(data: bytes, doc: str, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise UsageError(f"unknown encoding {encoding!r}; give one as utf-8, windows-1252 or koi8-r") from error
    except UnicodeError as error:
        where = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(f"{doc}: not in the encoding {encoding}{where}; leave --encoding out to have it detected") from error


def _declared(data: bytes, doc: str, charset: str | None, note: Note) -> str | None:
    """The text in the declared encoding, or None when there is none, the bytes say better, or it does not fit them."""
    if not charset or any(data.startswith(mark) for mark, _ in _BOMS):
        return None
    name = _SUPERSETS.get(charset.strip().lower(), charset.strip().lower())
    if not name.startswith(_NOT_LIKE_ASCII) and (name in ("utf-8", "utf8") or _is_utf8(data)):
        return None
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        note(f"{doc}: declared as {charset[:40]!a}, which it is not; give --encoding if what is read looks wrong")
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _detect(data: bytes, doc: str, note: Note) -> str:
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if marked == "utf-8" and (wide := _without_mark(data)):
        with suppress(UnicodeError):
            text = data.decode(wide)
            note(f"{doc}: not UTF-8; read as {wide}, which is a guess; give --encoding if it is wrong")
            return text
    try:
        return data.decode(marked)
    except UnicodeError as error:
        mended = _mended(data, doc, note) if marked.startswith("utf-8") else None
        if mended is None and marked != "utf-8":
            raise InputError(f"{doc}: begins as {marked.upper()} but is not; save it as UTF-8, or give --encoding") from error
    return _guess(data, doc, note) if mended is None else mended


def _without_mark(data: bytes) -> str | None:
    """The UTF-16 of which nearly every other byte must be nothing, as in the texts of the West; None where it is not so."""
    first, second = (data[start : start + 2 * _LOOKED_AT : 2] for start in (0, 1))
    for empty, other, name in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if len(data) >= _LEAST_WIDE and 0 not in other and empty.count(0) >= _EMPTY * len(empty):
            return name
    return None


def _mended(data: bytes, doc: str, note: Note) -> str | None:
    """The text of `data` when it is damaged UTF-8: it has no more bad bytes than good sequences, which no text in another encoding has."""
    found = data.decode("utf-8", "surrogateescape")
    bad = _BAD_BYTE.findall(found)
    if b"\x00" in data or len(bad) > len(_NOT_ASCII.findall(found)):
        return None
    several = f"{len(bad)} bytes that are no UTF-8 were" if len(bad) > 1 else "1 byte that is no UTF-8 was"
    line = found[: found.index(bad[0])].count("\n") + 1
    note(f"{doc}: {several} replaced by U+FFFD, the first in line {line}; give --encoding if it is not UTF-8")
    return _BAD_BYTE.sub("\ufffd", found).removeprefix("\ufeff")


def _guess(data: bytes, doc: str, note: Note) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None or b"\x00" in data:
        raise InputError(f"{doc}: not a text in any encoding that could be recognised; if it is text, give --encoding")
    western = next((m for m in matches if m.encoding == "cp1252" and m.chaos <= best.chaos), best)
    note(f"{doc}: not UTF-8; read as {western.encoding.replace('_', '-')}, which is a guess; give --encoding if it is wrong")
    return str(western)


def _unnoted(_: str) -> None:
    """For callers who want no notes."""
