"""`kg optimize`: a store in order."""

from __future__ import annotations

from kg.cli import options as o
from kg.cli.stores import DEFAULT, writable
from kg.cli.terminal import say


def optimize(store: o.StorePath = DEFAULT) -> int:
    """Put a store in order.

    Articles that are loaded one by one, links and reviews leave its statements scattered over many files: after it look-ups are up to twice
    as fast. What the store holds stays the same; words of what was deleted may stay in the files, too (kg compact, which takes ten times as
    long, leaves them behind). It needs room for a second copy meanwhile. A bulk load (kg load of a corpus run into an empty store) does it
    by itself.
    """
    with writable(store, create=False) as opened:
        size = opened.optimize()
    say(f"{store} is in order: {size / 1e6:,.1f} MB")
    return 0
