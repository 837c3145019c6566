"""Why a query has no rows: a surname is taken for the one who bears it, or nothing fits what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.cli.fullnames import asking
from kg.cli.terminal import say
from kg.meant import meant, taken

if TYPE_CHECKING:
    from kg.answers import Answers
    from kg.store.parameters import Given

_MOST: Final = 1000
"""What has no date is counted up to here; it comes first among what was said."""


def instead_of(store: Answers, query: str, given: Mapping[str, Given], command: str | None = None) -> Mapping[str, Given] | None:
    """What to ask instead of the named `query` that has no rows for the parameters `given`, said in a line: with the only person of a
    surname; None, with a line too, where all names are known.

    Raises `QueryError` for the first name that is unknown, with the `command` (`kg QUERY`, if not given) that asks for whom it may mean.
    """
    full = meant(store, query, given, lambda name, names: asking(name, names, command if name == query else None))
    for parameter, name in full.items():
        say(f"note: {taken(given[parameter], name)}")
    if full:
        return {**given, **full}
    nothing_fits(query, given)
    return None


def nothing_fits(query: str, given: Mapping[str, Given]) -> None:
    """Say that nothing fits what was asked."""
    who = f"{given['speaker']} said" if given.get("speaker") is not None else "there is"
    undated = "; what has no date is in no timeline" if query == "timeline" else ""
    say(f"{who} nothing that fits{undated}" + ("; leave out an option to see more" if len(given) > 1 else ""))


def tell_undated(store: Answers, given: Mapping[str, Given]) -> None:
    """Say how much of what was asked for is in no timeline, since it has no date."""
    asked = {key: value for key, value in given.items() if key not in ("since", "until", "limit")}
    undated = sum(row["date"] is None for row in store.exactly("who-said", **asked, limit=_MOST))
    if undated:
        count = f"{undated:,}" + (" or more" if undated == _MOST else "")
        say(f"note: {count} of what was said has no date and is not shown: kg load --date gives an article its day")
