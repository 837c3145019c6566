"""The five formats of statements, and which of them keep graphs apart."""

from __future__ import annotations

from typing import Final

from pyoxigraph import RdfFormat

from kg.errors import UsageError
from kg.rdf.terms import PREFIXES

FORMATS: Final = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
_EXTENSIONS: Final = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "jsonld": "jsonld", "json": "jsonld"}


def rdf_format(name: str) -> RdfFormat:
    """The format of that name; raises `UsageError` naming the five."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}: there is {', '.join(FORMATS)}")
    return FORMATS[name]


def format_of(filename: str) -> str | None:
    """The format that a file name's extension stands for, or None."""
    return _EXTENSIONS.get(filename.rpartition(".")[2].casefold())


def prefixes(base: str) -> dict[str, str]:
    """The prefixes that Turtle and TriG are written with; `k:` is the store's own."""
    return {"k": base, **PREFIXES}
