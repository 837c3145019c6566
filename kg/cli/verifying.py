"""`kg corroboration`, `kg verify`: how well a claim or a sentence is borne out."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.rows import show
from kg.cli.stores import asked
from kg.cli.terminal import say


def corroboration(
    claim: Annotated[str, typer.Argument(help="A claim (clm_…) or attribution (att_…): IRI, name, or beginning.", show_default=False)],
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show who bears a claim out.

    Everyone who makes the claim, in whatever article, supports it, disputes it, contradicts it or questions it; and how many of the
    sources are independent: one speaker or house counts once, in copies of one text, too, who passes on what another told counts as that
    other, and a rumour is no source. Who denies a claim is no source of it: what counts are its words. What contradicts it only possibly
    (see kg contradictions --possible) is told apart. Run kg link first.
    """
    with asked(store, as_of) as opened:
        found = opened.corroboration(claim)
    say(found.line)
    show(found.rows, found.rows.columns, form, wide=wide, output=output, nothing=None)
    return 0


def verify(
    sentence: Annotated[str, typer.Argument(help="A sentence that somebody may have said.", show_default=False)],
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show who asserts or disputes a sentence.

    Claims in the store that say the same or exclude it, with their sentences and places: asserted by whom, disputed by whom, told by
    nobody in particular. What tells of another number or month of the same, or the opposite, disputes it; what tells of another place,
    person or deed is no answer. How often it is independently corroborated is counted as by kg corroboration. Whether the sentence is true
    is never said.
    """
    with asked(store, as_of) as opened:
        found = opened.verify(sentence)
    say(found.line)
    show(found.rows, found.rows.columns, form, wide=wide, output=output, nothing=None)
    return 0
