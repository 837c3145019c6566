"""`kg export`, `kg import`: the store as RDF files, out and in."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from kg.cli import options as o
from kg.cli.output import binary_output
from kg.cli.stores import DEFAULT, importing, readable
from kg.cli.terminal import say
from kg.errors import InputError, UsageError
from kg.plurals import many


class GraphFormat(StrEnum):
    """How graphs are written."""

    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    jsonld = "jsonld"


_ENDINGS = {
    "ttl": GraphFormat.turtle,
    "trig": GraphFormat.trig,
    "nt": GraphFormat.ntriples,
    "nq": GraphFormat.nquads,
    "jsonld": GraphFormat.jsonld,
    "json": GraphFormat.jsonld,
}
GraphOption = Annotated[GraphFormat | None, typer.Option("--format", "-f", help="How the graph is written; else by the file's ending.")]


def export(
    output: o.Output = "-",
    form: GraphOption = None,
    article: Annotated[str | None, typer.Option(help="Only this article: its IRI, address, id or file name.")] = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="With or without the articles' full texts.")] = True,
    as_of: o.AsOf = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Write the store as RDF.

    TriG, N-Quads and JSON-LD keep everything; Turtle and N-Triples hold the current graphs as one.
    """
    chosen = form or format_of(output, GraphFormat.turtle)
    with readable(store, as_of) as opened, binary_output(output) as out:
        count = opened.export(out, chosen.value, article=article, text=text)
    say(f"{many(count, 'statement')} written to {'standard output' if output == '-' else output}")
    return 0


def import_(
    source: Annotated[
        str | None, typer.Argument(metavar="FILE", help="An RDF file of ours, or - for standard input.", show_default=False)
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="ADDRESS", help="A Neo4j database that kg sync wrote, instead of a file.")
    ] = None,
    form: GraphOption = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
    base: o.Base = None,
) -> int:
    """Read an RDF file into the store.

    All of it or nothing: what is broken, or lies outside the ontology, is refused.
    """
    if (source is None) == (from_ is None):
        raise UsageError("give one source: a FILE, or the address of a Neo4j with --from")
    if from_ is not None:
        return _import_neo4j(from_, store, base, by)
    source = str(source)
    chosen = form or format_of(source)
    with _opened(source) as stream, importing(store, base, by) as opened:
        try:
            count = opened.import_(stream, chosen.value)
        except InputError as error:
            raise InputError(f"{source}: {error}") from error
    say(f"{many(count, 'statement')} read into {store}")
    return 0


def _import_neo4j(uri: str, store: Path, base: str | None, by: str | None) -> int:
    from kg.neo4j.connection import Connection
    from kg.neo4j.readback import base_of, dump
    from kg.neo4j.where import address

    with Connection(address(DEFAULT, uri)) as server, tempfile.TemporaryFile() as spooled:
        own = base or base_of(server)
        dump(server, spooled)
        with importing(store, own if not store.exists() else base, by) as opened:
            count = opened.import_(spooled, "nquads")
    say(f"{many(count, 'statement')} read into {store} from {server.place}")
    return 0


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115
    except OSError as error:
        raise InputError(f"{source}: cannot be read: {error.strerror}") from error
    with stream:
        yield stream


def format_of(name: str, default: GraphFormat | None = None) -> GraphFormat:
    """The format that a file's ending says, or `default` for `-` and devices; raises `UsageError` when there is none."""
    path = Path(name)
    no_file = name == "-" or (path.exists() and not path.is_file())
    found = _ENDINGS.get(path.suffix.removeprefix(".").lower(), default if no_file else None)
    if found is None:
        raise UsageError(f"cannot tell the format of {name!r}; name it with --format: {', '.join(GraphFormat)}")
    return found
