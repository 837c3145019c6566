"""Rows for reading on a terminal: a table, or, where that would not fit, one block of lines a row."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from kg.cli.formats import Row
from kg.cli.terminal import clean, one_line
from kg.rows import Value

_NARROW = 20
_LEAST_FOR_TEXT = 16
_GAP = 3
_OUR_NAME = re.compile(r"^https?://\S+[/#]([a-z]{3}_[a-z2-7]{16})$")


def write_table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """A table as wide as the terminal, long cells wrapped; columns without any value are left out; nothing, without rows."""
    if not rows:
        return
    kept = [column for column in columns if any(row.get(column) not in (None, "") for row in rows)]
    width = get_terminal_size((120, 24)).columns
    if _fits(rows, kept, width):
        console = _console(out, width)
        with console.capture() as printed:
            console.print(_table(rows, kept))
        out.writelines(f"{line.rstrip()}\n" for line in printed.get().splitlines())
    else:
        out.write("\n".join(_block(row, kept, width) for row in rows))


def shown(value: Value) -> str:
    """A value as a reader wants it: scores to two places; of our own names only the end, by which commands find them, too."""
    if isinstance(value, str) and (name := _OUR_NAME.search(value)):
        return name[1]
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else clean(str(value))


def _fits(rows: Sequence[Row], columns: Sequence[str], width: int) -> bool:
    needed = (min(_widest(rows, column), max(_LEAST_FOR_TEXT, len(column), _NARROW * _is_narrow(rows, column))) for column in columns)
    return sum(needed) + _GAP * (len(columns) - 1) <= width


def _table(rows: Sequence[Row], columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        justify: JustifyMethod = "right" if _is_number(rows, column) else "left"
        table.add_column(Text(clean(column)), overflow="fold", no_wrap=_is_narrow(rows, column), justify=justify)
    for row in rows:
        table.add_row(*(Text(shown(row.get(column))) for column in columns))
    return table


def _block(row: Row, columns: Sequence[str], width: int) -> str:
    label = max(len(column) for column in columns) + 2
    pairs = [(column, one_line(shown(row.get(column)))) for column in columns]
    lines = (_hanging(f"{clean(column):<{label}}", text, max(width - label, _LEAST_FOR_TEXT)) for column, text in pairs if text)
    return "".join(f"{line}\n" for line in lines)


def _hanging(label: str, text: str, width: int) -> str:
    return label + f"\n{' ' * len(label)}".join(wrap(text, width))


def _console(out: TextIO, width: int) -> Console:
    return Console(file=out, width=width, markup=False, emoji=False, highlight=False, no_color=bool(os.environ.get("NO_COLOR")))


def _widest(rows: Sequence[Row], column: str) -> int:
    return max(len(column), *(len(shown(row.get(column))) for row in rows))


def _is_narrow(rows: Sequence[Row], column: str) -> bool:
    return _widest(rows, column) <= _NARROW


def _is_number(rows: Sequence[Row], column: str) -> bool:
    return any(isinstance(row.get(column), int | float) for row in rows)
