"""Whom a name means by which nothing is found: the only person of that surname; for any other, an error says whom one may mean."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.rows import Rows
    from kg.store.parameters import Given

SPEAKING: Final = ("speaker", "a", "b")
"""Parameters for whom only those will do that say something."""
Asking: TypeAlias = Callable[[str, Mapping[str, str]], str]
"""How one asks a named query about some names."""
_MOST: Final = 15  # names that are looked at
_LISTED: Final = 5  # people that are told of


def answered(store: Answers, query: str, given: Mapping[str, Given]) -> Rows:
    """The answer to a named query; where it has no rows and a name is a surname, that for the only person who bears it, which is logged.

    Raises `QueryError` for a name that is unknown, and the surname of nobody, or of several.
    """
    found = store.exactly(query, **given)
    if len(found) or not (instead := meant(store, query, given, in_python)):
        return found
    for parameter, name in instead.items():
        logging.getLogger(__name__).warning("%s", taken(given[parameter], name))
    return store.exactly(query, **{**given, **instead})


def taken(name: Given, full: str) -> str:
    """That a name is taken for another, in words."""
    return f"{name!r} is taken for {full!r}, the only person here of that surname"


def in_python(query: str, names: Mapping[str, str]) -> str:
    """The call that asks a named query about some names."""
    return f"query({', '.join([repr(query), *(f'{key}={name!r}' for key, name in names.items())])})"


def meant(store: Answers, query: str, given: Mapping[str, Given], asking: Asking) -> dict[str, str]:
    """The full names to ask for in place of those in `given`, by parameter, where a named query has no rows; none when all are known.

    Raises `QueryError` for the first name that is unknown: with near names, or with the people of that surname or office and how to ask
    for each.
    """
    return {
        parameter: _only(store, query, parameter, given, asking)
        for parameter, name in names_of(query, given).items()
        if not _is_known(store, query, parameter, name)
    }


def names_of(query: str, given: Mapping[str, Given]) -> dict[str, str]:
    """The names among the parameters of a named query."""
    from kg.store import named_queries

    [found] = [found for found in named_queries() if found.name == query]
    return {one.name: str(given[one.name]) for one in found.parameters if one.kind == "name" and given.get(one.name) is not None}


def listed(ways: Iterable[str]) -> str:
    """How many there are, and the first of them."""
    found = list(ways)
    more = f", and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"{'one' if len(found) == 1 else len(found)}: {', '.join(found[:_LISTED])}{more}"


def _is_known(store: Answers, query: str, parameter: str, name: str) -> bool:
    if parameter == "speaker":
        return len(store.exactly("who-said", speaker=name, limit=1)) > 0
    return store.knows(name) or len(store.exactly(query, **{parameter: name})) > 0


def _will_do(store: Answers, parameter: str, name: str) -> bool:
    """Whether a name may stand for a parameter: it says something, where only those will do."""
    return parameter not in SPEAKING or len(store.exactly("who-said", speaker=name, limit=1)) > 0


def _only(store: Answers, query: str, parameter: str, given: Mapping[str, Given], asking: Asking) -> str:
    """The full name of the only one whom an unknown name may mean; raises `QueryError` where that is nobody, or several."""
    name = str(given[parameter])
    if parameter == "speaker" and (why := store.once_said(name)):
        raise QueryError(f"what {name!r} said was {why}")
    people = [one for one in store.surnamed(name) if _will_do(store, parameter, one)]
    if len(people) == 1:
        return people[0]

    def ask(one: str) -> str:
        return asking(query, {**names_of(query, given), parameter: one})

    if people:
        raise QueryError(f"{name!r} is the surname of {listed(map(ask, people))}")
    unknown = f"{_unknown(parameter, name)} in {store.place}"
    held = {one: role for one, role in store.holders(name) if _will_do(store, parameter, one)}
    if held:
        raise QueryError(f"{unknown}; {name!r} is the role of {listed(f'{ask(one)} ({role})' for one, role in held.items())}")
    raise QueryError(f"{unknown}; {_hint(store, parameter, name, asking)}")


def _unknown(parameter: str, name: str) -> str:
    return f"no speaker {name!r}" if parameter == "speaker" else f"nothing called {name!r} ({parameter})"


def _hint(store: Answers, parameter: str, name: str, asking: Asking) -> str:
    if parameter in SPEAKING and (store.knows(name) or store.surnamed(name)):
        return f"what is said of who is called so: {asking('about', {'entity': name})}"
    near = [one for one in store.suggest(name, _MOST) if one != name and _will_do(store, parameter, one)]
    if near:
        return f"did you mean {' or '.join(repr(one) for one in near[:3])}?"
    return f"{asking('speakers', {})} lists who speaks" if parameter in SPEAKING else "no name in the store is like it"
