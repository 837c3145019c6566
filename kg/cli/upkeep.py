"""`kg stats`, `kg delete`: looking after a store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, asked, writable
from kg.cli.terminal import say
from kg.plurals import many


def stats(as_of: o.AsOf = None, store: o.Asked = None, form: o.Format = None) -> int:
    """Count what the store holds.

    Attributed are attributions with a speaker, disputing those that dispute or deny what another one says in the same text.
    Contradictions are links between two claims, of which the possible ones score below 0.4. kg contradictions, and the pairs of accounts
    in a kg report, are the contradictions without those, and every disputing attribution for which its text gives no counter-claim.
    """
    with asked(store, as_of) as opened:
        rows: list[Row] = [{"what": what.replace("_", " "), "count": count} for what, count in opened.stats().items()]
    show(rows, ("what", "count"), form)
    return 0


def delete(
    article: Annotated[str, typer.Argument(help="The article: its IRI, address, id or file name.", show_default=False)],
    by: o.By = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Delete an article for good.

    All its versions go, all read from them, and the decisions and links that hang on it alone; the log keeps that it was there. What
    shall not count, and yet be kept, is retracted: kg retract.
    """
    with writable(store, create=False, by=by) as opened:
        count = opened.delete(article)
    say(f"{many(count, 'statement')} deleted from {store}; kg optimize --anew takes their words out of its files, too")
    return 0
