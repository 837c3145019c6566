"""The table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

_COMMANDS = {
    "demo": "demo:demo",
    "load": "load:load",
    "extract": "extract:extract",
    "link": "linking:link",
    "corpus": "corpus:corpus",
    "who-said": "lookups:who_said",
    "contradictions": "lookups:contradictions",
    "corroboration": "verifying:corroboration",
    "verify": "verifying:verify",
    "entities": "entities:entities",
    "merge": "entities:merge",
    "split": "entities:split",
    "graph": "graph:graph",
    "report": "report:report",
    "provenance": "provenance:provenance",
    "query": "querying:query",
    "sparql": "sparql:sparql",
    "stats": "upkeep:stats",
    "sync": "sync:sync",
    "cypher": "cypher:cypher",
    "neo4j": "server:app",
    "export": "transfer:export",
    "import": "transfer:import_",
    "validate": "validating:validate",
    "review": "reviewing:review",
    "reread": "rereading:reread",
    "diff": "history:diff",
    "retract": "history:retract",
    "check": "checking:check",
    "optimize": "optimizing:optimize",
    "backup": "backing:backup",
    "restore": "backing:restore",
    "delete": "upkeep:delete",
    "log": "history:log",
    "loaders": "plugins:loaders",
}
"""Command to module and function: a module is imported only when its command is called, or help is asked for."""


def build(words: Sequence[str] = ()) -> typer.Typer:
    """The application for one command line: with the one command that `words` call, else with all."""
    app = typer.Typer(
        name="kg",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 some documents failed, 4 violations found, 130 interrupted.",
    )
    app.callback()(_kg)
    called = [words[0]] if words and words[0] in _COMMANDS else list(_COMMANDS)
    for name in called:
        module, _, function = _COMMANDS[name].partition(":")
        command = getattr(import_module(f"kg.cli.{module}"), function)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


def _kg(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No words on stderr but errors; may stand anywhere.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback with an error; may stand anywhere.")] = False,
) -> None:
    """Who said what, in which exact words, and who disputes it: a knowledge graph of claims, read from news articles."""
