"""Why a query has no rows: a name that the store does not know is an error, and near names are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.cli.terminal import say
from kg.errors import QueryError
from kg.rows import Value

if TYPE_CHECKING:
    from kg.answers import Answers

_MOST: Final = 15  # names that are looked at
_SPEAKING: Final = ("speaker", "a", "b")
"""Parameters for whom only those will do that say something."""


def explain_nothing(store: Answers, query: str, given: Mapping[str, Value]) -> None:
    """Say why the named `query` has no rows for the parameters `given`.

    Raises `QueryError` with near names for the first name parameter whose value the store does not know.
    """
    names = [(name, str(given[name])) for name in _name_parameters(query) if given.get(name) is not None]
    for parameter, name in names:
        if not _is_known(store, query, parameter, name):
            if parameter == "speaker" and (why := store.once_said(name)):
                raise QueryError(f"what {name!r} said was {why}")
            raise QueryError(f"{_unknown(parameter, name)} in {store.place}; {_hint(store, parameter, name)}")
    who = next((f"{name} said" for parameter, name in names if parameter == "speaker"), "there is")
    say(f"{who} nothing that fits" + ("; leave out an option to see more" if len(given) > 1 else ""))


def _name_parameters(query: str) -> list[str]:
    from kg.store import named_queries

    [found] = [found for found in named_queries() if found.name == query]
    return [parameter.name for parameter in found.parameters if parameter.kind == "name"]


def _is_known(store: Answers, query: str, parameter: str, name: str) -> bool:
    if parameter == "speaker":
        return len(store.query("who-said", speaker=name, limit=1)) > 0
    return store.knows(name) or len(store.query(query, **{parameter: name})) > 0


def _unknown(parameter: str, name: str) -> str:
    return f"no speaker {name!r}" if parameter == "speaker" else f"nothing called {name!r} ({parameter})"


def _hint(store: Answers, parameter: str, name: str) -> str:
    near = [one for one in store.suggest(name, _MOST) if one != name]
    if parameter in _SPEAKING:
        near = [one for one in near if len(store.query("who-said", speaker=one, limit=1))]
    if near:
        return f"did you mean {' or '.join(repr(one) for one in near[:3])}?"
    return "kg query speakers lists who speaks" if parameter in _SPEAKING else "no name in the store is like it"
