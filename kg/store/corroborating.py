"""How well a claim is borne out: sources, and how many of them are independent of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.plurals import many
from kg.rdf import name_key
from kg.rows import Rows, Value
from kg.store.groups import Groups

Row = dict[str, Value]
ASSERTS = {"same", "supports"}
BETWEEN = " | "
"""What stands between the members in a row."""


@dataclass(frozen=True, slots=True)
class Corroboration:
    """`rows` are those of the query of that name. `sources` make or support the claim; `independent` of them are neither one speaker or
    house, nor only in copies of one text; `disputed` sources deny, dispute or contradict it; `first` and `last` are days as ISO dates."""

    rows: Rows
    sources: int
    independent: int
    disputed: int
    first: str | None
    last: str | None

    @property
    def line(self) -> str:
        """In words: never whether it is true."""
        days = (
            f", said from {self.first} to {self.last}"
            if self.first and self.last != self.first
            else f", said {self.first}"
            if self.first
            else ""
        )
        others = f"independently corroborated {self.independent - 1}×" if self.independent > 1 else "no independent corroboration"
        disputed = f"disputed by {self.disputed}" if self.disputed else "disputed by nobody here"
        unverified = f"; {note}" if (note := unverified_in(self.rows)) else ""
        return f"{many(self.sources, 'source')}, {others}, {disputed}{days}{unverified}"


def corroboration(rows: Rows) -> Corroboration:
    """Count what the corroboration query found."""
    all_rows = list(rows)
    for_it = [row for row in all_rows if row["relation"] in ASSERTS]
    days = sorted(str(row["date"]) for row in for_it if row["date"])
    against = {_source(row) for row in all_rows if row["relation"] not in ASSERTS}
    return Corroboration(
        rows,
        len({_source(row) for row in for_it}),
        independent_of(for_it),
        len(against),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _source(row: Row) -> str:
    """Who it is that says so: the entity, else the name, else the article's agency, else the article as somebody of no name."""
    if row["entity"]:
        return str(row["entity"])
    name = row["on_behalf_of"] or row["speaker"] or row.get("agency")
    return f"name:{name_key(str(name))}" if name else f"article:{row['article']}"


def independent_of(rows: Iterable[Row]) -> int:
    """Sources that are left when copies of one text, and all that one source says, count once.

    What an agency's own articles say without naming anybody, and what others report after that agency, is one source. Several who speak
    as one are none beside any of them, and one without.
    """
    all_rows = list(rows)
    agencies = {name_key(str(row["agency"])) for row in all_rows if row.get("agency")}
    groups: Groups[str] = Groups()
    seen: set[str] = set()
    together: dict[str, set[str]] = {}
    for row in all_rows:
        source = _source(row)
        if row.get("members"):
            together.setdefault(source, set()).update(map(_party, str(row["members"]).split(BETWEEN)))
        else:
            seen.add(source)
        name = name_key(str(row["on_behalf_of"] or row["speaker"] or ""))
        if name in agencies:
            seen.add(f"name:{name}")
            groups.join(source, f"name:{name}")
        if row["copies"] and not (row["speaker"] or row["on_behalf_of"]):
            seen.add(f"article:{row['copies']}")
            groups.join(source, f"article:{row['copies']}")
    found = len({groups.top(source) for source in seen})
    alone = {_party(str(row["speaker"])) for row in all_rows if row["speaker"] and not row.get("members")}
    heard = {groups.top(one) for one in seen | alone}
    for source, members in sorted(together.items(), key=lambda one: (len(one[1]), one[0])):
        whole = {groups.top(one) for one in (source, *members)}
        found += heard.isdisjoint(whole)
        heard |= whole
    return found


def _party(told: str) -> str:
    return told if "://" in told else f"name:{name_key(told)}"


def unverified_in(rows: Iterable[Row]) -> str:
    """In words: where an article says that nobody could verify it; empty where none does."""
    said = list(dict.fromkeys(str(row["unverified"]) for row in rows if row.get("unverified") and row.get("relation") in ASSERTS))
    return f"told with “{said[0]}”" if said else ""
