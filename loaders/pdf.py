"""PDF files that hold text: pages joined to one running text."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO, Final

from kg.errors import InputError, KgError, MissingExtra
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given, Loader
from kg.loaders.decode import check_text, read_bytes
from kg.loaders.reflow import reflow
from kg.loaders.sniff import is_pdf
from kg.model import Article

_MOST_PAGES: Final = 500
_MOST_CHARACTERS: Final = 2_000_000
_NO_TITLE = re.compile(r"(?i)\.(?:docx?|indd|pdf|qxd|rtf|odt|pages|tex)$|^(?:untitled|microsoft word|document\d*$)|^\W*$")


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The one article of a PDF file. Raises `InputError` for what is none, encrypted, damaged, too long or without text."""
    data = read_bytes(stream, given.doc, given.max_bytes)
    if not is_pdf(data):
        raise InputError(f"{given.doc}: not a PDF file")
    pages, title = _pages(data, given.doc)
    text = reflow(pages)
    if not text.strip():
        raise InputError(f"{given.doc}: no text in this PDF file, only pictures of it; recognise its characters (OCR) first")
    check_text(text, given.doc)
    named = title if title and not _NO_TITLE.search(title.strip()) else None
    yield article_of(text, given, data, Told(title=named, url=given.base))


def _pages(data: bytes, doc: str) -> tuple[list[str], str | None]:
    """The text of every page, and the title that the file gives itself."""
    if find_spec("pypdf") is None:
        raise MissingExtra("reading PDF", "pdf")
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        return _texts(reader, doc), reader.metadata.title if reader.metadata else None
    except KgError:
        raise
    except (Exception, RecursionError) as error:
        raise InputError(f"{doc}: a PDF file that cannot be read: {type(error).__name__}: {error}") from error


def _texts(reader: Any, doc: str) -> list[str]:  # noqa: ANN401
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{doc}: an encrypted PDF file; save it without a password first")
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise InputError(f"{doc}: {count:,} pages, more than {_MOST_PAGES}, the limit for one document; split it")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > _MOST_CHARACTERS:
            raise InputError(f"{doc}: more than {_MOST_CHARACTERS:,} characters of text, the limit for one document; split it")
    return pages


LOADER = Loader(
    "pdf",
    (".pdf",),
    "PDF files with text in them: running heads and page numbers are left out, lines joined to paragraphs",
    read,
    media_types=("application/pdf",),
    recognise=is_pdf,
    max_bytes=50_000_000,
)
