"""`kg query`: named queries by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.nothing import explain_nothing
from kg.cli.rows import show
from kg.cli.stores import asked
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store.parameters import Given

_MAIN = {"about": "entity", "provenance": "id"}
"""Without this parameter a query has no question."""


def query(
    name: Annotated[str | None, typer.Argument(help="A named query; without one, all are listed.", show_default=False)] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.", show_default=False)] = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Run a named query, or list them.

    As in: kg query about entity="Ana Ruiz". Without a name, the queries and their parameters are listed.
    """
    if name is None:
        return _list(form, output)
    with asked(store, as_of) as opened:
        answer(opened, name, _given(name, parameters or []), form, wide=wide, output=output)
    return 0


def answer(store: Answers, name: str, given: Mapping[str, Given], form: o.Format, *, wide: bool, output: str) -> None:
    """Write the rows of the named query `name`, or say why there are none; raises `QueryError` when a name in `given` is unknown."""
    asked = {key: value for key, value in given.items() if value is not None}
    found = store.query(name, **asked)
    if not len(found):
        explain_nothing(store, name, asked)
    show(found, found.columns, form, wide=wide, output=output)


def _list(form: o.Format, output: str) -> int:
    from kg.store import named_queries

    rows = [{"query": q.name, "parameters": " ".join(p.name for p in q.parameters), "help": q.help} for q in named_queries()]
    show(rows, ("query", "parameters", "help"), form, output=output)
    return 0


def _given(query: str, words: list[str]) -> dict[str, Given]:
    pairs: dict[str, Given] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise UsageError(f"not a parameter: {word!r}; write it as name=value")
        pairs[key.replace("-", "_")] = value
    main = _MAIN.get(query)
    if main and main not in pairs:
        raise UsageError(f"kg query {query} needs {main}=…; kg query lists the queries and their parameters")
    return pairs
