"""Reading one shard to its set of tables: what a worker does, on one machine or on many."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from kg.corpus.plan import Piece, Shard
from kg.corpus.settings import Settings
from kg.corpus.tables import Writer
from kg.errors import InputError, MissingExtra, UsageError
from kg.loaders.choice import Choice
from kg.loaders.opening import Opener
from kg.loaders.patience import READING, patience
from kg.loaders.web import Web
from kg.model import Article, Extraction
from kg.plurals import many

Stage: TypeAlias = Literal["loading", "reading"]
Place: TypeAlias = tuple[int, int]
"""Index of the piece in its shard, and number of articles loaded of that piece before."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a shard: how many articles were read, how many documents failed, and how many were left out for their language."""

    articles: int
    errors: int
    skipped: int = 0


def read_shard(
    shard: Shard,
    settings: Settings,
    out: Path,
    report: Callable[[Stage, Place], None] = lambda *_: None,
    fatal: Mapping[Place, Stage] | None = None,
) -> Done:
    """Read all of a shard to its set of tables in `out`, which appears whole or not at all.

    `report` is called before every step. `fatal` are the places at which a process that read this shard died: there nothing is tried again,
    and an error stands in the tables. Raises what stops a run: `UsageError`, a full disk.
    """
    draft = out / f".{shard.name}.{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        with Writer(draft) as writer:
            _Reading(settings, writer, report, fatal or {}).read(shard)
        _put(draft, out / shard.name)
        return Done(writer.articles, writer.errors, writer.skipped)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _put(draft: Path, final: Path) -> None:
    """Give a whole set its name, unless another process, of a run that was killed, has just finished the same one."""
    try:
        draft.rename(final)
    except OSError:
        if not final.is_dir():
            raise


class _Reading:
    """Goes through the pieces of one shard."""

    def __init__(self, settings: Settings, writer: Writer, report: Callable[[Stage, Place], None], fatal: Mapping[Place, Stage]) -> None:
        self._settings, self._writer, self._report, self._fatal = settings, writer, report, fatal
        self._opener = Opener(Choice(settings.loader), Web(), settings.max_bytes)
        self._doc = "-"

    def read(self, shard: Shard) -> None:
        """Read all pieces; what cannot be read becomes an error in the tables."""
        for index, piece in enumerate(shard.pieces):
            try:
                for number, article in enumerate(self._articles(piece, index)):
                    self._one(article, (index, number))
            except (InputError, MissingExtra) as error:
                self._fail(piece.doc, str(error))
            except (UsageError, OSError):
                raise
            except Exception as error:
                _stop_on(error)
                self._fail(piece.doc, f"could not be loaded: {type(error).__name__}: {error}")

    def _articles(self, piece: Piece, index: int) -> Iterator[Article]:
        given = replace(self._settings.given, part=piece.part, note=lambda _: None, refuse=lambda line: self._fail(piece.doc, line))
        found = self._opener.articles(piece.source, given)
        number = 0
        while True:
            if self._fatal.get((index, number)) == "loading":
                raise InputError(
                    f"the process that loaded it died, after {many(number, 'article')} of it; what follows was not tried again"
                )
            self._report("loading", (index, number))
            try:
                article = next(found, None)
            except OSError as error:
                raise InputError(f"cannot be read: {error.strerror or error}") from error
            if article is None:
                return
            yield article
            number += 1

    def _one(self, article: Article, place: Place) -> None:
        if self._fatal.get(place) == "reading":
            self._fail(article.doc, "the process that read it died; it was not tried again")
            return
        self._report("reading", place)
        try:
            with patience(READING, article.doc, "reading"):
                extraction = self._extract(article)
            if extraction is not None:
                self._writer.add(extraction)
        except InputError as error:
            self._fail(article.doc, str(error))
        except (UsageError, OSError):
            raise
        except Exception as error:
            _stop_on(error)
            self._fail(article.doc, f"could not be read: {type(error).__name__}: {error}")

    def _extract(self, article: Article) -> Extraction | None:
        """What is read of an article; None when it is in another language than the one that is asked for."""
        from kg.reading import read
        from kg.reading.text.language import is_another, of_article

        wanted = self._settings.language
        if wanted is not None:
            found = of_article(article)
            if found is not None and is_another(found, wanted):
                self._writer.skip(article.doc, found)
                return None
            article = replace(article, language=found)
        return read(article, model=self._settings.model)

    def _fail(self, doc: str, error: str) -> None:
        """Note an error, under the name of the record that it begins with, if it does, else under that of its file."""
        head, colon, rest = error.partition(": ")
        named = colon and head.partition("#")[0] == doc.partition("#")[0]
        self._writer.fail(head if named else doc, rest if named else error)


def _stop_on(error: Exception) -> None:
    """Raise what is no document's fault."""
    from kg.errors import KgError

    if isinstance(error, KgError) and not isinstance(error, InputError):
        raise error
