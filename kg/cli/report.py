"""`kg report`: a page for the browser."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.nothing import instead_of
from kg.cli.output import text_output
from kg.cli.stores import DEFAULT, is_address, readable
from kg.cli.terminal import say
from kg.errors import QueryError, UsageError
from kg.meant import names_of
from kg.plurals import many

if TYPE_CHECKING:
    from kg.store import Store

_BACK = "kg import --from ADDRESS makes one of what Neo4j holds"


def report(
    article: Annotated[list[str] | None, typer.Option(help="This article: its IRI, address, id or file name; may be repeated.")] = None,
    about: Annotated[str | None, typer.Option(help="What is said about this person, organization, place or group.")] = None,
    speaker: Annotated[str | None, typer.Option(help="What this speaker said, or others on its behalf.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="All of the store; so it is when nothing else is asked for.")] = False,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="The articles' whole texts, not only the sentences that hold what is said.")
    ] = False,
    possible: Annotated[bool, typer.Option("--possible", help="Also contradictions that are only possible: scores below 0.4.")] = False,
    min_score: o.MinScore = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The page to write; - is standard output.")] = "report.html",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over FILE also where it is no report.")] = False,
    as_of: o.AsOf = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Write a report for the browser.

    One HTML file that needs no network: articles with what is said in them marked, accounts side by side that exclude each other, a
    graph, a timeline, and a table of all claims. A large store gives pages by topic, in a folder beside FILE, which is their index.
    An older report is written over.
    """
    if all_ and (article or about or speaker):
        raise UsageError("--all is all of the store: leave out --article, --about and --speaker, or --all")
    from kg.report import Scope, gather, page, write_report
    from kg.report.page import is_ours

    target = None if output == "-" else _file(output)
    if target and target.is_file() and not overwrite and not is_ours(target):
        raise UsageError(f"{output} is there already, and no report: name another file with -o, or write over it with --overwrite")
    scope = Scope(tuple(article or ()), about, speaker, min_score, possible, as_of)
    with _folder(store, as_of) as opened:
        if scope.narrow and not len(opened.exactly("who-said", about=about, speaker=speaker, min_score=min_score)):
            instead = instead_of(opened, "who-said", {"about": about, "speaker": speaker}, "report")
            names = names_of("who-said", instead or {})
            if not instead or not len(opened.exactly("who-said", **instead, min_score=min_score)):
                raise QueryError("no page was written: it would be empty")
            scope = replace(scope, about=names.get("about"), speaker=names.get("speaker"))
        if min_score is not None and not any(
            len(opened.query(name, min_score=min_score, limit=1)) for name in ("who-said", "unattributed")
        ):
            raise QueryError(f"no page was written: nothing scores {min_score:g} or more")
        if target is None:
            with text_output(output) as out:
                out.write(page(gather(opened, scope), full_text=full_text))
            return 0
        done = write_report(opened, scope, target, full_text=full_text)
    pages = "" if done.pages == 1 else f", {done.pages} pages"
    say(f"{many(done.articles, 'article')}, {many(done.attributions, 'attribution')}{pages}: open {done.path}")
    return 0


def _folder(store: Path, as_of: str | None) -> Store:
    """The store to report on, which must lie in a folder."""
    if is_address(store):
        raise UsageError(f"a report is made from the folder of a store, and that is an address: {_BACK}")
    if store == DEFAULT and os.environ.get("NEO4J_URI"):
        if not store.exists():
            raise UsageError(f"a report is made from the folder of a store, not from NEO4J_URI, and there is no {store} here: {_BACK}")
        say(f"a report is made from the folder of a store: {store}, not NEO4J_URI")
    return readable(store, as_of)


def _file(name: str) -> Path:
    if not name:
        raise UsageError("-o needs the name of a file, or - for standard output")
    path = Path(name)
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"cannot write to {name}: {'it is a folder' if path.is_dir() else 'its folder does not exist'}")
    return path
