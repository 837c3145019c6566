"""`kg backup`, `kg restore`: whole copies of a store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli import options as o
from kg.cli.stores import DEFAULT, readable, refuse_running, writable
from kg.cli.terminal import say
from kg.plurals import many


def backup(
    target: Annotated[Path, typer.Argument(metavar="DEST", help="A new folder for the copy.", show_default=False)],
    store: o.StorePath = DEFAULT,
) -> int:
    """Copy a store, to be put back.

    With its history, and a checksum of every file. Nobody may write to the store meanwhile; one that may only be read is
    copied, too. What can be made again is left out: indexes, and the data of a local Neo4j.
    """
    with writable(store, create=False) if os.access(store, os.W_OK) or not store.exists() else readable(store) as opened:
        made = opened.backup(target)
    say(f"{_told(made)} of {store} copied to {target}")
    return 0


def restore(
    source: Annotated[Path, typer.Argument(metavar="SRC", help="A folder that kg backup made.", show_default=False)],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the store that is there.")] = False,
    store: o.StorePath = DEFAULT,
) -> int:
    """Put a backup back.

    Nothing is touched unless every file is what it was when the backup was made. Afterwards kg sync brings Neo4j into step.
    """
    from kg.store.backup import restore_backup

    refuse_running(store)
    made = restore_backup(source, store, replace=replace)
    say(f"{_told(made)} of {made['made_at']} put back to {store}")
    return 0


def _told(made: dict[str, Any]) -> str:
    counts = made["statements"]
    history = f", and {counts['history']:,} of its history" if counts.get("history") else ""
    return f"{many(counts.get('live', 0), 'statement')}{history}"
