"""What counted at some time, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from sys import maxsize

from kg.rdf.logged import Entry


@dataclass(slots=True)
class Counted:
    """Graphs, decisions, merges and splits by IRI: the entries, by number, with which they came and went, in turn; a first one that went
    was there before there was a log. Only entries up to the `last` one are looked at, but whoever comes later did not count before."""

    came: dict[str, list[int]] = field(default_factory=dict)
    went: dict[str, list[int]] = field(default_factory=dict)
    last: int = maxsize

    def says(self, iri: str) -> bool | None:
        """Whether it counted; None for what the log never names."""
        return self.at(iri, self.last) if iri in self.came or iri in self.went else None

    def at(self, iri: str, number: int) -> bool:
        """Whether it counted once the entry of that number was written."""
        came, went = self.came.get(iri, []), self.went.get(iri, [])
        last_came = max((one for one in came if one <= number), default=-1)
        last_went = max((one for one in went if one <= number), default=-1)
        if last_came == last_went == -1:
            return not came or (bool(went) and min(went) < min(came))
        return last_came >= last_went

    def since(self, iri: str) -> int:
        """The number of the entry with which it came last; 0 before there was a log."""
        return max((one for one in self.came.get(iri, []) if one <= self.last), default=0)

    def first(self, iri: str) -> int | None:
        """The number of the entry with which it came first; None when there is none."""
        return min(self.came.get(iri, []), default=None)


def counted(entries: Iterable[Entry], at: datetime | None = None) -> Counted:
    """What counted at the time `at`, or counts now."""
    found = Counted(last=0 if at is not None else maxsize)
    for entry in entries:
        for names, where in ((entry.adds, found.came), (entry.removes, found.went)):
            for iri in names:
                where.setdefault(iri, []).append(entry.number)
        if at is not None and entry.at <= at:
            found.last = entry.number
    return found
