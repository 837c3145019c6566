"""Rows to stdout, in the format that was asked for or that fits where they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.cli.formats import Row, RowFormat, write_rows
from kg.cli.output import text_output
from kg.cli.terminal import on_terminal, say
from kg.rows import main_columns


def show(
    rows: Iterable[Row],
    columns: Sequence[str],
    form: RowFormat | None,
    *,
    wide: bool = True,
    output: str = "-",
    nothing: str | None = "no rows",
) -> None:
    """Write `rows` to `output`; a table that is not `wide` leaves out the columns of detail, and of one without rows it is said that there
    is `nothing`, unless the caller said so (None)."""
    chosen = form or fitting(output)
    if chosen is RowFormat.table and not (rows := list(rows)) and nothing is not None:
        say(nothing)
    main = main_columns(columns)
    shown = main if main and chosen is RowFormat.table and not wide else columns
    with text_output(output) as out:
        write_rows(rows, shown, chosen, out)


def is_for_people(form: RowFormat | None, output: str) -> bool:
    """Whether rows are written as a table."""
    return (form or fitting(output)) is RowFormat.table


def fitting(output: str) -> RowFormat:
    """The format for `output` when none was asked for: by the file's ending; a table on a terminal; else JSONL."""
    if output == "-":
        return RowFormat.table if on_terminal() else RowFormat.jsonl
    ending = output.rpartition(".")[2].lower()
    return RowFormat.markdown if ending == "md" else RowFormat(ending) if ending in RowFormat.__members__ else RowFormat.jsonl
