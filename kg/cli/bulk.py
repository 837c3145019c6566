"""`kg sync --bulk`: an empty Neo4j from import files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.formats import RowFormat
from kg.cli.progress import Progress
from kg.cli.rows import show
from kg.cli.stores import readable, writable
from kg.cli.terminal import say
from kg.corpus import require
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from kg.neo4j.bulk.files import Origin, Step
    from kg.neo4j.local.home import Home


def bulk(store: Path, run: Path | None, to: str | None, files: Path | None, memory: int | None, form: RowFormat | None) -> int:
    """Fill the store's own server with the store, or with what a corpus run has read; with `files`, only write the import files there."""
    from kg.neo4j.bulk.offline import fill, own_server

    home = None if files else own_server(store, to)
    with _origin(store, run, make=files is None) as origin, Progress("writing") as progress:
        counts = fill(home, origin, memory=memory, step=_step(progress)) if home else _write(origin, files, _step(progress))
    show([{"what": what.replace("_", " "), "count": count} for what, count in counts.items()], ("what", "count"), form)
    say(_filled(home, run or store) if home else _to_do(files))
    return 0


def _step(progress: Progress) -> Step:
    return lambda done: progress.show(done, 0)


@contextmanager
def _origin(store: Path, run: Path | None, *, make: bool) -> Iterator[Origin]:
    """What is to be written; names in a run are minted under the base of the store, which with `make` is made where it is not there."""
    from kg.neo4j.bulk.sources import of_run, of_store

    if run is None:
        with readable(store) as opened:
            yield of_store(opened)
        return
    require()
    from kg.corpus.run import check_finished
    from kg.rdf import DEFAULT_BASE

    check_finished(run)
    base = DEFAULT_BASE
    if make or store.exists():
        with readable(store) if store.exists() else writable(store) as opened:
            base = opened.base
    yield of_run(run, base)


def _write(origin: Origin, files: Path | None, step: Step) -> dict[str, int]:
    from kg.neo4j.bulk.files import write

    assert files is not None
    if files.exists() and (not files.is_dir() or any(files.iterdir())):
        raise InputError(f"{files}: neither empty nor a new folder: give another --bulk-files")
    files.mkdir(parents=True, exist_ok=True)
    return write(origin, files, step)


def _filled(home: Home, what: Path) -> str:
    running = home.running()
    return f"{running.uri if running else home.path} runs, and is in step with {what}"


def _to_do(files: Path | None) -> str:
    database = os.environ.get("NEO4J_DATABASE", "neo4j")
    return (
        f"import files are in {files}: copy them to the server's machine, stop the database {database} there, and run in that folder:\n"
        f"  neo4j-admin database import full {database} --overwrite-destination @arguments.txt\n"
        "start it again, and make the indexes: cypher-shell -f schema.cypher"
    )


def check(run: Path | None, *, is_bulk: bool, others: dict[str, bool]) -> None:
    """Raise `UsageError` for what does not go together."""
    if run and not is_bulk:
        raise UsageError(f"kg sync {run}: the output of a corpus run goes to Neo4j with --bulk only; `kg load {run}` puts it into a store")
    for name, given in others.items():
        if given and is_bulk:
            raise UsageError(f"{name} does not go with --bulk, which fills an empty database")
