"""Going through documents one by one: a bad one is noted, and the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.cli.terminal import FLAGS, complain, say
from kg.errors import InputError, KgError, UsageError
from kg.loaders.base import Given, Loader, Source
from kg.model import Article

SOME_FAILED = 3


@dataclass(frozen=True, slots=True)
class Request:
    """What to read, what the caller says about it, the file (`-`: none) that will be written to, and the one language to read."""

    paths: tuple[str, ...]
    given: Given
    loader: str | None = None
    output: str = "-"
    language: str | None = None


@dataclass(slots=True)
class Tally:
    """What became of the documents: how many were done, and one line for each that failed."""

    done: int = 0
    failed: list[str] = field(default_factory=list)

    def report(self) -> int:
        """List the failures on stderr; gives the exit code."""
        for line in self.failed:
            complain(f"error: {line}")
        total = self.done + len(self.failed)
        if self.failed and total > 1:
            complain(f"{len(self.failed)} of {total} documents failed")
        return 0 if not self.failed else SOME_FAILED if self.done else 1


def for_each_article(request: Request, work: Callable[[Article], None]) -> Tally:
    """Load every document of `request` and call `work` with each article.

    An `InputError`, or any error that only one document can be blamed for, is noted in the tally; errors of store and usage stop it all.
    """
    tally = Tally()
    try:
        loaders = _Loaders(request.loader)
        sources = _sources(request, loaders, tally)
        with _progress(sources) as steps:
            for source in steps:
                _one(source, loaders.of(source), replace(request.given, doc=source.doc, note=_note), _only(request.language, work), tally)
    except KeyboardInterrupt:
        tally.report()
        complain(f"interrupted: {tally.done} documents were done, and stay so")
        raise
    return tally


def _one(source: Source, loader: Loader, given: Given, work: Callable[[Article], None], tally: Tally) -> None:
    try:
        for article in _articles(source, loader, given):
            work(article)
            tally.done += 1
    except InputError as error:
        tally.failed.append(str(error))
    except (KgError, OSError):
        raise
    except Exception as error:
        if FLAGS.debug:
            raise
        tally.failed.append(f"{source.doc}: could not be read: {type(error).__name__}: {error} (--debug shows where)")


def _only(language: str | None, work: Callable[[Article], None]) -> Callable[[Article], None]:
    """`work`, for articles in that language only; others are noted. One too short to tell is taken for one."""
    if language is None:
        return work
    from kg.reading.language import of_article

    def checked(article: Article) -> None:
        found = of_article(article)
        if found and found.split("-")[0].lower() != language.split("-")[0].lower():
            say(f"note: {article.doc}: skipped: it looks like language {found!r}")
        else:
            work(replace(article, language=found))

    return checked


def _articles(source: Source, loader: Loader, given: Given) -> Iterator[Article]:
    if source.path is None:
        yield from loader.read(sys.stdin.buffer, given)
        return
    try:
        stream = source.path.open("rb")
    except OSError as error:
        raise InputError(f"{source.path}: cannot be read: {error.strerror}") from error
    with stream:
        yield from loader.read(stream, given)


def _sources(request: Request, loaders: _Loaders, tally: Tally) -> list[Source]:
    from kg.loaders.sources import sources

    found: list[Source] = []
    for path in request.paths:
        try:
            found += sources(path, loaders.suffixes)
        except InputError as error:
            tally.failed.append(str(error))
    given = request.given
    if len(found) > 1 and (given.title or given.url or given.id):
        raise UsageError(f"--title, --url and --id name one article, but there are {len(found)} documents; load it on its own")
    _spare(found, request.output)
    return found


def _spare(sources: list[Source], output: str) -> None:
    target = Path(output)
    for source in sources:
        if output != "-" and target.is_file() and source.path and source.path.exists() and target.samefile(source.path):
            raise UsageError(f"-o {output} would overwrite {source.path.name}, which is to be read; name another file")


class _Loaders:
    """Which loader reads which file: the one asked for, else by suffix, else plain text."""

    def __init__(self, name: str | None) -> None:
        from kg.loaders.registry import by_name, installed

        self._asked = by_name(name) if name else None
        known = [self._asked] if self._asked else [loader for loader, _ in installed().values()]
        self._by_suffix = {suffix: loader for loader in known for suffix in loader.suffixes}
        self._default = self._asked or by_name("text")
        self.suffixes = frozenset(self._by_suffix)

    def of(self, source: Source) -> Loader:
        suffix = source.path.suffix.lower() if source.path else ""
        return self._asked or self._by_suffix.get(suffix, self._default)


@contextmanager
def _progress(sources: list[Source]) -> Iterator[Iterator[Source]]:
    if FLAGS.quiet or len(sources) < 2 or not sys.stderr.isatty():
        yield iter(sources)
        return
    import typer

    with typer.progressbar(sources, label="reading", file=sys.stderr) as bar:
        yield iter(bar)


def _note(line: str) -> None:
    say(f"note: {line}")


def note(extraction_errors: tuple[str, ...], doc: str) -> None:
    """Say on stderr what reading could not do with a document that was done nevertheless."""
    for error in extraction_errors:
        say(f"note: {doc}: {error}")
