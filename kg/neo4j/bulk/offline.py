"""Importing into a store's own server: it is stopped, its empty database made from files, and it is started again."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, LiteralString

from kg.errors import ServerError
from kg.neo4j.bulk.files import ARGUMENTS, Origin, Step, write
from kg.neo4j.connection import Connection
from kg.neo4j.local import jars, java
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.schema import make
from kg.neo4j.where import is_same

DATABASE: Final = "neo4j"
_HEAP: Final = "1g"
_INDEXES: Final[LiteralString] = """
    SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' AND NOT name IN ['kg_iri', 'kg_graph', 'kg_names', 'kg_texts']
    RETURN count(name) AS held
"""
_NODES: Final[LiteralString] = "RETURN COUNT { () } AS held"
_IMPORTED: Final = re.compile(r"^\s*(\d+) (nodes|relationships)$", re.MULTILINE)


def fill(home: Home, origin: Origin, *, memory: int | None = None, step: Step | None = None) -> dict[str, int]:
    """Put `origin` into the server of `home`, which is left running, with all indexes; counts as of `sync`.

    `memory` is how many bytes the importer may have beside Java's heap of 1 GB; None leaves it to Neo4j (most of what is free). Import
    files take about as much disk as the database for a while. Raises `ServerError`, with nothing changed, when the database is not empty;
    when the import fails it is empty as before.
    """
    java.java()
    home.make()
    _check_empty(home)
    local.stop(home)
    with local.alone(home), TemporaryDirectory(prefix="bulk-", dir=home.path) as folder:
        counts = write(origin, Path(folder), step)
        _import(home, Path(folder), counts, memory)
    running, _ = local.start(home)
    with Connection(local.address(home, running)) as server:
        return counts | {"indexes_added": make(server)}


def own_server(store: Path, to: str | None) -> Home:
    """The server of the store in the folder `store`, running or not. Raises `ServerError` when another one is meant, whose files are not
    ours to reach."""
    home = Home(store)
    running, named = home.running(), to or os.environ.get("NEO4J_URI")
    if named is None or (running is not None and is_same(named, running.uri)):
        return home
    raise ServerError(
        f"{named}: --bulk works on the files of a stopped server, and those of this one cannot be reached: --bulk-files DIR writes what "
        "neo4j-admin reads there; plain `kg sync` goes through the server"
    )


def _check_empty(home: Home) -> None:
    """What the server holds is known only when it runs; one that never ran holds nothing."""
    if not home.database.is_dir():
        return
    running, _ = local.start(home)
    with Connection(local.address(home, running)) as server:
        if any(server.read(what)[0]["held"] for what in (_NODES, _INDEXES)):
            raise ServerError(
                f"{server.place}: this database is not empty, and a bulk load makes it anew: use plain `kg sync`, or empty it first"
            )


def _import(home: Home, folder: Path, counts: dict[str, int], memory: int | None) -> None:
    classpath = jars.ready(jars.cache(), jars.listed())
    if not home.is_set_up:
        home.write_settings(local.USUAL_PORT)
    limit = () if memory is None else (f"--max-off-heap-memory={memory}",)
    report = f"--report-file={home.path / 'logs' / 'import.report'}"
    home.importing.touch()
    try:
        options = ("--overwrite-destination", "--verbose", *limit, report)
        said = java.administer(
            home, classpath, "database", "import", "full", DATABASE, *options, f"@{ARGUMENTS}", heap=_HEAP, folder=folder
        )
        found = {f"{kind}_created": int(number) for number, kind in _IMPORTED.findall(said)}
        if any(found.get(name) != counts[name] for name in ("nodes_created", "relationships_created")):
            raise ServerError(f"neo4j-admin imported {found}, not {counts}: nothing was kept")
        home.importing.unlink()
    finally:
        home.drop_half_imported()
