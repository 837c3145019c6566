"""`kg sync`: the store into Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.bulk import bulk, check
from kg.cli.progress import bar_of
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable
from kg.cli.terminal import say


def sync(
    run: Annotated[
        Path | None, typer.Argument(metavar="[RUN]", help="With --bulk: the output of a corpus run, in place of the store.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ADDRESS", help="The Neo4j to write to.", show_default="NEO4J_URI, else own")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be written.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Compare what is there with the store, too, and mend it.")] = False,
    take_over: Annotated[bool, typer.Option("--take-over", help="Replace what another store put into that database.")] = False,
    is_bulk: Annotated[bool, typer.Option("--bulk", help="Fill an empty database, several times faster.")] = False,
    bulk_files: Annotated[
        Path | None, typer.Option("--bulk-files", metavar="DIR", help="Only write the import files, for a server elsewhere.")
    ] = None,
    bulk_memory: Annotated[
        int | None, typer.Option("--bulk-memory", parser=o.to_bytes, metavar="SIZE", help="Memory of the import.", show_default="as Neo4j")
    ] = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
) -> int:
    """Write what changed to Neo4j.

    Afterwards it holds what the store holds; a second run writes nothing. What others keep in the same database is not touched; what
    they changed in ours is noticed with --full only. NEO4J_URI, with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, names a
    server; without it, it is the store's own, started by kg neo4j start.

    --bulk fills an empty database with neo4j-admin, which works on the files of a stopped server: the store's own, which it stops and
    starts. For another server, --bulk-files writes what neo4j-admin reads, and says what to run there.
    """
    is_bulk = is_bulk or bulk_files is not None
    check(run, is_bulk=is_bulk, others={"--dry-run": dry_run, "--full": full, "--take-over": take_over})
    if is_bulk:
        return bulk(Path(store), run, to, bulk_files, bulk_memory, form)
    from kg.neo4j.connection import Connection
    from kg.neo4j.sync import sync as write
    from kg.neo4j.where import address

    with readable(store) as opened, Connection(address(Path(store), to)) as server, bar_of("writing") as step:
        counts = write(opened, server, dry_run=dry_run, full=full, take_over=take_over, step=step)
    show([{"what": what.replace("_", " "), "count": count} for what, count in counts.items()], ("what", "count"), form)
    say(f"{server.place} {'would be' if dry_run else 'is'} in step with {store}")
    return 0
