"""`kg optimize`: a store in order."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.stores import DEFAULT, folder_of, refuse_running, tell_unsealed, writable
from kg.cli.terminal import say
from kg.plurals import many


def optimize(
    anew: Annotated[bool, typer.Option("--anew", help="Write its files anew, without the words of what was deleted.")] = False,
    store: o.StorePath = DEFAULT,
) -> int:
    """Put a store in order.

    Articles that are loaded one by one, links and reviews leave its statements scattered over many files: after it look-ups are up to twice
    as fast. It also brings the index of names and claims up to date, for which the first look-up by words would wait (over a minute for a
    million claims). What the store holds stays the same. It needs room for a second copy meanwhile. A bulk load (kg load of a corpus run
    into an empty store) puts it in order by itself.

    The database keeps the words of what was deleted or changed in its files: --anew leaves them behind. That takes ten times as long,
    nobody may write to the store meanwhile, and indexes are made again when they are needed; kg link compares all articles then. The
    history and the log stay.
    """
    if anew:
        from kg.store.compacting import compact

        refuse_running(folder_of(store))
        tell_unsealed(store)
        before, after = compact(store)
        say(f"{store} is written anew: {many(after, 'byte')}, {before:,} before")
        return 0
    with writable(store, create=False) as opened:
        size = opened.optimize()
    say(f"{store} is in order: {many(size, 'byte')}")
    return 0
