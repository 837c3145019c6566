"""Going through doubtful things on a terminal: one is shown, a letter decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kg.cli.card import card
from kg.cli.reviewing import corrected, verdict
from kg.cli.terminal import clean, colours, one_line, say
from kg.errors import QueryError, UsageError

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.doubtful import Doubtful

_ASK = {"attribution": "[a]ccept, [r]eject, [c]orrect, [s]kip, [q]uit", "link": "[a]ccept, [r]eject, [s]kip, [q]uit"}


def ask(store: Store, items: list[Doubtful]) -> int:
    """Show each of `items` and do what is said; what was decided is kept at once."""
    done = 0
    for number, item in enumerate(items, 1):
        if not store.tells_of(item.iri):
            continue  # it went with what was decided before
        typer.echo(f"\n── {number} of {len(items)}, score {item.score:.2f}, {one_line(item.rule)} " + "─" * 20 + "\n")
        typer.echo(_shown(store, item))
        answer = _answer(store, item)
        if answer is None:
            break
        done += answer
    say(f"{done} decided, {max(0, len(items) - done)} left")
    return 0


def _shown(store: Store, item: Doubtful) -> str:
    cards = [
        next((card(row, colour=colours()) for row in store.query("provenance", id=end) if row["attribution"] == end), end)
        for end in item.ends
    ]
    return cards[0] if len(cards) == 1 else f"{cards[0]}\n\n    {str(item.relation).upper()}\n\n{cards[1]}"


def _answer(store: Store, item: Doubtful) -> int | None:
    """1 when something was decided, 0 when not, None to stop."""
    while True:
        typed = typer.prompt(_ASK[item.kind], default="s", show_default=False).strip().lower()[:1]
        if typed == "q":
            return None
        if typed == "s":
            return 0
        if typed in ("a", "r"):
            how = "accepted" if typed == "a" else "rejected"
            return len(store.decide([verdict(store, item.iri, how, None)]))
        if typed == "c" and item.kind == "attribution":
            try:
                return _correct(store, item)
            except (QueryError, UsageError) as error:
                typer.echo(clean(str(error)))


def _correct(store: Store, item: Doubtful) -> int:
    typer.echo("The right words, or their offsets (120-129); nothing leaves it as it is.")
    new = {
        part: typer.prompt(part, default="", show_default=False) or None for part in ("source", "cue", "content", "speaker", "on_behalf_of")
    }
    return len(store.decide([corrected(store, item.iri, new, None)]))
