"""From an article's text, and what its format says about it, to the `Article`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kg.errors import UsageError
from kg.loaders import agency, boilerplate, headline, mastheads
from kg.loaders.base import Given
from kg.loaders.dates import date_in_lines, date_in_url
from kg.loaders.lines import Line, lines_of
from kg.loaders.urls import canonical
from kg.model import Article

_DATE_LINES = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What a format says about its document: what the caller gave goes before it, and the text is asked last. A bad `url` is dropped."""

    title: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    agency: str | None = None
    id: str | None = None


def article_of(text: str, given: Given, data: bytes, told: Told | None = None) -> Article:
    """`text` as an article: its headline, its furniture and, where only it says so, day of publication and agency are found in it.

    `data` are the source bytes that it was read from. Raises `UsageError` for a bad `given.url`.
    """
    told = told or Told()
    lines = lines_of(text)
    skipped = boilerplate.find(lines)
    title = _line(given.title) or _line(told.title)
    head = headline.find([line for line in lines if not any(b < line.end and line.begin < e for b, e in skipped)], title)
    own = canonical(given.url) if given.url else None
    url = own or _address(_line(told.url))
    published = given.date or told.published or date_in_url(url) or _date_at_top(lines)
    return Article(
        text=text,
        doc=given.doc,
        key=own or given.id or url or _line(told.id) or f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        sha256=hashlib.sha256(data).hexdigest(),
        headline=head.text,
        headlines=head.spans,
        published=published,
        url=url,
        publisher=given.publisher or _line(told.publisher),
        language=_line(told.language),
        skipped=tuple(sorted({*skipped, *head.furniture, *mastheads.find(lines, head.spans, skipped)})),
        updated=told.updated if told.updated and told.updated != published else None,
        agency=_line(told.agency) or agency.credited(lines),
    )


def _line(words: str | None) -> str | None:
    """`words` on one line, and lone surrogates, which are no characters, as question marks; None when there is nothing."""
    return " ".join(words.encode("utf-8", "replace").decode().split()) or None if words else None


def _address(url: str | None) -> str | None:
    try:
        return canonical(url) if url else None
    except UsageError:
        return None


def _date_at_top(lines: list[Line]) -> date | None:
    return date_in_lines(line.text for line in lines[:_DATE_LINES] if len(line.text) < 5000)
