"""From a record of a table to an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.errors import InputError
from kg.loaders import agency, html
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given
from kg.loaders.day import to_day
from kg.loaders.decode import check_text
from kg.loaders.patience import patience
from kg.model import Article

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def to_article(record: Mapping[str, Any], columns: Mapping[str, str], given: Given, data: bytes | None = None) -> Article:
    """The article of one record; `columns` tells which of its fields holds what, a dot leading into nested ones.

    `data` are the record's source bytes, its text in UTF-8 when there are none. Raises `InputError` for a record without a text.
    """
    with patience(given.seconds, given.doc):
        return _article(record, columns, given, data)


def _article(record: Mapping[str, Any], columns: Mapping[str, str], given: Given, data: bytes | None) -> Article:
    values = {what: _value(record, name) for what, name in columns.items()}
    told = _told(values, given)
    text, page = values.get("text"), values.get("html")
    for value, what in ((text, "text"), (page, "html")):
        if value is not None and not isinstance(value, str):
            raise InputError(f"{given.doc}: the field {columns[what]!r} holds no text but {type(value).__name__}")
    if isinstance(text, str) and text.strip():
        check_text(text, given.doc)
        _check_size(text, given)
        return article_of(text, given, data if data is not None else text.encode(), told)
    if isinstance(page, str) and page.strip():
        _check_size(page, given)
        return html.from_html(page, given, data if data is not None else page.encode("utf-8", "replace"), told)
    raise InputError(f"{given.doc}: no text in its field {columns.get('text') or columns['html']!r}")


def _check_size(text: str, given: Given) -> None:
    if len(text) > given.max_bytes:
        raise InputError(f"{given.doc}: larger than {given.max_bytes:,} bytes, the limit for one document; raise it with --max-size")


def _value(record: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401
    if name in record:
        return record[name]
    found: Any = record
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _told(values: Mapping[str, Any], given: Given) -> Told:
    words = {what: _words(value) for what, value in values.items() if what not in ("date", "updated", "text", "html")}
    language = _LANGUAGE.fullmatch(words.get("language") or "")
    credit = words.get("agency")
    return Told(
        title=words.get("title"),
        published=_day(values, "date", given),
        updated=_day(values, "updated", given),
        url=words.get("url"),
        publisher=words.get("publisher"),
        language=language[1].lower() if language else None,
        agency=(agency.known(credit) or credit) if credit else None,
        id=words.get("id"),
    )


def _words(value: Any) -> str | None:  # noqa: ANN401
    """The words in a field: strings and numbers, and the name of a nested object, as in `{"source": {"name": …}}`."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _day(values: Mapping[str, Any], what: str, given: Given) -> date | None:
    value = values.get(what)
    found = to_day(value)
    if found is None and value not in (None, ""):
        given.note(f"{given.doc}: {str(value)[:40]!r} is no {what} that could be understood; left out")
    return found
