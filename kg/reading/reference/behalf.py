"""For whom a person speaks."""

from __future__ import annotations

from kg.reading.lexicon import words
from kg.reading.reference.figures import Figure

PAST = {
    "former", "ex", "retired", "ousted", "sacked", "fired", "dismissed", "deposed", "expelled", "onetime", "one-time", "erstwhile",
}  # in a role that is no longer held  # fmt: skip
SENT = {"ambassador", "envoy", "consul", "representative", "negotiator", "delegate", "coach"}  # who speak for a country

_APART = {"student", "graduate", "alumnus", "customer", "user", "contributor"}  # who do not speak for the body


def is_body(figure: Figure) -> bool:
    """Whether one may speak for it for whatever one is there: no person, a place only where its name says what it is: "Selm Hospital"."""
    named = figure.type == "Place" and " " in figure.name and bool(figure.words() & words("organizations"))
    return named or figure.type in {"Organization", "Group"}


def behalf(figure: Figure) -> Figure | None:
    """For whom a person speaks: what their first role is a role of, unless it is a tie of family or the like."""
    if figure.type != "Person":
        return None
    for role, of, *_ in figure.roles:
        tokens = set(role.split())
        if (
            of
            and not tokens & (words("ties") | PAST | _APART)
            and not (of.people and not tokens & (words("leaders") | words("spokespeople") | SENT))
            and (is_body(of) or tokens & (words("agents") if of.type == "Person" else SENT))
        ):
            return of
    return figure.works_for
