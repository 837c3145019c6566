"""Why a query has no rows: a surname is taken for the one who bears it; another name that the store does not know is an error that
says whom one may mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.cli.fullnames import SPEAKING, asking, listed, names_of, will_do
from kg.cli.terminal import say
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store.parameters import Given

_MOST: Final = 15  # names that are looked at


def meant(store: Answers, query: str, given: Mapping[str, Given], command: str | None = None) -> Mapping[str, Given] | None:
    """What to ask instead of the named `query` that has no rows for the parameters `given`, said in a line: with the only person of a
    surname; None, with a line too, where all names are known.

    Raises `QueryError` for the first name that is unknown: with near names, or with the people of that surname or office and the `command`
    (`kg QUERY`, if not given) that asks for each.
    """
    instead = dict(given)
    for parameter, name in names_of(query, given).items():
        if not _is_known(store, query, parameter, name):
            instead[parameter] = _only(store, query, parameter, given, command)
            say(f"note: {name!r} is taken for {instead[parameter]!r}, the only person here of that surname")
    if instead != dict(given):
        return instead
    nothing_fits(query, given)
    return None


def nothing_fits(query: str, given: Mapping[str, Given]) -> None:
    """Say that nothing fits what was asked."""
    who = f"{given['speaker']} said" if given.get("speaker") is not None else "there is"
    undated = "; what has no date is in no timeline" if query == "timeline" else ""
    say(f"{who} nothing that fits{undated}" + ("; leave out an option to see more" if len(given) > 1 else ""))


def _is_known(store: Answers, query: str, parameter: str, name: str) -> bool:
    if parameter == "speaker":
        return len(store.query("who-said", speaker=name, limit=1)) > 0
    return store.knows(name) or len(store.query(query, **{parameter: name})) > 0


def _only(store: Answers, query: str, parameter: str, given: Mapping[str, Given], command: str | None) -> str:
    """The full name of the only one whom an unknown name may mean; raises `QueryError` where that is nobody, or several."""
    name = str(given[parameter])
    if parameter == "speaker" and (why := store.once_said(name)):
        raise QueryError(f"what {name!r} said was {why}")
    people = [one for one in store.surnamed(name) if will_do(store, parameter, one)]
    if len(people) == 1:
        return people[0]

    def ask(one: str) -> str:
        return asking(query, {**names_of(query, given), parameter: one}, command)

    if people:
        raise QueryError(f"{name!r} is the surname of {listed(map(ask, people))}")
    unknown = f"{_unknown(parameter, name)} in {store.place}"
    held = {one: role for one, role in store.holders(name) if will_do(store, parameter, one)}
    if held:
        raise QueryError(f"{unknown}; {name!r} is the role of {listed(f'{ask(one)} ({role})' for one, role in held.items())}")
    raise QueryError(f"{unknown}; {_hint(store, parameter, name)}")


def _unknown(parameter: str, name: str) -> str:
    return f"no speaker {name!r}" if parameter == "speaker" else f"nothing called {name!r} ({parameter})"


def _hint(store: Answers, parameter: str, name: str) -> str:
    if parameter in SPEAKING and (store.knows(name) or store.surnamed(name)):
        return f"what is said of who is called so: {asking('about', {'entity': name})}"
    near = [one for one in store.suggest(name, _MOST) if one != name and will_do(store, parameter, one)]
    if near:
        return f"did you mean {' or '.join(repr(one) for one in near[:3])}?"
    return "kg query speakers lists who speaks" if parameter in SPEAKING else "no name in the store is like it"
