"""`kg entities`, `kg merge`, `kg split`: who is who across articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.querying import answer
from kg.cli.stores import DEFAULT, asked, writable
from kg.cli.terminal import say
from kg.errors import InputError
from kg.plurals import many


def entities(
    name: Annotated[str | None, typer.Argument(help="Only those that an article calls so.", show_default=False)] = None,
    known: Annotated[
        Path | None,
        typer.Option(help="A file of lines NAME, tab, IRI: what these entities are elsewhere; noted first.", show_default=False),
    ] = None,
    limit: o.Limit = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """List entities that several articles speak of.

    They are computed from merges and splits, by rules (kg link) or by people (kg merge, kg split).
    """
    if known is not None:
        with writable(Path(store or DEFAULT), create=False) as opened:
            say(f"{many(opened.know(_pairs(known)), 'entity', 'entities')} newly known elsewhere")
    with asked(store, as_of) as opened:
        answer(opened, "entities", {"entity": name, "limit": limit}, form, wide=wide, output=output)
    return 0


def _pairs(path: Path) -> list[tuple[str, str]]:
    try:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    for number, row in enumerate(rows, 1):
        if len(row) < 2 or ":" not in row[1]:
            raise InputError(f"{path}: line {number} is not a name, a tab and an IRI")
    return [(row[0], row[1]) for row in rows]


def merge(
    one: Annotated[str, typer.Argument(help="An entity or mention: IRI, or a name that only one has.", show_default=False)],
    other: Annotated[str, typer.Argument(help="Another.", show_default=False)],
    anyway: Annotated[bool, typer.Option("--anyway", help="Also a person and a place, or other kinds that are never one.")] = False,
    because: o.Because = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Say that two entities are one.

    What was said under one name is found by the other, too, unless others have that name as well. It can be undone with kg split;
    article graphs do not change.
    """
    with writable(store, create=False, by=by) as opened:
        unexpected = opened.merge(one, other, reason=because, anyway=anyway)
    for line in unexpected:
        say(line)
    say(f"{one} and {other} are one entity in {store}")
    return 0


def split(
    one: Annotated[
        str,
        typer.Argument(help="A mention (men_…): IRI, or a name that only one mention has, or by which it was merged.", show_default=False),
    ],
    other: Annotated[str, typer.Argument(help="Another.", show_default=False)],
    because: o.Because = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Say that two mentions are not one entity.

    No rule joins them again, directly or through others; kg merge undoes it.
    """
    with writable(store, create=False, by=by) as opened:
        opened.split(one, other, reason=because)
    say(f"{one} and {other} are apart in {store}")
    return 0
