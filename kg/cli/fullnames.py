"""People of one surname: the commands that ask for each, and whom an answer leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from shlex import quote
from typing import TYPE_CHECKING, Final

from kg.cli.terminal import say
from kg.rdf import name_key

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.rows import Rows
    from kg.store.parameters import Given

_LISTED: Final = 5  # people that are told of
SPEAKING: Final = ("speaker", "a", "b")
"""Parameters for whom only those will do that say something."""
_COMMANDS: Final = {"who-said": ("who-said", "speaker"), "entities": ("entities", "entity"), "contradictions": ("contradictions", "")}
"""Queries that are a command: it, and the parameter that it takes as a plain word, if it does."""


def names_of(query: str, given: Mapping[str, Given]) -> dict[str, str]:
    """The names among the parameters of a named query."""
    from kg.store import named_queries

    [found] = [found for found in named_queries() if found.name == query]
    return {one.name: str(given[one.name]) for one in found.parameters if one.kind == "name" and given.get(one.name) is not None}


def will_do(store: Answers, parameter: str, name: str) -> bool:
    """Whether a name may stand for a parameter: it says something, where only those will do."""
    return parameter not in SPEAKING or len(store.query("who-said", speaker=name, limit=1)) > 0


def asking(query: str, names: Mapping[str, str], command: str | None = None) -> str:
    """The command line that asks a named query about some names: `kg who-said 'Ana Ruiz'`; or that `command` (`report`)."""
    name, plain = (command, "") if command else _COMMANDS.get(query, ("", ""))
    if not name:
        return " ".join(["kg query", query, *(f"{key}={quote(value)}" for key, value in names.items())])
    options = [f"--{key} {quote(value)}" for key, value in names.items() if key != plain]
    return " ".join(["kg", name, *([quote(names[plain])] if plain in names else []), *options])


def listed(commands: Iterable[str]) -> str:
    """How many there are, and the first of them."""
    found = list(commands)
    more = f", and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"{'one' if len(found) == 1 else len(found)}: {', '.join(found[:_LISTED])}{more}"


def tell_of_others(store: Answers, query: str, given: Mapping[str, Given], found: Rows) -> None:
    """Say who is called by a surname that was asked for, and of whom the rows `found` leave something out: an article that gives only the
    full name is not found by less."""
    for parameter, name in names_of(query, given).items():
        if " " in name_key(name) or "attribution" not in found.columns:
            continue
        people = store.surnamed(name)
        whole = {key: value for key, value in given.items() if key != "limit"}
        rows = store.query(query, **whole) if people and len(found) == given.get("limit") else found
        there = {row["attribution"] for row in rows}
        missing = [
            asking(query, {**names_of(query, given), parameter: one})
            for one in people
            if any(row["attribution"] not in there for row in store.query(query, **{**whole, parameter: one}))
        ]
        if missing:
            say(f"note: {name!r} finds only whom an article calls just that; there is more of {listed(missing)}")
