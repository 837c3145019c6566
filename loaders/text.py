"""Plain text, as it comes from a file or a scraper."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.loaders import boilerplate, headline
from kg.loaders.base import Given, Loader
from kg.loaders.dates import date_in_lines, date_in_url
from kg.loaders.decode import check_text, decode, read_bytes
from kg.loaders.lines import Line, lines_of
from kg.loaders.sniff import refuse_html, refuse_pdf
from kg.loaders.urls import canonical
from kg.model import Article

_DATE_LINES = 8


def from_text(
    text: str,
    *,
    doc: str = "-",
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    title: str | None = None,
    date: Date | None = None,
    publisher: str | None = None,
) -> Article:
    """`text` as an article: its headline, its furniture and, where it says so itself, its day of publication are found in it.

    The keywords overrule what is found. Raises `InputError` for what is no text or HTML, `UsageError` for a bad `url`.
    """
    check_text(text, doc)
    refuse_html(text, doc)
    return _article(text, Given(doc, id, url, title, date, publisher), text.encode())


def load(path: Path, given: Given | None = None) -> Iterator[Article]:
    """The one article of the file at `path`. Raises `InputError` when it cannot be read or is no text."""
    try:
        with path.open("rb") as stream:
            yield from read(stream, given or Given(doc=path.name))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The one article of an open binary stream."""
    data = read_bytes(stream, given.doc, given.max_bytes)
    refuse_pdf(data, given.doc)
    text = decode(data, given.doc, given.encoding, given.note)
    refuse_html(text, given.doc)
    if not text.strip():
        raise InputError(f"{given.doc}: the document is empty; nothing to read")
    yield _article(text, given, data)


def _article(text: str, given: Given, data: bytes) -> Article:
    lines = lines_of(text)
    skipped = boilerplate.find(lines)
    head = headline.find([line for line in lines if not any(b < line.end and line.begin < e for b, e in skipped)], given.title)
    url = canonical(given.url) if given.url else None
    return Article(
        text=text,
        doc=given.doc,
        key=url or given.id or f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        sha256=hashlib.sha256(data).hexdigest(),
        headline=head.text,
        headlines=head.spans,
        published=given.date or date_in_url(url) or _date_at_top(lines),
        url=url,
        publisher=given.publisher,
        skipped=tuple(sorted({*skipped, *head.furniture})),
    )


def _date_at_top(lines: list[Line]) -> Date | None:
    return date_in_lines(line.text for line in lines[:_DATE_LINES] if len(line.text) < 5000)


LOADER = Loader("text", (".txt",), "Plain text in any common encoding; scraped page furniture is recognised and not read", read)
