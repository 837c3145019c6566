"""Sources: who they are, and which of them are independent of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.rdf import name_key
from kg.rows import Value
from kg.store.groups import Groups

Row = dict[str, Value]
BETWEEN: Final = " | "
"""What stands between the members in a row."""
OUTLETS: Final = ("agency", "publisher")


@dataclass(frozen=True, slots=True)
class Witnesses:
    """`rows` as far as they count; how many `sources` they name, and how many of these are independent of each other."""

    rows: tuple[Row, ...]
    sources: int
    independent: int


def is_named(row: Row) -> bool:
    """Whether somebody in particular says so: a rumour, or what "is said to be", is no source."""
    return bool(row["speaker"] or row["on_behalf_of"])


def witnesses(rows: Iterable[Row]) -> Witnesses:
    """Sources, and those that are left when all that one speaker or house says counts once.

    A headline is told again below it. An outlet that others quote is no source beside those whom its own article names, several who speak
    as one are none beside any of them, and one without. Who passes on what another told is as independent as that other.
    """
    told = tuple(_below_headlines([row for row in rows if is_named(row)]))
    groups = _groups(told)
    alone = {groups.top(source(row)) for row in told if not row.get("members")}
    together: dict[str, set[str]] = defaultdict(set)
    for row in told:
        if row.get("members"):
            together[groups.top(source(row))] |= {groups.top(_party(one)) for one in str(row["members"]).split(BETWEEN)}
    heard = {_first(groups.top(voice(row)), told, groups) for row in told if not row.get("members")} - {
        groups.top(source(row)) for row in _quoted(told)
    }
    independent = len(heard)
    for whole, members in sorted(together.items(), key=lambda one: (len(one[1]), one[0])):
        independent += heard.isdisjoint({whole, *members})
        heard |= {whole, *members}
    return Witnesses(told, len(alone | set(together)), independent)


def names(rows: Iterable[Row]) -> list[str]:
    """One name for each of the sources that `witnesses` counts in rows, in the order of these: a full one where there is one."""
    told = witnesses(rows).rows
    groups = _groups(told)
    found: dict[str, list[str]] = {}
    for row in told:
        found.setdefault(groups.top(source(row)), []).append(str(row["speaker"] or row["on_behalf_of"]))
    return list(dict.fromkeys(next((name for name in some if _is_full(name)), some[0]) for some in found.values()))


def parties(some: Iterable[Row], all_rows: Iterable[Row]) -> set[str]:
    """Who speaks in `some` rows, as one and the same in `all_rows`."""
    groups = _groups(all_rows)
    return {groups.top(source(row)) for row in some}


def source(row: Row) -> str:
    """Who it is that says so: the entity, else the name."""
    return str(row["entity"]) if row["entity"] else _party(str(row["on_behalf_of"] or row["speaker"]))


def voice(row: Row) -> str:
    """Whose words they are: those of whom the source passes on, else its own."""
    return _party(str(row["relays"])) if row.get("relays") else source(row)


def _first(one: str, told: Iterable[Row], groups: Groups[str]) -> str:
    """Whose words they are in the end, where `one` says so only in passing on what another said, who may do so, too."""
    said = {groups.top(source(row)): groups.top(voice(row)) for row in sorted(told, key=lambda row: not row.get("relays"))}
    seen = {one}
    while (before := said.get(one, one)) not in seen:
        seen.add(before)
        one = before
    return one if before == one else min(seen)


def _groups(rows: Iterable[Row]) -> Groups[str]:
    """The names and entities that are one source: a speaker is one with the house spoken for, and "Hale" with the one Hale of full name."""
    groups: Groups[str] = Groups()
    whole: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        names = [_party(str(row["on_behalf_of"] or row["speaker"]))]
        if not row.get("members") and _is_full(str(row["speaker"] or "")):
            names.append(_party(str(row["speaker"])))
        for name in names:
            groups.join(source(row), name)
        for name in (*names, voice(row)) if row.get("relays") else names:
            whole[f"name:{name.split()[-1]}"].add(name)
    for last, names_ in whole.items():
        if len(full := names_ - {last}) == 1:
            groups.join(last, *full)
    return groups


def _is_full(name: str) -> bool:
    """Whether it is one of several words, not of somebody called "a spokesman"."""
    return sum(word[:1].isupper() for word in name.split()) > 1


def _below_headlines(rows: list[Row]) -> list[Row]:
    below = {row["article"] for row in rows if not _is_headline(row)}
    return [row for row in rows if not _is_headline(row) or row["article"] not in below]


def _is_headline(row: Row) -> bool:
    return bool(row.get("headline")) and row.get("sentence") == row.get("headline")


def _quoted(rows: Iterable[Row]) -> list[Row]:
    """Rows in which an outlet speaks whose own article names others."""
    all_rows = [(row, name_key(str(row["on_behalf_of"] or row["speaker"]))) for row in rows]
    own = {(name_key(str(row[outlet])), name) for row, name in all_rows for outlet in OUTLETS if row.get(outlet)}
    names_others = {outlet for outlet, name in own if outlet != name}
    return [row for row, name in all_rows if name in names_others]


def _party(told: str) -> str:
    return told if "://" in told else f"name:{name_key(told)}"
