"""From a source to its articles: opened, unpacked, given to the right loader, and bounded in time."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from kg.errors import InputError, UsageError
from kg.loaders.base import MAX_BYTES, SECONDS, Given, Loader, Source
from kg.loaders.choice import Choice
from kg.loaders.fields import parse
from kg.loaders.patience import patience
from kg.loaders.sniff import HEAD
from kg.loaders.sources import sources
from kg.loaders.unpack import GZIP, gunzip
from kg.loaders.web import Web
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens sources for one command; `max_bytes`, when not None, goes before the loaders' own limits."""

    choice: Choice
    web: Web
    max_bytes: int | None = None
    seconds: float = SECONDS

    def articles(self, source: Source, given: Given) -> Iterator[Article]:
        """The articles of `source`. Raises `InputError` when it cannot be opened or read, or holds nothing.

        `given` may only have a title, address or id when there is one article to have them: `UsageError` otherwise.
        """
        refused: list[str] = []

        def refuse(line: str) -> None:
            given.refuse(line)
            refused[:] = [line]

        with self._open(source, replace(given, doc=source.doc)) as (loader, stream, known):
            _check_one(loader, given)
            limits = replace(known, refuse=refuse, max_bytes=self.max_bytes or loader.max_bytes, seconds=self.seconds)
            any_found = False
            found = loader.read(stream, limits)
            for article in found if loader.many else _patient(found, limits):
                any_found = True
                yield article
        if not any_found and not refused and known.part is None:
            raise InputError(f"{source.doc}: no articles in it")

    @contextmanager
    def _open(self, source: Source, given: Given) -> Iterator[tuple[Loader, BinaryIO, Given]]:
        if source.url:
            yield self._fetched(source.url, given)
        elif source.path is None:
            yield self._sniffed(sys.stdin.buffer, self.choice.by_suffix(""), given)
        else:
            try:
                stream = source.path.open("rb")
            except OSError as error:
                raise InputError(f"{source.path}: cannot be read: {error.strerror}") from error
            with stream:
                yield self._sniffed(stream, self.choice.by_suffix(source.path.name), given)

    def _sniffed(self, stream: BinaryIO, loader: Loader | None, given: Given) -> tuple[Loader, BinaryIO, Given]:
        """`stream`, unpacked when it is packed and `loader` (None: to be told by the first bytes) does not do that itself."""
        looked = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
        head = looked.peek(HEAD)
        if head.startswith(GZIP) and not (loader and loader.unpacks):
            unpacked = gunzip(looked, given.doc)
            inner = unpacked.peek(HEAD)  # type: ignore[attr-defined]
            found = loader or self.choice.by_head(inner)
            if not found.unpacks:
                return found, unpacked, given
            raise InputError(f"{given.doc}: packed; name it with its ending, or give --loader {found.name}")
        return loader or self.choice.by_head(head), looked, given

    def _fetched(self, url: str, given: Given) -> tuple[Loader, BinaryIO, Given]:
        page = self.web.fetch(url, self.max_bytes or self.largest)
        loader = self.choice.by_media_type(page.media_type, page.data[:HEAD], url)
        return loader, page.stream, replace(given, base=page.url, charset=page.charset)

    @property
    def largest(self) -> int:
        """The largest page of the web that any kind of document may be."""
        return max(MAX_BYTES, *(one.max_bytes for one in self.choice.loaders if not one.many))


def _patient(found: Iterator[Article], given: Given) -> Iterator[Article]:
    """`found`, each of which may take so long; a loader of many articles sees to that by itself, since it may pass over many more."""
    while True:
        with patience(given.seconds, given.doc):
            article = next(found, None)
        if article is None:
            return
        yield article


def _check_one(loader: Loader, given: Given) -> None:
    named = [f"--{name}" for name in ("title", "url", "id") if getattr(given, name)]
    if loader.many and named:
        raise UsageError(f"{', '.join(named)} names one article, but {given.doc} may hold many; --field can say which field holds it")


def load(paths: Sequence[str], loader: str | None = None, fields: Sequence[str] = ()) -> Iterator[Article]:
    """The articles of `paths`, as `kg load` takes them; what cannot be read is logged as a warning, and left out."""
    return _load(paths, Opener(Choice(loader), Web()), Given(fields=parse(fields)))


def _load(paths: Sequence[str], opener: Opener, given: Given) -> Iterator[Article]:
    for path in paths:
        try:
            for source in sources(path, opener.choice.suffixes):
                yield from _or_refused(opener, source, given)
        except InputError as error:
            given.refuse(str(error))


def _or_refused(opener: Opener, source: Source, given: Given) -> Iterator[Article]:
    try:
        yield from opener.articles(source, given)
    except InputError as error:
        given.refuse(str(error))
