"""`kg link`: comparing the articles of a store with each other."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.stores import DEFAULT, writable
from kg.cli.terminal import say
from kg.plurals import many


def link(
    anew: Annotated[bool, typer.Option("--anew", help="Take out what was found before, and compare all articles again.")] = False,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Compare articles with each other.

    Finds the same claim in several articles, claims that exclude each other, mentions that are one entity, and texts that are
    copies. Only articles that came since the last time are compared with the others; a second run adds nothing. What an earlier version
    of these rules found is found anew by those of today, as by --anew at any time; what people noted and decided stays.
    """
    with writable(store, create=False, by=by) as opened:
        done = opened.link(anew=anew)
    found = ", ".join(f"{count:,} {what}" for what, count in sorted(done.found.items())) or "nothing new"
    say(f"{many(done.articles, 'article')} compared: {found}; {many(done.statements, 'statement')} added to {store}")
    return 0
