"""`kg provenance`: where a claim comes from, down to the characters."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import RowFormat
from kg.cli.output import text_output
from kg.cli.rows import fitting, show
from kg.cli.stores import asked
from kg.cli.terminal import colours


def provenance(
    claim: Annotated[str, typer.Argument(help="A claim (clm_…) or attribution (att_…): IRI, name, or beginning.", show_default=False)],
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    output: o.Output = "-",
) -> int:
    """Show where a claim comes from.

    The sentence with the quoted words marked, offsets, article, run, and who passed it on.
    """
    with asked(store, as_of) as opened:
        found = opened.query("provenance", id=claim)
        chosen = form or fitting(output)
        if chosen is not RowFormat.table:
            show(found, found.columns, chosen, output=output)
            return 0
        from kg.cli.card import card

        with text_output(output) as out:
            out.write("\n\n".join(card(row, colour=colours()) for row in found) + "\n")
    return 0
