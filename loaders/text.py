"""Plain text, as it comes from a file or a scraper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date  # noqa: N812
from typing import BinaryIO

from kg.errors import InputError
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given, Loader
from kg.loaders.decode import check_text, decode, read_bytes
from kg.loaders.sniff import refuse_html, refuse_pdf, refuse_zip
from kg.model import Article


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
    return article_of(text, Given(doc, id, url, title, date, publisher), text.encode())


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The one article of an open binary stream."""
    data = read_bytes(stream, given.doc, given.max_bytes)
    refuse_pdf(data, given.doc)
    refuse_zip(data, given.doc)
    text = decode(data, given.doc, given.encoding, given.note, given.charset)
    refuse_html(text, given.doc)
    if not text.strip():
        raise InputError(f"{given.doc}: the document is empty; nothing to read")
    yield article_of(text, given, data, Told(url=given.base))


LOADER = Loader(
    "text",
    (".txt",),
    "Plain text in any common encoding; scraped page furniture is recognised and not read",
    read,
    media_types=("text/plain",),
)
