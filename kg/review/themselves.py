"""Once a speaker is corrected, two who were at odds may be one."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kg.model import Extraction, Link


def without_themselves(told: Extraction, corrected: Set[str], decided: Set[tuple[str, ...]]) -> Extraction:
    """Without contradictions and disputes of a party with itself, where an attribution of `corrected` has got another speaker.

    One of several who speak as one is no other party than they are. Who turns round (`reversal`) contradicts himself: that goes where two
    are left of him. Links whose ends are in `decided` were looked at: those stay.
    """
    members = {e.id: e.members for e in told.entities}
    speakers = {a.id: {a.speaker, *members[a.speaker]} if a.speaker else set() for a in told.attributions}

    def is_alone(one: str, other: str | None) -> bool:
        return other is not None and bool(speakers[one] & speakers[other])

    def is_out_of_place(link: Link) -> bool:
        return link.relation == "contradicts" and is_alone(link.a, link.b) == (link.basis != "reversal")

    def is_new(one: str, other: str | None) -> bool:
        return bool({one, other} & corrected)

    links = tuple(x for x in told.links if (x.a, x.b) in decided or not (is_new(x.a, x.b) and is_out_of_place(x)))
    attributions = tuple(
        replace(a, disputes=None) if is_new(a.id, a.disputes) and is_alone(a.id, a.disputes) else a for a in told.attributions
    )
    return replace(told, links=links, attributions=attributions)
