"""Pages of HTML: the main text, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from typing import Any, BinaryIO, Final
from urllib.parse import urlsplit

from kg.errors import InputError, MissingExtra
from kg.loaders import agency
from kg.loaders.article import Told, article_of
from kg.loaders.base import Given, Loader
from kg.loaders.decode import decode, read_bytes
from kg.loaders.nesting import depth
from kg.loaders.sniff import is_html
from kg.model import Article

_DEEPEST: Final = 1_000
"""No page for readers has as many open elements; the parser stops long before the stack of whatever follows its tree would."""
_META_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:.-]{2,40})""")
_ADVERT: Final = [
    "//*[self::div or self::aside or self::section or self::p or self::ins]"
    f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    "[not(descendant::article or descendant::h1)]"
    for name in ("ad", "ads", "advert", "advertisement", "advertising", "sponsored")
]
"""What a page marks as an advertisement within its article."""
_DATES: Final[dict[str, Any]] = {"extensive_search": False, "min_date": "1970-01-01", "max_date": "2199-12-31"}
"""No guesses from figures in the text, and no dependence on today's date."""


def read(stream: BinaryIO, given: Given) -> Iterator[Article]:
    """The one article of a page. Raises `InputError` for a page without one, `MissingExtra` without trafilatura."""
    yield from_bytes(read_bytes(stream, given.doc, given.max_bytes), given)


def from_bytes(data: bytes, given: Given, told: Told | None = None) -> Article:
    """The article of a page whose bytes are all there; `told` is what is known of it from elsewhere, used where the page says nothing."""
    told = told or Told(url=given.base)
    declared = _META_CHARSET.search(data[:4096]) or _XML_CHARSET.search(data[:200])
    charset = given.charset or (declared[1].decode("ascii") if declared else "")
    if not given.charset and charset.lower().startswith(("utf-16", "utf-32")):
        charset = ""  # it could not have been read in that encoding
    return from_html(decode(data, given.doc, given.encoding, given.note, charset), given, data, told)


def from_html(page: str, given: Given, data: bytes, told: Told | None = None) -> Article:
    """The article of a decoded page: offsets count characters of its main text."""
    tree = _tree(page, given.doc)
    latest = _latest_day(tree)
    found = _main_text(tree, given.doc)
    told = told or Told()
    published = _day(found.date) if _outside(found.date, page, found.text) else None
    return article_of(
        found.text,
        given,
        data,
        Told(
            title=found.title or told.title,
            published=published or told.published,
            updated=latest if published and latest and latest > published else told.updated,
            url=_address(told.url, found.url),
            publisher=found.sitename or told.publisher,
            language=told.language,
            agency=agency.known(found.author or "") or told.agency,
            id=told.id,
        ),
    )


def _tree(page: str, doc: str) -> Any:  # noqa: ANN401
    require()
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    nested = depth(page)
    if nested > _DEEPEST:
        raise InputError(f"{doc}: elements nested {nested:,} deep, more than {_DEEPEST:,}: no page for readers")
    tree = trafilatura.load_html(page)
    if tree is None:
        raise InputError(f"{doc}: no page of HTML that could be read")
    return tree


def _main_text(tree: Any, doc: str) -> Any:  # noqa: ANN401
    import trafilatura

    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, prune_xpath=_ADVERT, date_extraction_params={"original_date": True, **_DATES}
    )
    text = getattr(found, "text", None)
    if not text or not text.strip():
        raise InputError(f"{doc}: no main text in this page; is it an article?")
    return found


def _latest_day(tree: Any) -> date | None:  # noqa: ANN401
    """The day of the last change, as far as the page tells."""
    from htmldate import find_date

    return _day(find_date(tree, original_date=False, url="", **_DATES))


def require() -> None:
    """Raise `MissingExtra` where pages of HTML cannot be read."""
    if find_spec("trafilatura") is None:
        raise MissingExtra("reading HTML", "html")


def _address(fetched: str | None, canonical: str | None) -> str | None:
    """The address that the page calls its own, unless that is a site's front page, or another site than it was fetched from."""
    if not canonical or urlsplit(canonical).path in ("", "/"):
        return fetched
    same = fetched is None or _site(fetched) == _site(canonical)
    return canonical if same else fetched


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _outside(day: str | None, page: str, text: str) -> bool:
    """Whether the page gives the day elsewhere than in the prose of its main text."""
    return day is not None and not page.count(day) == text.count(day) > 0


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


LOADER = Loader(
    "html",
    (".html", ".htm", ".xhtml"),
    "Pages of HTML: their main text, with headline, days, site and address as the page gives them",
    read,
    media_types=("text/html", "application/xhtml+xml"),
    recognise=is_html,
    max_bytes=10_000_000,
)
