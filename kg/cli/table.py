"""Rows as a table for reading on a terminal."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TextIO

from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from kg.cli.formats import Row
from kg.cli.terminal import clean
from kg.rows import Value

_NARROW = 20
_OUR_NAME = re.compile(r"^https?://\S+[/#]([a-z]{3}_[a-z2-7]{16})$")


def write_table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """A table as wide as the terminal, long cells wrapped; columns without any value are left out."""
    kept = [column for column in columns if any(row.get(column) not in (None, "") for row in rows)] or list(columns)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in kept:
        justify: JustifyMethod = "right" if _is_number(rows, column) else "left"
        table.add_column(Text(clean(column)), overflow="fold", no_wrap=_is_narrow(rows, column), justify=justify)
    for row in rows:
        table.add_row(*(Text(shown(row.get(column))) for column in kept))
    _console(out).print(table)


def _console(out: TextIO) -> Console:
    width = get_terminal_size((120, 24)).columns
    return Console(file=out, width=width, markup=False, emoji=False, highlight=False, no_color=bool(os.environ.get("NO_COLOR")))


def shown(value: Value) -> str:
    """A value as a reader wants it: scores to two places; of our own names only the end, by which commands find them, too."""
    if isinstance(value, str) and (name := _OUR_NAME.search(value)):
        return name[1]
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else clean(str(value))


def _is_narrow(rows: Sequence[Row], column: str) -> bool:
    return all(len(shown(row.get(column))) <= _NARROW for row in rows)


def _is_number(rows: Sequence[Row], column: str) -> bool:
    return any(isinstance(row.get(column), int | float) for row in rows)
