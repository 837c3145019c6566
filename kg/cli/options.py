"""The options that several commands share, spelled once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.formats import RowFormat
from kg.errors import UsageError
from kg.loaders.base import Given

_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}


def to_date(text: str) -> date:
    """A day written as 2024-05-01. Raises `UsageError`."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"not a date: {text!r}; write it as 2024-05-01") from error


def to_bytes(text: str) -> int:
    """A size written as 500000, 500KB or 2MB. Raises `UsageError`."""
    digits = text.strip().upper().rstrip("KMGB")
    unit = text.strip().upper()[len(digits) :]
    if not digits.strip().isdecimal() or unit not in _UNITS or int(digits) == 0:
        raise UsageError(f"not a size: {text!r}; write it as 500KB or 2MB")
    return int(digits) * _UNITS[unit]


def to_folder(text: str | Path) -> Path:
    """The folder of a store. Raises `UsageError` for an empty name, which is no folder: a variable that is not set."""
    if not text:
        raise UsageError("--store is empty: name the folder of the store")
    return Path(text)


def to_input(text: str) -> str:
    """What is to be read. Raises `UsageError` for an empty name, which would be the current folder."""
    if not text:
        raise UsageError("the name of what is to be read is empty: name files or folders ('.' is the current folder)")
    return text


def to_language(text: str) -> str:
    """The code of a language. Raises `UsageError` for what is none that can be told."""
    from kg.reading.text.language import is_code

    if not is_code(text):
        raise UsageError(f"not the code of a language that can be told: {text!r}; write it as en")
    return text


StorePath = Annotated[
    Path,
    typer.Option("--store", envvar="KG_STORE", parser=to_folder, metavar="<path>", help="The folder of the store.", show_default="kg.db"),
]
Asked = Annotated[
    str | None,
    typer.Option(
        "--store", envvar="KG_STORE", help="The folder of the store, or the address of a Neo4j.", show_default="NEO4J_URI, else kg.db"
    ),
]
Format = Annotated[RowFormat | None, typer.Option("--format", "-f", help="How to write the rows; a table on a terminal, else JSONL.")]
Base = Annotated[str | None, typer.Option(help="The IRI under which a new store mints its names.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.", show_default=False)]
Wide = Annotated[bool, typer.Option("--wide", "-w", help="Show every column in a table, not only the main ones.")]
MinScore = Annotated[float | None, typer.Option("--min-score", min=0, max=1, help="Leave out what scores lower (0 to 1).")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many rows.")]
Since = Annotated[date | None, typer.Option(parser=to_date, metavar="DATE", help="Said on or after this day (2024-05-01).")]
Until = Annotated[date | None, typer.Option(parser=to_date, metavar="DATE", help="Said on or before this day.")]
Paths = Annotated[
    list[str],
    typer.Argument(
        parser=to_input, metavar="PATH...", help="Files, folders, patterns, web addresses, or - for standard input.", show_default=False
    ),
]
Title = Annotated[str | None, typer.Option(help="The headline, when the text does not give it.")]
Published = Annotated[date | None, typer.Option("--date", parser=to_date, metavar="DATE", help="The day of publication (2024-05-01).")]
Url = Annotated[str | None, typer.Option("--url", help="The address of the article; it then names it in the store.")]
Publisher = Annotated[str | None, typer.Option(help="Who published the article.")]
Id = Annotated[str | None, typer.Option("--id", help="A name of your own for the article, when it has no address.")]
LoaderName = Annotated[str | None, typer.Option("--loader", help="Read every file with this loader (see kg loaders).")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", parser=to_language, metavar="CODE", help="Skip articles that look like another language than this one (en)."),
]
Encoding = Annotated[str | None, typer.Option(help="The encoding of the files, when detection is wrong.")]
MaxSize = Annotated[
    int | None,
    typer.Option(
        "--max-size", parser=to_bytes, metavar="SIZE", help="Refuse documents larger than this (500KB, 2MB).", show_default="1MB for text"
    ),
]
MaxTime = Annotated[
    float,
    typer.Option("--max-time", min=1, metavar="SECONDS", help="Give up on a document that takes longer to read.", show_default="120"),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=FIELD", help="Which field of a table holds what: text=body; may be repeated."),
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from addresses that are not public, too.")]
Model = Annotated[str | None, typer.Option(help="The weights to read with: a name or a path.", show_default="those that ship")]

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="TIME", help="As the store was then: 2026-11-25 (its end) or 2026-11-25T14:00 (UTC).")
]
By = Annotated[str | None, typer.Option("--by", envvar="KG_BY", metavar="NAME", help="Who does it, for the log.")]
Because = Annotated[str | None, typer.Option("--because", "--reason", help="Why; it is kept with the statement.")]


def given(
    id: str | None,  # noqa: A002
    url: str | None,
    title: str | None,
    published: date | None,
    publisher: str | None,
    encoding: str | None,
    fields: list[str] | None,
) -> Given:
    """What the options say about the documents. Raises `UsageError` for a field map that is none."""
    from kg.loaders.fields import parse

    return Given("-", id, url, title, published, publisher, encoding, fields=parse(fields or ()))
