"""`kg cypher`: Cypher in one's own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli import options as o
from kg.cli.formats import RowFormat
from kg.cli.rows import fitting, show
from kg.cli.sparql import query_text
from kg.cli.stores import DEFAULT
from kg.cli.terminal import say
from kg.errors import UsageError


def cypher(
    text: Annotated[str | None, typer.Argument(metavar="QUERY", help="The query, or - for standard input.", show_default=False)] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]...", help="Its $parameters; what is JSON is taken as such.", show_default=False),
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Read the query from this file.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Let it change the database.")] = False,
    allow_network: Annotated[bool, typer.Option("--allow-network", help="Let LOAD CSV read files and go out to the network.")] = False,
    to: Annotated[str | None, typer.Option("--to", metavar="ADDRESS", help="The Neo4j to ask.", show_default="NEO4J_URI, else own")] = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    output: o.Output = "-",
) -> int:
    """Run Cypher in your own words.

    As in: kg cypher 'MATCH (p:Person {name: $who})-[:SAID]->(c:Claim) RETURN c.text' who='Ana Ruiz'. Nodes and lists come as JSON.
    """
    from kg.neo4j.connection import Connection
    from kg.neo4j.cypher import run
    from kg.neo4j.where import address

    if file is not None and text is not None and "=" in text.partition(" ")[0]:
        parameters, text = [text, *(parameters or [])], None
    asked, given = query_text(text, file), _given(parameters or [])
    with Connection(address(store, to)) as server:
        answer = run(server, asked, given, write=write, allow_network=allow_network)
    chosen = form or fitting(output)
    if answer.rows.columns:
        rows = answer.nested if chosen in (RowFormat.json, RowFormat.jsonl) else answer.rows
        show(rows, answer.rows.columns, chosen, output=output, nothing=None)
    if not len(answer.rows) and not write:
        say("no rows")
    if write:
        done = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in answer.written.items())
        say(f"{server.place}: {done or 'nothing changed'}")
    return 0


def _given(words: list[str]) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise UsageError(f"not a parameter: {word!r}; write it as name=value")
        try:
            pairs[key] = json.loads(value)
        except ValueError:
            pairs[key] = value
    return pairs
