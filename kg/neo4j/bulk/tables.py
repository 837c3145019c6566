"""Rows as the CSV that `neo4j-admin database import` reads: a file of data and one of its header for each kind of row.

Columns are learned from the rows. A row with a property that its table has no column for begins a new table of the same kind: what was
written stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any, Final

from kg.errors import StoreError

Row = dict[str, Any]
ARRAYS: Final = "\ufdd0"
"""What stands between the values of a list: no character of any text, by the words of the Unicode standard."""
_TYPES: Final = {str: "string", bool: "boolean", int: "long", float: "double", date: "date"}
_BUFFER: Final = 1 << 16


@dataclass(slots=True)
class Table:
    """One file of data. `kind` is what all its rows have in common, the labels of nodes or a type of relationships; `ends` are columns
    that stand before the properties."""

    kind: tuple[str, ...]
    ends: str
    columns: dict[str, str]
    path: Path
    data: IO[str]
    empty: list[str] = field(init=False)
    at: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.empty = [""] * len(self.columns)
        self.at = {name: place for place, name in enumerate(self.columns)}

    @property
    def header(self) -> str:
        """The first line that the importer reads."""
        return ",".join(filter(None, [self.ends, *(f"{name}:{type_}" for name, type_ in self.columns.items())]))


@dataclass
class Tables:
    """Tables in `folder`; a context manager. `longest` is the size in bytes of the longest row of those that are long, at most."""

    folder: Path
    longest: int = 0
    all: list[Table] = field(default_factory=list)
    _open: dict[tuple[object, ...], Table] = field(default_factory=dict)

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, *_: object) -> None:
        for table in self.all:
            table.data.close()

    def add(self, kind: tuple[str, ...], ends: str, first: str, row: Row) -> None:
        """Write a row: `first` is what goes into the columns `ends`, as CSV."""
        key = (kind, *[name for name, value in row.items() if type(value) is list])
        table = self._open.get(key)
        if table is None or not row.keys() <= table.columns.keys():
            table = self._open[key] = self._begin(kind, ends, row, table)
        cells, at = table.empty.copy(), table.at
        for name, value in row.items():
            cells[at[name]] = f'"{value}"' if type(value) is str and QUOTE not in value else _WRITE[type(value)](value)
        line = f"{first}{','.join(cells)}\n"
        if len(line) > _BUFFER:
            self.longest = max(self.longest, 4 * len(line))
        table.data.write(line)

    def _begin(self, kind: tuple[str, ...], ends: str, row: Row, before: Table | None) -> Table:
        if before:
            before.data.close()
        columns = (before.columns if before else {}) | {name: "ID" if name == "iri" else _type(value) for name, value in row.items()}
        path = self.folder / f"{'-'.join(kind).lower()}-{len(self.all)}.csv"
        table = Table(kind, ends, columns, path, path.open("w", _BUFFER, encoding="utf-8", newline="\n"))
        self.all.append(table)
        return table

    def headers(self) -> Iterator[tuple[Table, Path]]:
        """Each table, with the file that its header was written to."""
        for table in self.all:
            path = table.path.with_suffix(".header.csv")
            path.write_text(table.header + "\n", encoding="utf-8")
            yield table, path


def quoted(value: str) -> str:
    """A string as CSV: in quotes, so that an empty one is no missing one."""
    return f'"{value.replace(QUOTE, QUOTE * 2)}"' if QUOTE in value else f'"{value}"'


QUOTE: Final = '"'


def _number(value: float) -> str:
    if math.isfinite(value):
        return str(value)
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _array(values: list[Any]) -> str:
    told = [value if type(value) is str else _WRITE[type(value)](value) for value in values]
    if any(ARRAYS in one for one in told):
        raise StoreError(
            f"{told[0][:60]!a}: it holds U+FDD0, which neo4j-admin cannot be told apart from its own marks: use plain `kg sync`"
        )
    return quoted(ARRAYS.join(told))


_WRITE: Final[dict[type, Callable[[Any], str]]] = {
    str: quoted,
    int: str,
    float: _number,
    bool: lambda value: "true" if value else "false",
    date: date.isoformat,
    list: _array,
}


def _type(value: object) -> str:
    return f"{_TYPES[type(value[0])]}[]" if isinstance(value, list) else _TYPES[type(value)]
