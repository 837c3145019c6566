"""The model as columns: for every field of a dataclass a column, derived from its type, so that nothing is lost."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from kg.model import Span

Convert: TypeAlias = Callable[[Any], Any]
_PLAIN: dict[object, pa.DataType] = {str: pa.string(), int: pa.int32(), float: pa.float64(), date: pa.date32()}
_PAIR = tuple[str, str]


def arrow_fields(kind: type) -> list[pa.Field]:
    """The columns of a dataclass, in the order of its fields; those that may be None are nullable."""
    return [pa.field(name, _type(hint), nullable=NoneType in get_args(hint)) for name, hint in _hints(kind).items()]


@functools.cache
def to_row(kind: type) -> Convert:
    """A function from an object of the dataclass to a row: a dict of plain values."""
    converts = {name: _to(hint) for name, hint in _hints(kind).items()}
    return lambda thing: {name: convert(getattr(thing, name)) for name, convert in converts.items()}


@functools.cache
def from_row(kind: type) -> Convert:
    """The way back; columns that are no fields are passed over, and of what has a default the column may be missing: an earlier version
    did not know it."""
    converts = {name: _from(hint) for name, hint in _hints(kind).items()}
    optional = {field.name for field in fields(kind) if field.default is not MISSING}
    return lambda row: kind(**{name: convert(row[name]) for name, convert in converts.items() if name in row or name not in optional})


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _inner(hint: Any) -> Any:  # noqa: ANN401
    """The type of what a hint such as `str | None` holds when it is not None; a closed list holds strings."""
    if get_origin(hint) in (UnionType, Union):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    return str if get_origin(hint) is Literal else hint


def _type(hint: Any) -> pa.DataType:  # noqa: ANN401
    inner = _inner(hint)
    if inner in _PLAIN:
        return _PLAIN[inner]
    if inner == Span:
        return pa.struct([pa.field(name, pa.int32(), nullable=False) for name in ("begin", "end")])
    if inner == _PAIR:
        return pa.struct([pa.field(name, pa.string(), nullable=False) for name in ("name", "value")])
    if is_dataclass(inner):
        return pa.struct(arrow_fields(inner))  # type: ignore[arg-type]
    return pa.list_(pa.field("item", _type(get_args(inner)[0]), nullable=False))


def _to(hint: Any) -> Convert:  # noqa: ANN401
    inner = _inner(hint)
    if inner in _PLAIN:
        return lambda value: value
    if inner == Span:
        return lambda span: {"begin": span[0], "end": span[1]}
    if inner == _PAIR:
        return lambda pair: {"name": pair[0], "value": pair[1]}
    if is_dataclass(inner):
        return to_row(inner)  # type: ignore[arg-type]
    convert = _to(get_args(inner)[0])
    return lambda values: [convert(value) for value in values]


def _from(hint: Any) -> Convert:  # noqa: ANN401
    inner = _inner(hint)
    if inner in _PLAIN:
        return lambda value: value
    if inner == Span:
        return lambda row: (row["begin"], row["end"])
    if inner == _PAIR:
        return lambda row: (row["name"], row["value"])
    if is_dataclass(inner):
        return from_row(inner)  # type: ignore[arg-type]
    convert = _from(get_args(inner)[0])
    return lambda rows: tuple(convert(row) for row in rows)
