"""`kg corpus`: reading more than fits one command's patience."""

from __future__ import annotations

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.documents import Request, opener_of, sources_of
from kg.cli.progress import Progress
from kg.cli.terminal import complain, say
from kg.corpus import is_run, require
from kg.errors import InputError, UsageError
from kg.loaders.base import Given
from kg.plurals import many

if TYPE_CHECKING:
    from kg.corpus.run import State
    from kg.corpus.settings import Settings

_MOST_LISTED = 20
_MEMORY = 4_000_000_000

corpus = typer.Typer(help="Read many articles, in several processes.", no_args_is_help=True)

Inputs = Annotated[
    list[str] | None,
    typer.Argument(parser=o.to_input, metavar="[PATH...]", help="Files, folders or patterns; none, to go on with the run in --out."),
]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to; a run that was left there is gone on with.")]
Workers = Annotated[int | None, typer.Option(min=1, help="How many processes read.", show_default="one a processor")]
ShardSize = Annotated[
    int | None,
    typer.Option(parser=o.to_bytes, metavar="SIZE", help="How much input makes a shard.", show_default="4MB, less for a small run"),
]
Memory = Annotated[
    int | None,
    typer.Option("--worker-memory", parser=o.to_bytes, metavar="SIZE", help="How much memory a process may have.", show_default="4GB"),
]


class EngineName(StrEnum):
    """What the processes are run by."""

    processes = "processes"
    daft = "daft"


Engine = Annotated[EngineName, typer.Option(help="What runs the processes: this command, or Daft (with DAFT_RUNNER=ray on a cluster).")]


@corpus.command("run")
def run(
    out: Out,
    paths: Inputs = None,
    workers: Workers = None,
    shard_size: ShardSize = None,
    worker_memory: Memory = None,
    engine: Engine = EngineName.processes,
    published: o.Published = None,
    publisher: o.Publisher = None,
    loader: o.LoaderName = None,
    lang: o.Lang = None,
    encoding: o.Encoding = None,
    max_size: o.MaxSize = None,
    field: o.Fields = None,
    model: o.Model = None,
) -> int:
    """Read articles to Parquet files, shard by shard.

    A shard appears whole or not at all: a run that was interrupted is gone on with by the same command, or with --out alone. A document
    that cannot be read is a row in a table of errors, one that --lang skips in another. `kg load DIR` puts what was read into a store.
    """
    require()
    from kg.corpus.run import begin, go_on
    from kg.corpus.settings import stored

    given = o.given(None, None, None, published, publisher, encoding, field)
    crew = workers or _processors()
    if paths or not is_run(out):
        request = Request(tuple(paths or ()), given, loader, "-", max_size, language=lang)
        if not paths:
            raise UsageError(f"nothing to read: name files or folders, or the --out of a run that was begun; {out} holds none")
        settings = _settings(request, model)
        begin(out, settings, sources_of(request, opener_of(request), _refuse), crew, shard_size)
    else:
        _check_reader(out, stored(out))
    with Progress("reading") as progress:
        state = go_on(out, crew, worker_memory or _MEMORY, lambda state: _show(progress, state), by_daft=engine is EngineName.daft)
    return _report(out, state, stored(out))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _settings(request: Request, model: str | None) -> Settings:
    from kg import __version__
    from kg.corpus.settings import Settings
    from kg.reading.network.reader import digest

    given: Given = request.given
    return Settings(
        inputs=request.paths,
        extractor=__version__,
        model_sha256=digest(model),
        loader=request.loader,
        max_bytes=request.max_bytes,
        model=model,
        date=given.date.isoformat() if given.date else None,
        publisher=given.publisher,
        encoding=given.encoding,
        fields=given.fields,
        language=request.language,
    )


def _check_reader(out: Path, settings: Settings) -> None:
    """Raise `UsageError` when this version, or the weights that are there now, are not those that the run began with."""
    from kg import __version__
    from kg.corpus.settings import check_same
    from kg.reading.network.reader import digest

    check_same(out, settings, replace(settings, extractor=__version__, model_sha256=digest(settings.model)))


def _refuse(line: str) -> None:
    raise InputError(line)


def _show(progress: Progress, state: State) -> None:
    progress.show(state.articles + state.under_way, state.errors, (state.finished, state.shards))


def _report(out: Path, state: State, settings: Settings) -> int:
    from kg.cli.documents import SOME_FAILED
    from kg.corpus.run import failures

    shards = f"{state.finished:,} of {many(state.shards, 'shard')} {'is' if state.finished == 1 else 'are'}"
    say(f"{many(state.articles, 'article')} read in this run; {shards} finished in {out}")
    if state.skipped:
        say(f"{state.skipped:,} in another language {'was' if state.skipped == 1 else 'were'} skipped: {out}/*/skipped.parquet says which")
    if state.alike:
        say(f"{state.alike:,} are much like an earlier one: {out / 'near-duplicates.parquet'} says which")
    listed = 0
    for doc, error in failures(out):
        listed += 1
        if listed <= _MOST_LISTED:
            complain(f"error: {doc}: {error}")
    if listed > _MOST_LISTED:
        complain(f"… and {listed - _MOST_LISTED:,} more, in {out}/*/errors.parquet")
    return SOME_FAILED if listed else 0
