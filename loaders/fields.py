"""Which field of a table's records holds what: as the caller says, else by the names that such tables use."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from kg.errors import InputError, UsageError

USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "maintext", "article", "article_text", "full_text", "fulltext", "plain_text", "story"),
    "html": ("html", "raw_html", "content_html", "page"),
    "title": ("title", "headline", "head_line"),
    "date": (
        "date",
        "published",
        "date_publish",
        "publish_date",
        "date_published",
        "published_at",
        "publication_date",
        "pub_date",
        "pubdate",
    ),
    "updated": ("updated", "date_modify", "date_modified", "modified", "updated_at"),
    "url": ("url", "link", "canonical_url", "source_url", "web_url", "uri"),
    "publisher": ("publisher", "publication", "source", "source_name", "site", "sitename", "source_domain", "newspaper", "outlet"),
    "language": ("language", "lang"),
    "agency": ("agency", "news_agency"),
    "id": ("id", "_id", "uuid", "guid", "article_id", "doc_id"),
}


def parse(pairs: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The field map that words such as `text=body` give. Raises `UsageError` naming what can be mapped."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if name not in USUAL or not equals or not column:
            raise UsageError(f"not a field map: {pair!r}; write it as text=body, with one of {', '.join(USUAL)} before the =")
        if name in found:
            raise UsageError(f"--field {name}=… is given twice")
        found[name] = column
    return tuple(found.items())


def columns(given: Collection[tuple[str, str]], there: Collection[str], doc: str) -> dict[str, str]:
    """For each thing that an article has, the name among `there` that holds it, in any capitals where the caller did not say.

    Raises `InputError` when a name that the caller gave is not there, or nothing holds the text.
    """
    asked = dict(given)
    lower = {name.lower(): name for name in reversed(list(there))}
    usual = {what: next((lower[name] for name in names if name in lower), None) for what, names in USUAL.items() if what not in asked}
    for what, name in asked.items():
        if name not in there and name.split(".")[0] not in there:
            raise InputError(f"{doc}: no field {name!r} for {what}; there are: {_listed(there)}")
    found = asked | {what: name for what, name in usual.items() if name}
    if not {"text", "html"} & set(found):
        raise InputError(f"{doc}: no field that looks like the text; there are: {_listed(there)}; say which with --field text=NAME")
    return found


def _listed(names: Collection[str]) -> str:
    shown = [name[:40] for name in list(names)[:20]]
    return ", ".join(shown) + (", …" if len(names) > len(shown) else "") if shown else "(none)"
