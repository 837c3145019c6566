"""Once a speaker is corrected, two who were at odds may be one."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kg.model import Extraction, Link


def without_themselves(told: Extraction, corrected: Set[str], decided: Set[tuple[str, ...]]) -> Extraction:
    """Without contradictions and disputes of a party with itself, where an attribution of `corrected` has got another speaker.

    Who turns round contradicts himself, and links whose ends are in `decided` were looked at: those stay.
    """
    speaker = {a.id: a.speaker for a in told.attributions}

    def is_alone(one: str, other: str | None) -> bool:
        return other is not None and speaker[one] is not None and speaker[one] == speaker[other] and bool({one, other} & corrected)

    links = tuple(x for x in told.links if (x.a, x.b) in decided or not (_is_of_two(x) and is_alone(x.a, x.b)))
    attributions = tuple(replace(a, disputes=None) if is_alone(a.id, a.disputes) else a for a in told.attributions)
    return replace(told, links=links, attributions=attributions)


def _is_of_two(link: Link) -> bool:
    return link.relation == "contradicts" and link.basis != "reversal"
