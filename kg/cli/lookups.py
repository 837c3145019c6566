"""`kg who-said`, `kg contradictions`: the two questions asked most."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kg.answers import POSSIBLE
from kg.cli import options as o
from kg.cli.querying import answer
from kg.cli.stores import asked
from kg.cli.terminal import say
from kg.plurals import many


def who_said(
    speaker: Annotated[str, typer.Argument(help="A person, organization or group, as an article names it.", show_default=False)],
    about: Annotated[str | None, typer.Option(help="Only what is about this person, organization, place or group.")] = None,
    since: o.Since = None,
    until: o.Until = None,
    manner: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    medium: Annotated[str | None, typer.Option(help="Where it was said, as the article words it.")] = None,
    stance: Annotated[str | None, typer.Option(help="asserts, denies, disputes, confirms, supports, questions or requests.")] = None,
    min_score: o.MinScore = None,
    limit: o.Limit = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show what a speaker said.

    The speaker's own words, and those said on the speaker's behalf, are told apart. A surname that no article uses alone is that of the
    only speaker who bears it; where several do, or a role is asked for (mayor), they are listed with the command that asks for each. So
    it is wherever a name is asked for.
    """
    with asked(store, as_of) as opened:
        given = {"speaker": speaker, "about": about, "since": since, "until": until, "manner": manner, "medium": medium, "stance": stance}
        answer(opened, "who-said", given | {"min_score": min_score, "limit": limit}, form, wide=wide, output=output)
    return 0


def contradictions(
    topic: Annotated[str | None, typer.Option(help="Only where a claim is about this person, organization, place or group.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Only where this speaker is on one side.")] = None,
    basis: Annotated[str | None, typer.Option(help="Only on this ground: explicit, negation, antonym, state, numeric, time …")] = None,
    since: Annotated[
        date | None, typer.Option(parser=o.to_date, metavar="DATE", help="One side on or after this day (2024-05-01).")
    ] = None,
    possible: Annotated[bool, typer.Option("--possible", help="Also what is only possible: scores below 0.4.")] = False,
    min_score: o.MinScore = None,
    limit: o.Limit = None,
    as_of: o.AsOf = None,
    store: o.Asked = None,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show claims that contradict each other.

    Both speakers, both wordings, and what the finding rests on. A dispute that names no counter-claim is shown by its own
    words, "that account", beside the disputed claim; kg stats counts it among what is disputing, not as a contradiction.
    Claims of unknown time, which may both have been so, are only possible.
    """
    with asked(store, as_of) as opened:
        least = min_score if min_score is not None else None if possible else POSSIBLE
        given = {"topic": topic, "speaker": speaker, "basis": basis, "since": since, "min_score": least, "limit": limit}
        found = answer(opened, "contradictions", given, form, wide=wide, output=output)
    if len(found):
        say(
            _counted([row["link"] is not None for row in found])
            + (f"; below {least:g} is left out (--possible)" if least == POSSIBLE else "")
            + (f"; no more than {limit:,} are shown (--limit)" if len(found) == limit else "")
        )
    return 0


def _counted(linked: list[bool]) -> str:
    """How many are links between two claims, which kg load and kg stats count, and how many are not."""
    links, others = sum(linked), len(linked) - sum(linked)
    return many(links, "contradiction") + (f", {many(others, 'dispute')} without a counter-claim" if others else "")
