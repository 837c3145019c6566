"""Rows in the six formats of `--format`."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TextIO, TypeAlias

from kg.cli.terminal import clean, one_line
from kg.rows import Value

Row: TypeAlias = Mapping[str, Value]
_FORMULA = re.compile(r"^[\s\x00-\x20]*[=+\-@＝＋－＠|%]|^[\t\r\n]")
_C1 = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class RowFormat(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    markdown = "markdown"


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: RowFormat, out: TextIO) -> None:
    """Write `rows` to `out`; rows come as they come, only a table needs them all."""
    _WRITERS[form](rows, columns, out)


def to_json(value: object, indent: int | None = None) -> str:
    """JSON in which no character can steer a terminal; non-ASCII letters stay themselves."""
    text = json.dumps(value, ensure_ascii=False, default=str, indent=indent)
    return _C1.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _jsonl(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    out.writelines(to_json({column: row.get(column) for column in columns}) + "\n" for row in rows)


def _json(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    out.write(to_json([{column: row.get(column) for column in columns} for row in rows], indent=2) + "\n")


def _csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def _tsv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    out.write("\t".join(columns) + "\n")
    out.writelines("\t".join(one_line(str(_cell(row.get(column)))) for column in columns) + "\n" for row in rows)


def _cell(value: Value) -> Value:
    """A value that a spreadsheet will not take for a formula: text that looks like one gets an apostrophe in front."""
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{clean(value)}" if _FORMULA.match(value) else clean(value)


def _markdown(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    out.write(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n")
    out.writelines(f"| {' | '.join(_markdown_cell(row.get(column)) for column in columns)} |\n" for row in rows)


def _markdown_cell(value: Value) -> str:
    return re.sub(r"([\\|<>`*_\[\]])", r"\\\1", one_line("" if value is None else str(value)))


def _table(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    from kg.cli.table import write_table

    write_table(list(rows), columns, out)


_WRITERS: dict[RowFormat, Callable[[Iterable[Row], Sequence[str], TextIO], None]] = {
    RowFormat.table: _table,
    RowFormat.json: _json,
    RowFormat.jsonl: _jsonl,
    RowFormat.csv: _csv,
    RowFormat.tsv: _tsv,
    RowFormat.markdown: _markdown,
}
