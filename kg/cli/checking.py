"""`kg check`: whether a store is what it should be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable, writable
from kg.cli.terminal import say
from kg.cli.validating import VIOLATIONS
from kg.errors import StoreDamaged
from kg.plurals import many

if TYPE_CHECKING:
    from kg.checking import Problem
    from kg.store import Store


def check(
    to: Annotated[
        str | None, typer.Option("--to", metavar="ADDRESS", help="A Neo4j that must be in step with the store.", show_default="none")
    ] = None,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended without losing anything.")] = False,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    output: o.Output = "-",
) -> int:
    """Check that a store is sound.

    Compares the files of the databases and the length of the log with what they were when the store was last closed, and reads every
    statement; those in files that a killed command wrote in most orders that they are kept in. Then every offset against its text and its
    name, decisions that cannot be applied, links that lead nowhere, the indexes, what killed commands left, and with --to whether Neo4j
    holds the same. Every problem is a row with its remedy, and the exit code is 4 when one is left. kg validate checks it against the
    ontology's shapes.
    """
    from kg.checking import unopened

    try:
        left, mended = _checked(store, to, repair=repair)
    except StoreDamaged as error:
        left, mended = unopened(store, error), 0
    rows: list[Row] = [{"part": p.part, "thing": p.thing, "problem": p.problem, "remedy": p.remedy} for p in left]
    if rows:
        show(rows, ("part", "thing", "problem", "remedy"), form, output=output)
    say(f"{store}: {many(len(left), 'problem') if left else 'no problems'}{f', {mended} mended' if mended else ''}")
    return VIOLATIONS if left else 0


def _checked(store: Path, to: str | None, *, repair: bool) -> tuple[list[Problem], int]:
    """What is wrong, and how much of it was mended."""
    from kg.checking import mend, undescribed

    lost = list(undescribed(store))
    anew = mend(lost) if repair else 0
    if len(lost) > anew:
        return lost, 0
    with writable(store, create=False) if repair else readable(store) as opened:
        found = _all(opened, store, to)
        mended = mend(found) if repair else 0
        return _all(opened, store, to) if mended else found, mended + anew


def _all(opened: Store, store: Path, to: str | None) -> list[Problem]:
    from kg.checking import check

    found = list(dict.fromkeys(check(opened)))
    if to is not None:
        from kg.checking.mirror import out_of_step
        from kg.neo4j.where import address

        found += out_of_step(opened, address(store, to))
    return found
