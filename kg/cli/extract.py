"""`kg extract`: what is read from articles, as JSON, without a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from kg.cli import options as o
from kg.cli.documents import Request, for_each_article, read
from kg.cli.formats import to_json
from kg.cli.output import text_output
from kg.contract import JSON
from kg.loaders.patience import READING
from kg.model import Article


class ExtractFormat(StrEnum):
    """One object a line, or one array."""

    jsonl = "jsonl"
    json = "json"


def extract(
    paths: o.Paths,
    form: Annotated[ExtractFormat, typer.Option("--format", "-f", help="One JSON object a line, or one array.")] = ExtractFormat.jsonl,
    output: o.Output = "-",
    min_score: o.MinScore = None,
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
) -> int:
    """Print what is read from articles, as JSON.

    One object per article, in input order; offsets count characters of "text". No store is touched.
    """
    given = o.given(id, url, title, published, publisher, encoding, field)
    with text_output(output) as out, _writer(form, out) as write:

        def work(article: Article) -> None:
            write(_read(article, model, max_time, min_score or 0.0))

        tally = for_each_article(Request(tuple(paths), given, loader, output, max_size, allow_private, lang), work)
    return tally.report()


def _read(article: Article, model: str | None, seconds: float, least: float) -> JSON:
    from kg.contract import to_contract

    return _at_least(to_contract(read(article, model, seconds)), least)


def _at_least(read: JSON, least: float) -> JSON:
    """Without the attributions and relations that score lower than `least`, and without pointers to them."""
    kept = {a["id"] for a in read["attributions"] if a["score"] >= least}
    attributions = [
        a | {key: a[key] if a[key] in kept else None for key in ("disputes", "relays")} for a in read["attributions"] if a["id"] in kept
    ]
    relations = [r for r in read["relations"] if r["score"] >= least and {r["a"], r["b"]} <= kept]
    return read | {"attributions": attributions, "relations": relations}


@contextmanager
def _writer(form: ExtractFormat, out: TextIO) -> Iterator[Callable[[JSON], None]]:
    array = form is ExtractFormat.json
    written = 0

    def write(value: JSON) -> None:
        nonlocal written
        out.write(("[\n" if not written else ",\n") if array else "")
        out.write(to_json(value) + ("" if array else "\n"))
        out.flush()
        written += 1

    yield write
    if array:
        out.write("\n]\n" if written else "[]\n")
