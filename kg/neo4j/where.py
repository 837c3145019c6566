"""Which Neo4j server is meant: the one that is named, that of the environment, or the local one of the store."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from kg.errors import ServerError, UsageError
from kg.neo4j.connection import Address, is_uri
from kg.neo4j.local.home import USERNAME, Home

NOWHERE = "no Neo4j is named or running: `kg neo4j start` starts a local one, NEO4J_URI or an address names another"


def address(store: Path, uri: str | None = None) -> Address:
    """The server at `uri`; without one, that of `NEO4J_URI`, else the local server of the store in folder `store`.

    For the store's own server nothing else of the environment counts. User and password for others come from `NEO4J_USERNAME` and
    `NEO4J_PASSWORD`, or the user is asked on a terminal.
    Raises `ServerError` when there is no server to ask or no password for it, `UsageError` for what is no address.
    """
    named = uri or os.environ.get("NEO4J_URI")
    home = Home(store)
    running = home.running()
    if named is None:
        if running is None:
            raise ServerError(NOWHERE)
        return Address(running.uri, USERNAME, home.password())
    if re.search(r"//[^/]*@", named):
        raise UsageError("leave user and password out of the address: NEO4J_USERNAME and NEO4J_PASSWORD give them")
    if not is_uri(named):
        raise UsageError(f"{named!r} is no address of a Neo4j server: write neo4j://HOST, bolt://HOST:PORT, neo4j+s://HOST …")
    user, database = os.environ.get("NEO4J_USERNAME", USERNAME), os.environ.get("NEO4J_DATABASE")
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None and running is not None and is_same(named, running.uri):
        return Address(named, USERNAME, home.password(), database)
    return Address(named, user, _asked(named) if password is None else password, database)


def is_same(uri: str, local: str) -> bool:
    """Whether an address is that of the local server at `local`."""
    host, _, port = re.sub(r"^\w+://", "", uri).rstrip("/").partition(":")
    return host in ("127.0.0.1", "localhost") and (port or "7687") == local.rpartition(":")[2]


def _asked(uri: str) -> str:
    if not sys.stdin.isatty():
        raise ServerError(f"{uri}: no password: set NEO4J_PASSWORD")
    import typer

    return str(typer.prompt(f"password for {uri}", hide_input=True, err=True))
