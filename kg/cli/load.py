"""`kg load`: articles into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kg.cli import options as o
from kg.cli.documents import Request, Tally, for_each_article, note, read
from kg.cli.formats import Row, RowFormat
from kg.cli.rows import fitting, show
from kg.cli.runs import load_runs
from kg.cli.stores import DEFAULT, writable
from kg.cli.terminal import say
from kg.corpus import is_run
from kg.errors import UsageError
from kg.loaders.patience import READING
from kg.model import Article, Extraction
from kg.plurals import many

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.writing import Loaded

Read: TypeAlias = Callable[[Article], Extraction]
_MOST_SHOWN = 40
_AGAIN = "another version had replaced this one, which counts again now; {} makes it an article of its own"
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
    max_size: o.MaxSize = None,
    max_time: o.MaxTime = READING,
    field: o.Fields = None,
    allow_private: o.AllowPrivate = False,
    model: o.Model = None,
    replaces: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="The article, as for kg delete, of which this is a new version.")
    ] = None,
    by: o.By = None,
    form: o.Format = None,
) -> int:
    """Put articles into the store.

    The same text with the same options adds nothing; with other options it replaces what was there. A changed text replaces the old one
    only under the same --url or --id, or with --replaces; otherwise it is an article of its own. The old version is
    kept (kg diff), and loaded again it counts in the place of the new one (restored). A document that cannot be read
    is listed, and the rest is loaded. The folder of a finished corpus run is loaded as what it read; an empty store is
    then filled in bulk, wholly or not at all.
    """
    if replaces is not None and (len(paths) > 1 or is_run(Path(paths[0]))):
        raise UsageError("--replaces is for one article, but there are several documents; load it on its own")
    given = o.given(id, url, title, published, publisher, encoding, field)
    runs = [path for path in map(Path, paths) if is_run(path)]
    one = partial(read, model=model, seconds=max_time)
    with ExitStack() as stack:
        again = _AGAIN.format("--id" if id is None else "another --id")
        loading = _Loading(lambda: stack.enter_context(writable(store, base, by=by)), one, replaces, form, again)
        tally = load_runs(runs, given, loading.open, loading.read, loading.tell) if runs else Tally()
        if len(runs) < len(paths):
            documents = tuple(path for path in paths if Path(path) not in runs)
            tally = for_each_article(Request(documents, given, loader, "-", max_size, allow_private, lang), loading.take, tally)
    loading.finish()
    if loading.statuses:
        say(f"{_counts(loading.statuses)} in {store}")
    if loading.undated:
        of_them = f"{loading.undated:,} of them have" if loading.statuses.total() > 1 else "it has"
        say(f"note: {of_them} no day of publication, without which kg query timeline leaves out most of what is said (--date)")
    return tally.report()


class _Loading:
    """Opens the store with the first article that can be read, so that bad input leaves no trace."""

    def __init__(self, opening: Callable[[], Store], one: Read, replaces: str | None, form: RowFormat | None, again: str) -> None:
        self._opening, self._one, self._replaces, self._again = opening, one, replaces, again
        self._form, self._asked = form or fitting("-"), form is not None
        self._store: Store | None = None
        self.statuses: Counter[str] = Counter()
        self._rows: list[Row] = []
        self._heard = True
        self.undated = 0

    def take(self, article: Article) -> None:
        """Read `article` and load what was read."""
        store = self.open()
        extraction = self._one(article)
        loaded = store.load(extraction, replaces=self._replaces)
        self.tell(self.read(extraction), loaded)
        if loaded.status == "added" and article.key.startswith("sha256:") and "#" not in article.doc:
            self._tell_of_namesakes(article.doc, loaded.article)

    def _tell_of_namesakes(self, doc: str, loaded: str) -> None:
        others = [one.rpartition("/")[2] for one in self.open().of_file(doc) if one != loaded]
        if others and doc != "-":
            say(f"note: {doc}: another article is called so, and both count; if this is its new version: --replaces {others[0]}")

    def read(self, extraction: Extraction) -> Row:
        """Tell what reading could not do; what a row says of an article that is still to be stored."""
        note(extraction.errors, extraction.article.doc)
        return {
            "doc": extraction.article.doc,
            "published": extraction.article.published,
            "attributions": len(extraction.attributions),
            "contradictions": sum(link.relation == "contradicts" for link in extraction.links),
        }

    def tell(self, read: Row, loaded: Loaded) -> None:
        """Take note of what was stored, and write a row of it."""
        if loaded.status == "retracted":
            say(f"note: {read['doc']}: it was retracted and stays out: kg retract --undo puts it back")
        if loaded.status == "restored":
            say(f"note: {read['doc']}: {self._again}")
        self.statuses[loaded.status] += 1
        self.undated += bool(read["attributions"] and read["published"] is None and loaded.status not in ("unchanged", "retracted"))
        row = {**read, "status": loaded.status, "quads": loaded.quads, "article": loaded.article}
        self._put({column: row[column] for column in _COLUMNS})

    def _put(self, row: Row) -> None:
        """Write a row at once where rows are lines, as long as somebody reads them; keep it for later only where it will be shown."""
        if self._form is RowFormat.jsonl:
            try:
                if self._heard:
                    show([row], _COLUMNS, self._form)
            except BrokenPipeError:
                self._heard = False
        elif self._asked or len(self._rows) <= _MOST_SHOWN:
            self._rows.append(row)

    def finish(self) -> None:
        """Write the rows, unless they were written one by one, or are too many for somebody who did not ask."""
        if self._rows and (self._asked or len(self._rows) <= _MOST_SHOWN):
            show(self._rows, _COLUMNS, self._form)

    def open(self) -> Store:
        """The store, opened or made."""
        if self._store is None:
            self._store = self._opening()
        return self._store


def _counts(statuses: Counter[str]) -> str:
    counts = ", ".join(
        f"{statuses[status]:,} {status}" for status in ("added", "replaced", "restored", "unchanged", "retracted") if statuses[status]
    )
    return f"{many(statuses.total(), 'article')}: {counts}"
