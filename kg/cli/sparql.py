"""`kg sparql`: SPARQL in one's own words."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import RowFormat
from kg.cli.output import binary_output
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable, writable
from kg.cli.terminal import say
from kg.cli.transfer import GraphFormat, format_of
from kg.errors import InputError, UsageError
from kg.rows import Rows

if TYPE_CHECKING:
    from kg.store import Triples


class AnswerFormat(StrEnum):
    """How an answer is written: the first six are for rows, the others for graphs."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    markdown = "markdown"
    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    jsonld = "jsonld"


def sparql(
    text: Annotated[str | None, typer.Argument(metavar="QUERY", help="The query, or - for standard input.", show_default=False)] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Read the query from this file.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Let an update change the store.")] = False,
    allow_network: Annotated[bool, typer.Option("--allow-network", help="Let SERVICE and LOAD go out to the network.")] = False,
    as_of: o.AsOf = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
    form: Annotated[AnswerFormat | None, typer.Option("--format", "-f", help="For SELECT and ASK, or for CONSTRUCT and DESCRIBE.")] = None,
    output: o.Output = "-",
) -> int:
    """Run SPARQL in your own words.

    Over all graphs at once; the prefixes kg, schema, prov, nif, xsd and k (the store's own names) need no declaration.
    """
    if write and as_of is not None:
        raise UsageError("--as-of looks back: what was cannot be changed with --write")
    asked = query_text(text, file)
    with writable(store, create=False, by=by) if write else readable(store, as_of) as opened:
        answer = opened.sparql(asked, write=write, allow_network=allow_network)
        if not isinstance(answer, Rows):
            _show_graph(answer, form, output)
        elif answer.columns:
            show(answer, answer.columns, _row_format(form), output=output)
        else:
            say(f"{store} is updated")
    return 0


def query_text(text: str | None, file: Path | None) -> str:
    """The query that is an argument, on standard input (`-`) or in `file`; raises `UsageError` unless it is one of them."""
    if (text is None) == (file is None):
        raise UsageError("give one query: as an argument, as - for standard input, or in a file with --file")
    if file is None:
        return sys.stdin.read() if text == "-" else str(text)
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise InputError(f"{file}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _row_format(form: AnswerFormat | None) -> RowFormat | None:
    if form is not None and form.value not in RowFormat.__members__:
        raise UsageError(f"{form.value} is for graphs; rows are written as {', '.join(RowFormat)}")
    return RowFormat(form.value) if form else None


def _show_graph(answer: Triples, form: AnswerFormat | None, output: str) -> None:
    if form is not None and form.value not in GraphFormat.__members__:
        raise UsageError(f"{form.value} is for rows; a graph is written as {', '.join(GraphFormat)}")
    with binary_output(output) as out:
        answer.write(out, form.value if form else format_of(output, GraphFormat.turtle).value)
