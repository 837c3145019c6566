"""`kg neo4j`: the local Neo4j of a store."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.progress import bar_of
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable
from kg.cli.terminal import say
from kg.errors import ServerError, UsageError

if TYPE_CHECKING:
    from kg.neo4j.local.home import Home
    from kg.neo4j.local.jars import Step

app = typer.Typer(
    help="Start, stop and see the local Neo4j of a store.\n\nA real server, on this machine only; it needs no Docker and no Java. "
    'Needs the extra "neo4j".',
    rich_markup_mode=None,
)
_MAXIMUM_PORT = 65535


@app.command()
def start(
    port: Annotated[int | None, typer.Option(min=1024, max=_MAXIMUM_PORT, help="Its port.", show_default="7687, or a free one")] = None,
    heap: Annotated[str, typer.Option(metavar="SIZE", help="Java's heap at most: 512m, 2g.")] = "1g",
    store: o.StorePath = DEFAULT,
) -> int:
    """Start it, and wait until it answers.

    The first time on a machine some 140 MB are fetched. It goes on running when this command has ended.
    """
    from kg.neo4j.local import server

    home = _home(store)
    if not re.fullmatch(r"[1-9]\d*[kmg]", heap, re.IGNORECASE):
        raise UsageError(f"not a size of Java's heap: {heap!r}; write it as 512m or 2g")
    try:
        with bar_of("fetching Neo4j") as step:
            running, was_there = server.start(home, port=port, heap=heap, step=step or _announce())
    except KeyboardInterrupt:
        if server.alive(home):
            say("it goes on starting: `kg neo4j status` shows it, `kg neo4j stop` stops it")
        raise
    say(f"{running.uri} {'runs already' if was_there else 'is running'}; user neo4j, password in {home.password_file}")
    return 0


@app.command()
def stop(store: o.StorePath = DEFAULT) -> int:
    """Stop it; its data stays."""
    from kg.neo4j.local import server

    say("stopped" if server.stop(_home(store)) else "no server was running")
    return 0


@app.command()
def status(store: o.StorePath = DEFAULT, form: o.Format = None) -> int:
    """Show whether it runs, and how to reach it."""
    from kg.neo4j.local import server
    from kg.neo4j.local.home import USERNAME
    from kg.neo4j.local.jars import VERSION

    home = _home(store)
    running = server.alive(home)
    row = {
        "state": server.state(home),
        "uri": running.uri if running else None,
        "username": USERNAME,
        "password_file": str(home.password_file) if home.password_file.exists() else None,
        "process": running.pid if running else None,
        "megabytes": round(server.memory(running) / 1e6) if running else None,
        "version": VERSION,
        "folder": str(home.path),
    }
    show([row], tuple(row), form)
    return 0


@app.command()
def logs(
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="How many of the last lines.")] = 20, store: o.StorePath = DEFAULT
) -> int:
    """Show the last lines that it printed."""
    from kg.neo4j.local import server

    home = _home(store)
    said = server.last_lines(home, lines)
    if not said:
        raise ServerError(f"{home.console}: there is no log: no server was started for this store")
    typer.echo("\n".join(said))
    return 0


@app.command()
def path(store: o.StorePath = DEFAULT) -> int:
    """Print its folder: data, logs, settings."""
    typer.echo(str(_home(store).path))
    return 0


def _home(store: Path) -> Home:
    """The server's folder in that of the store, which must be there."""
    from kg.neo4j.local.home import Home

    with readable(store):
        return Home(store)


def _announce() -> Step:
    told: list[int] = []

    def step(_: int, of: int) -> None:
        if not told:
            say(f"fetching Neo4j: {of / 1e6:.0f} MB")
            told.append(of)

    return step
