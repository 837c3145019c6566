"""Going through doubtful things on a terminal: one is shown, a letter decides, and what follows it says why."""

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
_WHY = "A reason may follow the letter: r she never said so"


def ask(store: Store, items: list[Doubtful], reason: str | None = None) -> int:
    """Show each of `items` and do what is said; what was decided is kept at once, with the `reason` where none follows the letter."""
    done = 0
    if items:
        typer.echo(_WHY)
    for number, item in enumerate(items, 1):
        if not store.tells_of(item.iri):
            continue  # it went with what was decided before
        typer.echo(f"\n── {number} of {len(items)}, score {item.score:.2f}, {one_line(item.rule)} " + "─" * 20 + "\n")
        typer.echo(_shown(store, item))
        try:
            answer = _answer(store, item, reason)
        except (typer.Abort, KeyboardInterrupt):
            typer.echo()
            say(f"interrupted: {done} decided and kept")
            raise
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


def _answer(store: Store, item: Doubtful, reason: str | None) -> int | None:
    """1 when something was decided, 0 when not, None to stop."""
    while True:
        word, _, why = typer.prompt(_ASK[item.kind], default="s", show_default=False).strip().partition(" ")
        typed = next((one[0] for one in ("accept", "reject", "correct", "skip", "quit") if word and one.startswith(word.lower())), None)
        if typed == "q":
            return None
        if typed == "s":
            return 0
        if typed in ("a", "r"):
            how = "accepted" if typed == "a" else "rejected"
            return len(store.decide([verdict(store, item.iri, how, why.strip() or reason)]))
        if typed == "c" and item.kind == "attribution":
            try:
                return _correct(store, item, why.strip() or reason)
            except (QueryError, UsageError) as error:
                typer.echo(clean(str(error)))


def _correct(store: Store, item: Doubtful, reason: str | None) -> int:
    typer.echo("The right words, or their offsets (120-129); nothing leaves it as it is.")
    new = {
        part: typer.prompt(part, default="", show_default=False) or None for part in ("source", "cue", "content", "speaker", "on_behalf_of")
    }
    return len(store.decide([corrected(store, item.iri, new, reason)]))
