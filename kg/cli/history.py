"""`kg diff`, `kg retract`, `kg log`: what was, what shall not count, and what was done."""

from __future__ import annotations

from datetime import date, datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.output import binary_output
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable, writable
from kg.cli.terminal import say
from kg.cli.transfer import GraphFormat
from kg.errors import UsageError
from kg.plurals import many
from kg.rdf.logged import Act, in_seconds

if TYPE_CHECKING:
    from kg.rdf.logged import Entry
    from kg.store import Store

ACTS = get_args(Act)
_WORDS = 80  # characters of what a decision, merge or split is about
_LOG = ("number", "at", "act", "what", "note", "by", "software", "concerns", "entry")


def diff(
    article: Annotated[str, typer.Argument(help="An article: its IRI, address, id or file name.", show_default=False)],
    other: Annotated[
        str | None, typer.Argument(help="Compare with this version or article (art_…) instead of the version before.", show_default=False)
    ] = None,
    versions: Annotated[bool, typer.Option("--versions", help="List the versions of the article instead.")] = False,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show what changed in an article.

    Claims that appeared or vanished, that are worded otherwise, or attributed to somebody else, from the version before to the one that
    counts. A version is another text, or another reading of the same.
    """
    with readable(store) as opened:
        if versions:
            rows: list[Row] = [_version(one.article, one.graph, one.since, one.state) for one in opened.versions(article)]
            show(rows, ("article", "state", "since", "graph"), form, output=output)
            return 0
        found = opened.diff(article, other)
    if not len(found):
        say("no difference: the same claims, in the same words, by the same speakers")
    show(found, found.columns, form, wide=wide, output=output, nothing=None)
    return 0


def _version(article: str, graph: str, since: datetime | None, state: str) -> Row:
    return {"article": article, "state": state, "since": since.isoformat(timespec="seconds") if since else None, "graph": graph}


def retract(
    what: Annotated[str, typer.Argument(help="An article, as for kg delete; a claim (clm_…) or attribution (att_…).", show_default=False)],
    reason: Annotated[str | None, typer.Option("--reason", "--because", help="Why: it is kept with the record.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Put back what was retracted.")] = False,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
) -> int:
    """Take an article or claim out of what counts.

    It is in no answer, count or export any more, and out of Neo4j with the next kg sync. The record stays: with the reason, for --undo,
    for kg diff and for --as-of. The same text, when it is loaded again, stays out; a new version of an article does not.
    """
    if undo == (reason is not None):
        raise UsageError("give --reason to retract, or --undo to put back")
    if reason is not None and not reason.strip():
        raise UsageError("--reason says nothing: say why")
    with writable(store, create=False, by=by) as opened:
        if undo:
            opened.restore(what)
            say(f"{what} counts again in {store}")
            return 0
        count = opened.retract(what, reason=str(reason))
    say(f"{what} is retracted: {many(count, 'statement')} no longer {'counts' if count == 1 else 'count'} in {store}")
    return 0


def log(
    article: Annotated[str | None, typer.Argument(help="Only what was done to this article.", show_default=False)] = None,
    act: Annotated[str | None, typer.Option(help="Only this: loaded, changed, retracted, merged, rejected, …")] = None,
    since: Annotated[date | None, typer.Option(parser=o.to_date, metavar="DATE", help="Done on or after this day (UTC).")] = None,
    until: Annotated[date | None, typer.Option(parser=o.to_date, metavar="DATE", help="Done on or before this day.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the newest so many.")] = None,
    rdf: Annotated[GraphFormat | None, typer.Option("--rdf", help="Write the entries as statements, in this format.")] = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show what was done to the store.

    What was loaded, changed, merged, retracted, reviewed or deleted, when (UTC), by which version, and by whom, where a name was given
    with --by or KG_BY. The log is RDF itself, is only ever added to, and is in no export: --rdf writes it.
    """
    if act is not None and act not in ACTS:
        raise UsageError(f"unknown act {act!r}: there is {', '.join(ACTS)}")
    with readable(store) as opened:
        entries = _chosen(opened, article, act, since, until)[-(limit or 0) :]
        if rdf is not None:
            return _write(opened, entries, rdf, output)
        words = _words_of(opened, entries)
    show([_row(entry, words) for entry in entries], _LOG, form, wide=wide, output=output, nothing="nothing like that was done")
    return 0


def _chosen(store: Store, article: str | None, act: str | None, since: date | None, until: date | None) -> list[Entry]:
    concerned = None if article is None else {one for version in store.versions(article) for one in (version.article, version.graph)}
    return [
        entry
        for entry in store.log()
        if (act is None or entry.act == act)
        and (since is None or entry.at.date() >= since)
        and (until is None or entry.at.date() <= until)
        and (concerned is None or concerned.intersection((entry.concerns, *entry.adds, *entry.removes)))
    ]


def _words_of(store: Store, entries: list[Entry]) -> dict[str, str]:
    """The words that the decisions, merges and splits among `entries` are about, by IRI, as far as the store still has them."""
    nameless = [entry for entry in entries if not entry.named]
    words: dict[str, str] = {}
    if any("/dec_" in (entry.concerns or "") for entry in nameless):
        words |= {str(row["decision"]): str(row["words"]) for row in store.decided(undone=True)}
    if any(entry.act in ("merged", "split") for entry in nameless):
        words |= store.noted()
    return {iri: shorten(told, _WORDS, placeholder=" …") for iri, told in words.items()}


def _row(entry: Entry, words: dict[str, str]) -> Row:
    return {
        "number": entry.number,
        "at": in_seconds(entry.at),
        "act": entry.act,
        "what": entry.named or words.get(entry.concerns or "") or (entry.concerns or "").rpartition("/")[2] or None,
        "note": entry.note,
        "by": entry.by,
        "software": entry.software,
        "concerns": entry.concerns,
        "entry": entry.iri,
    }


def _write(store: Store, entries: list[Entry], form: GraphFormat, output: str) -> int:
    from kg.store.log import write_entries

    with binary_output(output) as out:
        count = write_entries(entries, store.base, out, form.value)
    say(f"{many(count, 'statement')} written to {'standard output' if output == '-' else output}")
    return 0
