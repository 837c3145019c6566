"""People of one surname: the commands that ask for each, and whom an answer leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote
from typing import TYPE_CHECKING, Final

from kg.cli.terminal import say
from kg.meant import listed, names_of
from kg.rdf import name_key

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.rows import Rows
    from kg.store.parameters import Given

_COMMANDS: Final = {"who-said": ("who-said", "speaker"), "entities": ("entities", "entity"), "contradictions": ("contradictions", "")}
"""Queries that are a command: it, and the parameter that it takes as a plain word, if it does."""


def asking(query: str, names: Mapping[str, str], command: str | None = None) -> str:
    """The command line that asks a named query about some names: `kg who-said 'Ana Ruiz'`; or that `command` (`report`)."""
    name, plain = (command, "") if command else _COMMANDS.get(query, ("", ""))
    if not name:
        return " ".join(["kg query", query, *(f"{key}={quote(value)}" for key, value in names.items())])
    options = [f"--{key} {quote(value)}" for key, value in names.items() if key != plain]
    return " ".join(["kg", name, *([quote(names[plain])] if plain in names else []), *options])


def tell_of_namesakes(store: Answers, query: str, given: Mapping[str, Given], found: Rows) -> None:
    """Say of whom the rows `found`, of several articles, hold more than one of a name, as far as is known."""
    if "doc" in found.columns and len({row["doc"] for row in found}) > 1:
        for name in names_of(query, given).values():
            if (count := store.bearers(name)) > 1:
                why = "nothing says that they are one (kg link, kg merge)"
                say(f"note: {count} are called {name!r}, in different articles, and {why}; --wide shows the article of a row")


def tell_of_others(store: Answers, query: str, given: Mapping[str, Given], found: Rows) -> None:
    """Say who is called by a surname that was asked for, and of whom the rows `found` leave something out: an article that gives only the
    full name is not found by less."""
    for parameter, name in names_of(query, given).items():
        if " " in name_key(name) or "attribution" not in found.columns:
            continue
        people = store.surnamed(name)
        whole = {key: value for key, value in given.items() if key != "limit"}
        rows = store.exactly(query, **whole) if people and len(found) == given.get("limit") else found
        there = {row["attribution"] for row in rows}
        missing = [
            asking(query, {**names_of(query, given), parameter: one})
            for one in people
            if any(row["attribution"] not in there for row in store.exactly(query, **{**whole, parameter: one}))
        ]
        if missing:
            say(f"note: {name!r} finds only whom an article calls just that; there is more of {listed(missing)}")
