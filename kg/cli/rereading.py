"""`kg reread`: what a newer model or newer rules make of the texts that are in the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.progress import Progress
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable, writable
from kg.cli.terminal import say
from kg.plurals import many

if TYPE_CHECKING:
    from kg.store.rereading import Reread

_COLUMNS = (
    *("doc", "change", "speaker", "on_behalf_of", "stance", "claim", "was_speaker", "was_on_behalf_of", "was_stance", "was_claim"),
    "decision",
)


def reread(
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="[ARTICLE]...", help="Only these: IRI, address, id or file name.", show_default=False)
    ] = None,
    apply: Annotated[bool, typer.Option("--apply/--dry-run", help="Put the new readings in place of the old, or only show them.")] = False,
    unattach: Annotated[bool, typer.Option("--unattach", help="Apply also where decisions would be about nothing any more.")] = False,
    model: o.Model = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    output: o.Output = "-",
) -> int:
    """Read stored texts again.

    Shows what this version and model would make of them that counts otherwise: claims that appear, vanish, or change. With --apply the new
    readings take the place of the old, which go to the history. What people decided stays: a text in which a decision would find nothing
    of what it is about any more is left as it is, and told of.
    """
    from kg.store.rereading import readings_anew

    counts: Counter[str] = Counter()
    rows: list[Row] = []
    with writable(store, create=False, by=by) if apply else readable(store) as opened, Progress("reading") as progress:
        for one in readings_anew(opened, articles or [], model):
            counts["read"] += 1
            rows += _rows(one)
            counts["changed"] += bool(one.differences)
            if one.lost and not unattach:
                counts["held"] += 1
            elif apply:
                counts["applied"] += opened.load(one.new).status == "replaced"
            progress.show(counts["read"], 0)
    show(rows, _COLUMNS, form, output=output, nothing=None)
    say(_told(counts, apply=apply, unattach=unattach))
    return 0


def _rows(one: Reread) -> list[Row]:
    doc = one.new.article.doc
    changes: list[Row] = [{"doc": doc, **{("change" if key == "change" else key): row[key] for key in row}} for row in one.rows]
    lost: list[Row] = [{"doc": doc, "change": "unattached", "decision": iri, "was_claim": words} for iri, words in one.lost.items()]
    return changes + lost


def _told(counts: Counter[str], *, apply: bool, unattach: bool) -> str:
    said = f"{many(counts['read'], 'text')} read anew, {counts['changed']:,} of them {'' if apply else 'would be '}otherwise"
    if apply:
        said += f"; {counts['applied']:,} replaced"
    if counts["held"] and not unattach:
        said += f"; {counts['held']:,} left alone, as decisions would be about nothing any more (--unattach replaces such, too)"
    return said if counts["read"] else "nothing to read anew: everything was read by this version and model"
