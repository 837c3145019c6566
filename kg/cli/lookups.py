"""`kg who-said`, `kg contradictions`: the two questions asked most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable
from kg.cli.terminal import say
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.store import Store


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
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show what a speaker said.

    The speaker's own words, and those said on the speaker's behalf, are told apart.
    """
    with readable(store) as opened:
        found = opened.query(
            "who-said",
            speaker=speaker,
            about=about,
            since=since,
            until=until,
            manner=manner,
            medium=medium,
            stance=stance,
            min_score=min_score,
            limit=limit,
        )
        if not len(found):
            explain_nothing(opened, speaker)
        show(found, found.columns, form, wide=wide, output=output)
    return 0


def contradictions(
    topic: Annotated[str | None, typer.Option(help="Only where a claim is about this person, organization, place or group.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Only where this speaker is on one side.")] = None,
    basis: Annotated[str | None, typer.Option(help="Only on this ground: explicit, negation, antonym, state, numeric, time …")] = None,
    min_score: o.MinScore = None,
    limit: o.Limit = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Show claims that contradict each other.

    Both speakers, both wordings, and what the finding rests on. A dispute that names no counter-claim is shown with the disputed
    claim alone.
    """
    with readable(store) as opened:
        found = opened.query("contradictions", topic=topic, speaker=speaker, basis=basis, min_score=min_score, limit=limit)
        if not len(found) and speaker:
            explain_nothing(opened, speaker)
        show(found, found.columns, form, wide=wide, output=output)
    return 0


def explain_nothing(store: Store, speaker: str) -> None:
    """Say why there are no rows for `speaker`: raises `QueryError` with near names when the store knows no such speaker."""
    if len(store.query("who-said", speaker=speaker, limit=1)):
        say(f"{speaker} said nothing that fits; leave out an option to see more")
        return
    near = [name for name in store.suggest(speaker) if name != speaker]
    hint = f"did you mean {' or '.join(repr(name) for name in near[:3])}?" if near else "kg query speakers lists who speaks"
    raise QueryError(f"no speaker {speaker!r} in {store.path}; {hint}")
