"""For whom a person speaks."""

from __future__ import annotations

from kg.reading.figures import Figure
from kg.reading.lexicon import words

PAST = {"former", "ex"}  # in a role that is no longer held
_SENT = {"ambassador", "envoy", "consul", "representative", "negotiator", "delegate", "coach"}  # who speak for a country


def behalf(figure: Figure) -> Figure | None:
    """For whom a person speaks: what their first role is a role of, unless it is a tie of family or the like."""
    if figure.type != "Person":
        return None
    for role, of, *_ in figure.roles:
        tokens = set(role.split())
        if (
            of
            and not tokens & (words("ties") | PAST)
            and not (of.people and not tokens & (words("leaders") | words("spokespeople") | _SENT))
            and (of.type in {"Organization", "Group"} or tokens & (words("agents") if of.type == "Person" else _SENT))
        ):
            return of
    return figure.works_for
