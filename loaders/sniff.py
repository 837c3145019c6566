"""What is no plain text, told by its first characters."""

from __future__ import annotations

import re

from kg.errors import InputError

_PDF = b"%PDF-"
_WITHIN = 1024
_HTML = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def refuse_pdf(data: bytes, doc: str) -> None:
    """Raise `InputError` when `data` is a PDF file."""
    if _PDF in data[:_WITHIN] and data.lstrip().startswith(_PDF):
        raise InputError(f"{doc}: a PDF file, which plain text is not; save its text as a .txt file, or give a --loader that reads PDF")


def refuse_html(text: str, doc: str) -> None:
    """Raise `InputError` when `text` is a page of HTML."""
    if _HTML.match(text.removeprefix("\ufeff")[:_WITHIN]):
        raise InputError(f"{doc}: a page of HTML, not plain text; save its text as a .txt file, or give a --loader that reads HTML")
