"""What kind of file it is, told by its first characters."""

from __future__ import annotations

import re

from kg.errors import InputError

HEAD = 1024
"""How many bytes of a document are looked at."""
_PDF = b"%PDF-"
_HTML = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)


def is_pdf(head: bytes) -> bool:
    """Whether a file that begins so is a PDF file."""
    return _PDF in head[:HEAD] and head.lstrip().startswith(_PDF)


def is_html(head: bytes) -> bool:
    """Whether a file that begins so is a page of HTML, in an encoding that is like ASCII in its first characters."""
    return bool(_HTML.match(_ascii(head)))


def is_feed(head: bytes) -> bool:
    """Whether a file that begins so is an RSS or Atom feed."""
    return bool(_FEED.match(_ascii(head)))


def _ascii(head: bytes) -> str:
    return head[:HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def refuse_pdf(data: bytes, doc: str) -> None:
    """Raise `InputError` when `data` is a PDF file."""
    if is_pdf(data):
        raise InputError(f"{doc}: a PDF file, which plain text is not; name it .pdf, or give --loader pdf")


def refuse_zip(data: bytes, doc: str) -> None:
    """Raise `InputError` when `data` is a ZIP archive, or a document that is packed as one (Word, EPUB)."""
    if data.startswith(b"PK\x03\x04"):
        raise InputError(
            f"{doc}: a ZIP archive, or a document packed as one, which cannot be read here; unpack it first, or save it as text"
        )


def refuse_html(text: str, doc: str) -> None:
    """Raise `InputError` when `text` is a page of HTML."""
    if _HTML.match(text.removeprefix("\ufeff")[:HEAD]):
        raise InputError(f"{doc}: a page of HTML, not plain text; name it .html, or give --loader html")
