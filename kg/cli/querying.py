"""`kg query`: named queries by name."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable
from kg.errors import UsageError


def query(
    name: Annotated[str | None, typer.Argument(help="A named query; without one, all are listed.", show_default=False)] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.", show_default=False)] = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Run a named query, or list them.

    As in: kg query about entity="Ana Ruiz". Without a name, the queries and their parameters are listed.
    """
    if name is None:
        return _list(form, output)
    with readable(store) as opened:
        found = opened.query(name, **_pairs(parameters or []))
        show(found, found.columns, form, wide=wide, output=output)
    return 0


def _list(form: o.Format, output: str) -> int:
    from kg.store import named_queries

    rows = [{"query": q.name, "parameters": " ".join(p.name for p in q.parameters), "help": q.help} for q in named_queries()]
    show(rows, ("query", "parameters", "help"), form, output=output)
    return 0


def _pairs(words: list[str]) -> dict[str, str | int | float | date | None]:
    pairs: dict[str, str | int | float | date | None] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise UsageError(f"not a parameter: {word!r}; write it as name=value")
        pairs[key.replace("-", "_")] = value
    return pairs
