"""Rows to stdout, in the format that was asked for or that fits where they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.cli.formats import Row, RowFormat, write_rows
from kg.cli.output import text_output
from kg.cli.terminal import on_terminal


def show(rows: Iterable[Row], columns: Sequence[str], form: RowFormat | None, main: Sequence[str] = (), output: str = "-") -> None:
    """Write `rows` to `output`; a table shows only the `main` columns, where any are named."""
    chosen = form or fitting(output)
    shown = [column for column in main if column in columns] if chosen is RowFormat.table and main else list(columns)
    with text_output(output) as out:
        write_rows(rows, shown, chosen, out)


def fitting(output: str) -> RowFormat:
    """The format for `output` when none was asked for: by the file's ending; a table on a terminal; else JSONL."""
    if output == "-":
        return RowFormat.table if on_terminal() else RowFormat.jsonl
    ending = output.rpartition(".")[2].lower()
    return RowFormat.markdown if ending == "md" else RowFormat(ending) if ending in RowFormat.__members__ else RowFormat.jsonl
