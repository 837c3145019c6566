"""Which field of the model is which property, for the fields that hold one plain value: read and written by the same table."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import InputError
from kg.rdf import terms as t
from kg.rdf.lists import LISTS, VALUES

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Plain: TypeAlias = str | float | date


class Column(NamedTuple):
    """`holds` is `text`, `date`, `score`, or the name of a closed list."""

    field: str
    property: NamedNode
    holds: str = "text"


ARTICLE: Final = (
    Column("key", t.KEY),
    Column("doc", t.DOC),
    Column("headline", t.HEADLINE),
    Column("published", t.PUBLISHED, "date"),
    Column("updated", t.UPDATED, "date"),
    Column("url", t.URL),
    Column("agency", t.CREDIT),
    Column("language", t.LANGUAGE),
)
RUN: Final = (Column("extractor", t.EXTRACTOR), Column("model", t.MODEL), Column("model_sha256", t.MODEL_SHA256))
CLAIM: Final = (Column("text", t.TEXT), Column("polarity", t.POLARITY, "polarity"), Column("unverified", t.UNVERIFIED))
ATTRIBUTION: Final = (
    Column("stance", t.STANCE, "stance"),
    Column("manner", t.MANNER, "manner"),
    Column("certainty", t.CERTAINTY, "certainty"),
    Column("kind", t.KIND, "kind"),
    Column("medium", t.MEDIUM),
    Column("said_words", t.SAID_WORDS),
    Column("said_from", t.SAID_FROM, "date"),
    Column("said_to", t.SAID_TO, "date"),
    Column("by", t.METHOD),
    Column("score", t.SCORE, "score"),
)
LINK: Final = (
    Column("relation", t.RELATION, "relation"),
    Column("basis", t.BASIS, "basis"),
    Column("rule", t.RULE),
    Column("score", t.SCORE, "score"),
)


def text(value: str) -> Literal:
    """A plain string, kept to the character; raises `InputError` for what is no Unicode text."""
    try:
        return Literal(value)
    except ValueError:
        at = next(i for i, c in enumerate(value) if "\ud800" <= c <= "\udfff")
        raise InputError(f"a lone surrogate (no character) at offset {at} of {value[:40]!a}: replace it before loading") from None


def integer(value: int) -> Literal:
    """An `xsd:integer`, as every offset is."""
    return Literal(str(value), datatype=t.INTEGER)


def score(value: float) -> Literal:
    """To 3 decimals, written as Oxigraph gives it back: `0.95`, `1`."""
    return Literal(f"{value:.3f}".rstrip("0").rstrip("."), datatype=t.DOUBLE)


def write(value: object, holds: str) -> NamedNode | Literal:
    """The term that stands for `value`; raises `InputError` when the column cannot hold it."""
    if holds == "text" and isinstance(value, str):
        return text(value)
    if holds == "score" and isinstance(value, float | int):
        return score(value)
    if holds == "date" and isinstance(value, date) and not isinstance(value, datetime):
        return Literal(value.isoformat(), datatype=t.DATE)
    if holds in LISTS and isinstance(value, str) and value in LISTS[holds]:
        return LISTS[holds][value]
    raise InputError(f"{value!r} is no {holds}")


def read(term: Term, holds: str) -> Plain:
    """The value that a term of `write` stands for; raises `KeyError` or `ValueError` when it stands for none."""
    if isinstance(term, NamedNode):
        return VALUES[holds][term]
    if holds == "score":
        return float(literal(term))
    return date.fromisoformat(literal(term)) if holds == "date" else literal(term)


def literal(term: Term) -> str:
    """The characters of a literal; raises `ValueError` for any other term."""
    if isinstance(term, Literal):
        return term.value
    raise ValueError(f"{term} is no literal")
