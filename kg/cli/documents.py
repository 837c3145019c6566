"""Going through documents one by one: a bad one is noted, and the next one is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.progress import Progress
from kg.cli.refused import Refused, by_line
from kg.cli.terminal import FLAGS, complain, say
from kg.errors import InputError, KgError, MissingExtra, UsageError
from kg.loaders.base import Given, Source
from kg.loaders.patience import patience
from kg.model import Article, Extraction
from kg.plurals import many

if TYPE_CHECKING:
    from kg.loaders.opening import Opener

SOME_FAILED = 3


@dataclass(frozen=True, slots=True)
class Request:
    """What to read, what the caller says about it, and the file (`-`: none) that what is read will be written to.

    `max_bytes`, when not None, goes before the limits of the loaders; with `private`, addresses that are not public may be fetched;
    with `language`, articles in others are left out.
    """

    paths: tuple[str, ...]
    given: Given
    loader: str | None = None
    output: str = "-"
    max_bytes: int | None = None
    private: bool = False
    language: str | None = None


class Tally:
    """What became of the documents: how many were done, and how many failed, each of which is told of."""

    def __init__(self) -> None:
        self.done = self.failed = 0
        self.progress = Progress("reading")
        self._refused = Refused(self._complain)

    def fail(self, line: str) -> None:
        """Tell of a document that failed."""
        self._refused.tell()
        self.failed += 1
        self._complain(line)

    def refuse(self, line: str) -> None:
        """Take note of a record of a file that failed, which `tell` tells of with those that failed alike."""
        self.failed += 1
        self._refused.add(line)

    def tell(self) -> None:
        """Tell of the records that failed since the last time."""
        self._refused.tell()

    def _complain(self, line: str) -> None:
        self.progress.wipe()
        complain(f"error: {line}")

    def note(self, line: str) -> None:
        """Tell of something about a document that was done nevertheless."""
        self.progress.wipe()
        say(f"note: {by_line(line)}")

    def report(self) -> int:
        """Count the failures on stderr; gives the exit code."""
        total = self.done + self.failed
        if self.failed and total > 1:
            complain(f"{self.failed:,} of {many(total, 'document')} failed")
        return 0 if not self.failed else SOME_FAILED if self.done else 1


def for_each_article(request: Request, work: Callable[[Article], None], tally: Tally | None = None) -> Tally:
    """Load every document of `request` and call `work` with each article; counts go on in `tally`.

    An `InputError`, or any error that only one document can be blamed for, is noted in the tally; errors of store and usage stop it all.
    """
    tally = tally or Tally()
    try:
        opener = opener_of(request)
        given = replace(request.given, note=tally.note, refuse=tally.refuse)
        with tally.progress as progress:
            for source in _one_only(sources_of(request, opener, tally.fail), request.given):
                _spare(source, request.output)
                _one(source, opener, given, _only(request.language, work, tally), tally)
                progress.show(tally.done, tally.failed)
    except KeyboardInterrupt:
        tally.report()
        complain(f"interrupted: {many(tally.done, 'document')} done and kept")
        raise
    return tally


def read(article: Article, model: str | None, seconds: float) -> Extraction:
    """What is read of `article`; raises `InputError` when that takes longer than so many seconds."""
    from kg import extract

    with patience(seconds, article.doc, "reading", "; --max-time allows more"):
        return extract(article, model=model)


def opener_of(request: Request) -> Opener:
    """What opens the sources of `request`."""
    from kg.loaders.choice import Choice
    from kg.loaders.opening import Opener
    from kg.loaders.web import Web

    return Opener(Choice(request.loader), Web(private=request.private), request.max_bytes)


def sources_of(request: Request, opener: Opener, fail: Callable[[str], None]) -> Iterator[Source]:
    """The sources that the paths of `request` name; `fail` is told of those that name none."""
    from kg.loaders.sources import sources

    for path in request.paths:
        try:
            yield from sources(path, opener.choice.suffixes)
        except InputError as error:
            fail(str(error))


def _one(source: Source, opener: Opener, given: Given, work: Callable[[Article], None], tally: Tally) -> None:
    try:
        for article in opener.articles(source, given):
            work(article)
            tally.done += 1
            tally.progress.show(tally.done, tally.failed)
    except InputError as error:
        tally.fail(str(error))
    except MissingExtra as error:
        tally.fail(f"{source.doc}: {error}")
    except (KgError, OSError):
        raise
    except Exception as error:
        if FLAGS.debug:
            raise
        tally.fail(f"{source.doc}: could not be read: {type(error).__name__}: {error} (--debug shows where)")
    finally:
        tally.tell()


def _only(language: str | None, work: Callable[[Article], None], tally: Tally) -> Callable[[Article], None]:
    """`work`, for articles in that language only; others are noted. One too short to tell is taken for one."""
    if language is None:
        return work
    from kg.reading.text.language import is_another, of_article

    def checked(article: Article) -> None:
        found = of_article(article)
        if is_another(found, language):
            tally.note(f"{article.doc}: skipped: it looks like language {found!r}")
        else:
            work(replace(article, language=found))

    return checked


def _one_only(sources: Iterator[Source], given: Given) -> Iterator[Source]:
    """`sources`; raises `UsageError` when there are several, and what is given can only be of one."""
    first = list(islice(sources, 2))
    if len(first) > 1 and (given.title or given.url or given.id):
        raise UsageError("--title, --url and --id name one article, but there are several documents; load it on its own")
    return chain(first, sources)


def _spare(source: Source, output: str) -> None:
    target = Path(output)
    if output != "-" and target.is_file() and source.path and source.path.exists() and target.samefile(source.path):
        raise UsageError(f"-o {output} would overwrite {source.path.name}, which is to be read; name another file")


def note(extraction_errors: tuple[str, ...], doc: str) -> None:
    """Say on stderr what reading could not do with a document that was done nevertheless."""
    for error in extraction_errors:
        say(f"note: {doc}: {error}")
