"""The table of commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli.demo import demo
from kg.cli.extract import extract
from kg.cli.load import load
from kg.cli.lookups import contradictions, who_said
from kg.cli.plugins import loaders
from kg.cli.provenance import provenance
from kg.cli.querying import query
from kg.cli.sparql import sparql
from kg.cli.transfer import export, import_
from kg.cli.upkeep import delete, stats
from kg.cli.validating import validate

app = typer.Typer(
    name="kg",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 some documents failed, 4 violations found, 130 interrupted.",
)


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _kg(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No words on stderr but errors; may stand anywhere.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback with an error; may stand anywhere.")] = False,
) -> None:
    """Who said what, in which exact words, and who disputes it: a knowledge graph of claims, read from news articles."""


_COMMANDS: dict[str, Callable[..., int]] = {
    "demo": demo,
    "load": load,
    "extract": extract,
    "who-said": who_said,
    "contradictions": contradictions,
    "provenance": provenance,
    "query": query,
    "sparql": sparql,
    "stats": stats,
    "export": export,
    "import": import_,
    "validate": validate,
    "delete": delete,
    "loaders": loaders,
}
for _name, _function in _COMMANDS.items():
    app.command(_name)(_function)
