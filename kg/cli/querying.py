"""`kg query`: named queries by name."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.context import in_context
from kg.cli.formats import Row
from kg.cli.fullnames import tell_of_namesakes, tell_of_others
from kg.cli.nothing import instead_of, nothing_fits, tell_undated
from kg.cli.rows import is_for_people, show
from kg.cli.stores import asked
from kg.cli.terminal import on_terminal, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store.parameters import Given

_MAIN = {"about": "entity", "provenance": "id", "corroboration": "claim"}
"""Without this parameter a query has no question; it may be given without its name."""
_TWO = {"claim", "attribution", "other_claim", "other_attribution"}
"""Columns of a query that shows two claims beside each other."""
PAGE = 100
"""Rows of a table on a terminal, when nobody said how many."""


def query(
    name: Annotated[str | None, typer.Argument(help="A named query; without one, all are listed.", show_default=False)] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.", show_default=False)] = None,
    min_score: o.MinScore = None,
    limit: o.Limit = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Run a named query, or list them.

    As in: kg query about entity="Ana Ruiz" limit=10, or kg query about "Ana Ruiz", since it needs nothing else. Without a name, the
    queries and their parameters are listed.
    """
    if name is None:
        return _list(form, output)
    with asked(store, as_of) as opened:
        given = _given(name, parameters or []) | {key: one for key, one in (("min_score", min_score), ("limit", limit)) if one is not None}
        answer(opened, name, given, form, wide=wide, output=output)
    return 0


def answer(store: Answers, name: str, given: Mapping[str, Given], form: o.Format, *, wide: bool, output: str) -> list[Row]:
    """Write the rows of the named query `name`, or say why there are none; raises `QueryError` when a name in `given` is unknown and the
    surname of nobody, or of several.

    On a terminal, who asked for neither a limit nor a format is shown the first `PAGE`, and told when there are more; gives what was shown.
    """
    asked = {key: value for key, value in given.items() if value is not None}
    page = PAGE if form is None and output == "-" and on_terminal() and _can_be_cut(name, asked) else None
    most: dict[str, Given] = {} if page is None else {"limit": page + 1}
    found = store.exactly(name, **asked, **most)
    if not len(found) and (instead := instead_of(store, name, asked)):
        found = store.exactly(name, **instead, **most)
        if not len(found):
            nothing_fits(name, instead)
    elif is_for_people(form, output):
        tell_of_others(store, name, asked | most, found)
        tell_of_namesakes(store, name, asked, found)
        if name == "timeline":
            tell_undated(store, asked)
    shown: list[Row] = list(islice(found, page))
    told = [in_context(store, row) for row in shown] if is_for_people(form, output) and set(found.columns) >= _TWO else shown
    show(told, found.columns, form, wide=wide, output=output, nothing=None)
    if page is not None and len(found) > page:
        say(f"these are the first {page} rows: --limit {5 * page} shows more, --format table all")
    return shown


def _can_be_cut(name: str, asked: Mapping[str, Given]) -> bool:
    """Whether the query takes a limit, and none was given."""
    from kg.store import named_queries

    return "limit" not in asked and any(p.name == "limit" for query in named_queries() if query.name == name for p in query.parameters)


def _list(form: o.Format, output: str) -> int:
    from kg.store import named_queries

    rows = [{"query": q.name, "parameters": " ".join(p.name for p in q.parameters), "help": q.help} for q in named_queries()]
    show(rows, ("query", "parameters", "help"), form, output=output)
    return 0


def _given(query: str, words: list[str]) -> dict[str, Given]:
    pairs: dict[str, Given] = {}
    main = _MAIN.get(query)
    for word in words:
        key, equals, value = word.partition("=")
        if main and not equals and main not in pairs:
            key, value = main, word
        elif not equals or not key:
            raise UsageError(f"not a parameter: {word!r}; write it as name=value")
        pairs[key.replace("-", "_")] = value
    if main and main not in pairs:
        raise UsageError(f"kg query {query} needs {main}=…; kg query lists the queries and their parameters")
    return pairs
