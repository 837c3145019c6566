"""RSS and Atom feeds: every entry is an article."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from typing import Any, BinaryIO
from urllib.parse import urljoin

from kg.errors import InputError, MissingExtra
from kg.loaders import agency, html
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given, Loader
from kg.loaders.day import to_day
from kg.loaders.decode import read_bytes
from kg.loaders.fragment import to_text
from kg.loaders.patience import patience
from kg.loaders.sniff import is_feed
from kg.model import Article


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The articles of a feed, in its order. An entry without words is refused; raises `InputError` for what is no feed."""
    data = read_bytes(stream, given.doc, given.max_bytes)
    with patience(given.seconds, given.doc):
        feed = _parse(data, given)
    for number, entry in enumerate(feed.entries, 1):
        own = replace(given, doc=f"{given.doc}#{number}")
        text = _text(entry)
        if text.strip():
            yield article_of(text, own, text.encode("utf-8", "replace"), _told(entry, feed.feed, given.base))
        else:
            own.refuse(f"{own.doc}: an entry without text: {entry.get('link', 'no link either')}; load that page itself")


def _parse(data: bytes, given: Given) -> Any:  # noqa: ANN401
    if find_spec("feedparser") is None:
        raise MissingExtra("reading feeds", "feeds")
    html.require()
    import feedparser

    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    charset = given.encoding or given.charset
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    try:
        feed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except (LookupError, AttributeError, TypeError, ValueError) as error:  # what it stumbles over in a damaged feed
        raise InputError(f"{given.doc}: a damaged feed that cannot be read: {type(error).__name__}: {error}") from error
    if not feed.entries:
        why = f": {feed.bozo_exception}" if feed.get("bozo") and feed.version == "" else ""
        raise InputError(f"{given.doc}: {'a feed without entries' if feed.version else 'not a feed'}{why}")
    if feed.get("bozo"):
        given.note(f"{given.doc}: a damaged feed, read as far as it goes: {feed.bozo_exception}")
    return feed


def _text(entry: Any) -> str:  # noqa: ANN401
    """The longest of what an entry gives as its content, its summary only when there is no content."""
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    return to_text(max(contents, key=len, default="") or entry.get("summary") or "")


def _told(entry: Any, feed: Any, base: str | None) -> Told:  # noqa: ANN401
    link = entry.get("link")
    return Told(
        title=to_text(entry.get("title") or ""),
        published=_day(entry, "published") or _day(entry, "updated"),
        updated=_day(entry, "updated"),
        url=urljoin(base, link) if base and link else link,
        publisher=to_text((entry.get("source") or {}).get("title") or feed.get("publisher") or feed.get("title") or ""),
        agency=agency.known(entry.get("author") or ""),
        id=entry.get("id"),
    )


def _day(entry: Any, name: str) -> date | None:  # noqa: ANN401
    if name not in entry.keys():  # noqa: SIM118 - its `in` and `get` take one day for the other
        return None
    parsed = entry.get(f"{name}_parsed")
    return to_day(entry.get(name)) or (date(*parsed[:3]) if parsed else None)


LOADER = Loader(
    "feeds",
    (".rss", ".atom"),
    "RSS and Atom feeds: every entry is an article, with its full content where the feed has it",
    read,
    media_types=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
    recognise=is_feed,
    many=True,
    max_bytes=20_000_000,
)
