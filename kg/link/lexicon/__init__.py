"""Word lists that the linking rules read: data files beside this one.

`derived.tsv` has nouns with the verbs they are made of, drawn from Open English WordNet; `opposites.tsv` pairs of words of opposite
meaning: those that differ by a prefix are drawn from it too, the rest is ours. The words of a line of `alike.txt` say the same; those of
`once.txt` are what happens to a thing once, when it is planned. `states.toml` has states that exclude each other, `turned.toml` words
that turn the sense of those behind them.
"""

from __future__ import annotations

import functools
from pathlib import Path

_HERE = Path(__file__).parent


@functools.cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The lines of `NAME.tsv`, of two fields each."""
    lines = (_HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple((a, b) for a, b in (line.split("\t") for line in lines))


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of `NAME.txt`."""
    return tuple(filter(None, (_HERE / f"{name}.txt").read_text("utf-8").split("\n")))
