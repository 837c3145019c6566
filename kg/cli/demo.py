"""`kg demo`: the main job on a sample article that ships with the package."""

from __future__ import annotations

import shlex
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import RowFormat
from kg.cli.load import load
from kg.cli.lookups import contradictions, who_said
from kg.cli.provenance import provenance
from kg.cli.stores import readable
from kg.errors import StoreError
from kg.rows import Value

_HINTS = """
Next, for example:
  kg load ARTICLE.txt        your own article, into ./kg.db
  kg query                   the other questions that have names
  kg export -o graph.ttl     the graph as Turtle
The demo's store: --store {store} (delete its folder when you are done)."""


def demo(
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", parser=o.to_folder, metavar="<path>", help="A new folder for the store.", show_default="a new temporary one"
        ),
    ] = None,
) -> int:
    """See it work on a sample article.

    Loads the sample and shows who said what, a contradiction and its provenance, each with the command that you would type.
    """
    path = store or Path(tempfile.mkdtemp(prefix="kg-demo-")) / "kg.db"
    if path.is_dir() and any(path.iterdir()):
        raise StoreError(f"{path}: something is there already, which the demo would be mixed with: name a new folder, or leave --store out")
    with as_file(files("kg").joinpath("samples")) as samples:
        texts = sorted(str(sample) for sample in samples.glob("*.txt"))
        _typed("load", *texts, store=path)
        code = load(texts, path, form=RowFormat.table)
    if code:
        return code
    for found in _contradiction(path):
        speaker, attribution = str(found["other_speaker"]), str(found["attribution"]).rpartition("/")[2]
        _typed("who-said", speaker, store=path)
        who_said(speaker, store=str(path), form=RowFormat.table)
        _typed("contradictions", store=path)
        contradictions(store=str(path), form=RowFormat.table)
        _typed("provenance", attribution, store=path)
        provenance(attribution, store=str(path), form=RowFormat.table)
    typer.echo(_HINTS.format(store=shlex.quote(str(path))))
    return 0


def _contradiction(path: Path) -> list[dict[str, Value]]:
    with readable(path) as opened:
        return [row for row in opened.query("contradictions") if row["other_speaker"]][:1]


def _typed(*words: str, store: Path) -> None:
    typer.echo(f"\n$ kg {shlex.join([*words, '--store', str(store)])}")
