"""`kg load`: articles into the store."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import options as o
from kg.cli.documents import Request, for_each_article, note
from kg.cli.formats import Row, RowFormat
from kg.cli.rows import fitting, show
from kg.cli.stores import DEFAULT, writable
from kg.cli.terminal import say
from kg.loaders.base import Given
from kg.model import Article

if TYPE_CHECKING:
    from kg.store import Store

_MOST_SHOWN = 40
_COLUMNS = ("doc", "status", "attributions", "contradictions", "quads", "article")


def load(
    paths: o.Paths,
    store: o.StorePath = DEFAULT,
    base: o.Base = None,
    title: o.Title = None,
    published: o.Published = None,
    url: o.Url = None,
    publisher: o.Publisher = None,
    id: o.Id = None,  # noqa: A002
    loader: o.LoaderName = None,
    lang: o.Lang = None,
    encoding: o.Encoding = None,
    max_size: o.MaxSize = "1MB",
    model: o.Model = None,
    form: o.Format = None,
) -> int:
    """Put articles into the store.

    The same text with the same options adds nothing; with other options it replaces what was there. A changed text replaces the old one
    only under the same --url or --id; otherwise it is an article of its own. A document that cannot be read is listed, and the rest is
    loaded.
    """
    given = Given("-", id, url, title, published, publisher, encoding, o.to_bytes(max_size))
    with ExitStack() as stack:
        loading = _Loading(store, base, model, stack, form)
        tally = for_each_article(Request(tuple(paths), given, loader, language=lang), loading.take)
    loading.finish()
    if loading.rows:
        say(f"{_counts(loading.rows)} in {store}")
    return tally.report()


class _Loading:
    """Opens the store with the first article that can be read, so that bad input leaves no trace."""

    def __init__(self, path: Path, base: str | None, model: str | None, stack: ExitStack, form: RowFormat | None) -> None:
        self._path, self._base, self._model, self._stack = path, base, model, stack
        self._form, self._asked = form or fitting("-"), form is not None
        self._store: Store | None = None
        self.rows: list[Row] = []

    def take(self, article: Article) -> None:
        """Read `article` and load what was read."""
        from kg import extract

        store = self._open()
        extraction = extract(article, model=self._model)
        loaded = store.load(extraction)
        note(extraction.errors, article.doc)
        contradictions = sum(link.relation == "contradicts" for link in extraction.links)
        values = (article.doc, loaded.status, len(extraction.attributions), contradictions, loaded.quads, loaded.article)
        self.rows.append(dict(zip(_COLUMNS, values, strict=True)))
        if self._form is RowFormat.jsonl:
            show(self.rows[-1:], _COLUMNS, self._form)

    def finish(self) -> None:
        """Write the rows, unless they were written one by one, or are too many for somebody who did not ask."""
        if self.rows and self._form is not RowFormat.jsonl and (self._asked or len(self.rows) <= _MOST_SHOWN):
            show(self.rows, _COLUMNS, self._form)

    def _open(self) -> Store:
        if self._store is None:
            self._store = self._stack.enter_context(writable(self._path, self._base))
        return self._store


def _counts(rows: list[Row]) -> str:
    statuses = [str(row["status"]) for row in rows]
    counts = ", ".join(f"{statuses.count(status)} {status}" for status in ("added", "replaced", "unchanged") if status in statuses)
    return f"{len(rows)} article{'s' if len(rows) != 1 else ''}: {counts}"
