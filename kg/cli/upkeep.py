"""`kg stats`, `kg delete`: looking after a store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, asked, writable
from kg.cli.terminal import say


def stats(store: o.Asked = None, form: o.Format = None) -> int:
    """Count what the store holds."""
    with asked(store) as opened:
        rows: list[Row] = [{"what": what, "count": count} for what, count in opened.stats().items()]
    show(rows, ("what", "count"), form)
    return 0


def delete(
    article: Annotated[str, typer.Argument(help="The article: its IRI, address, id or file name.", show_default=False)],
    purge: Annotated[bool, typer.Option("--purge", help="Remove its old versions from the history, too.")] = False,
    store: o.StorePath = DEFAULT,
) -> int:
    """Delete an article and all read from it."""
    with writable(store, create=False) as opened:
        count = opened.delete(article, purge=purge)
    say(f"{count:,} statements deleted from {store}")
    return 0
