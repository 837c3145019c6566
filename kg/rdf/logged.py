"""The log in RDF: an entry is a block of N-Triples lines, ended by an empty line, named by a hash of what it says and of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Final, Literal

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.rdf.columns import integer, text
from kg.rdf.names import digest
from kg.rdf.terms import KG, PROV, TYPE, XSD

Act = Literal[
    "loaded",
    "imported",
    "changed",
    "reread",
    "retracted",
    "restored",
    "deleted",
    "linked",
    "merged",
    "split",
    "known",
    "edited",
    "accepted",
    "rejected",
    "corrected",
    "undone",
]
ENTRY: Final = NamedNode(KG + "LogEntry")
REVISION_OF: Final = NamedNode(PROV + "wasRevisionOf")
DATE_TIME: Final = NamedNode(XSD + "dateTime")
AT: Final = NamedNode(PROV + "endedAtTime")
PLAIN: Final = {name: NamedNode(KG + name) for name in ("act", "software", "by", "named", "note")}
LINKED: Final = {
    "concerns": NamedNode(KG + "concerns"),
    "adds": NamedNode(PROV + "generated"),
    "removes": NamedNode(PROV + "invalidated"),
    "after": NamedNode(KG + "after"),
}
NUMBER: Final = NamedNode(KG + "number")
_END: Final = b"\n\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done: by the clock (`at`, UTC), by which version of the software, and `by` whom, when a name was given.

    `concerns` is the IRI of the article or statement, `named` what people call it; `adds` and `removes` are the IRIs of the graphs of
    articles, and of decisions, merges and splits, that came and went. `revises` is the article of which `concerns` is a new version.
    `number` counts from 1; `after` is the IRI of the entry before, and `iri` this one's: a hash of all of this.
    """

    act: Act
    at: datetime
    software: str
    by: str | None = None
    named: str | None = None
    concerns: str | None = None
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    revises: str | None = None
    note: str | None = None
    number: int = 1
    after: str | None = None
    iri: str = ""


def name(entry: Entry, base: str) -> str:
    """The IRI of an entry: a hash of what it says."""
    said = [getattr(entry, field.name) for field in fields(entry) if field.name not in ("at", "iri")]
    return f"{base}log_{digest(stamp(entry.at), *said)}"


def stamp(at: datetime) -> str:
    """A time as `xsd:dateTime` in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def in_seconds(at: datetime) -> str:
    """A time for people, in UTC: `2026-11-25T14:00:00Z`."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def write(entry: Entry) -> bytes:
    """The block of an entry; raises `InputError` for what is no Unicode text."""
    return "".join(f"{triple} .\n" for triple in triples(entry)).encode() + b"\n"


def triples(entry: Entry) -> Iterator[Triple]:
    """The statements of an entry."""
    node = NamedNode(entry.iri)
    yield Triple(node, TYPE, ENTRY)
    yield Triple(node, NUMBER, integer(entry.number))
    yield Triple(node, AT, Value(stamp(entry.at), datatype=DATE_TIME))
    for field, predicate in PLAIN.items():
        value = getattr(entry, field)
        if value is not None:
            yield Triple(node, predicate, text(value))
    for field, predicate in LINKED.items():
        value = getattr(entry, field)
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                yield Triple(node, predicate, NamedNode(one))
    if entry.revises and entry.concerns:
        yield Triple(NamedNode(entry.concerns), REVISION_OF, NamedNode(entry.revises))


def read(block: bytes) -> Entry:
    """The entry of a block of `write`; raises `ValueError` or `SyntaxError` when it is none."""
    found: dict[NamedNode, list[str]] = {}
    iri = revises = ""
    for quad in parse(block, format=RdfFormat.N_TRIPLES):
        if quad.predicate == REVISION_OF:
            revises = quad.object.value
            continue
        iri = quad.subject.value
        found.setdefault(quad.predicate, []).append(quad.object.value)
    one = {field: found[predicate][0] for field, predicate in (PLAIN | LINKED).items() if predicate in found}
    many = {field: tuple(found.get(LINKED[field], ())) for field in ("adds", "removes")}
    try:
        at, number = datetime.fromisoformat(found[AT][0]), int(found[NUMBER][0])
    except KeyError as missing:
        raise ValueError(f"no {missing} in an entry of the log") from None
    return Entry(**(one | many), at=at, number=number, revises=revises or None, iri=iri)  # type: ignore[arg-type]


def blocks(data: bytes) -> list[bytes]:
    """The whole blocks of a log; a last one that was cut off is left out."""
    return [block + _END for block in data.split(_END)[:-1]]
