"""kg review and kg reread, killed: a decision that was acknowledged is there, and what it says is shown or will be."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from random import Random

from kg.store import open_store
from tests.hard.killed import problems, table
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, finish, kill, telling

OLDER = 'import kg; kg.__version__ = "0.0.1"; import kg.reading.assemble as a; a.__version__ = "0.0.1"'
LONGEST = {"review": 0.3, "reread": 2.0}  # seconds at their work


def reviews(folder: Path, kills: int, random: Random) -> Outcome:
    """Attributions accepted, rejected, corrected and taken back, and texts read again, in turn."""
    outcome, out, path = Outcome("kill -9 in kg review and reread"), folder / "out", folder / "kg.db"
    finish(telling("kg.store.writing:Writer.put", "load", str(table(folder, 0)), "--store", "kg.db", more=OLDER), folder, out)
    for number in count():
        if outcome.kills >= kills:
            break
        before, words = _next(path, number, random)
        place = "kg.store.reviewing:decide" if words[0] == "review" else "kg.store.writing:Writer.put"
        killed = kill([*telling(place, *words), "--store", "kg.db"], folder, out, LONGEST[words[0]], random)
        outcome.kills += killed
        outcome.inputs += 1
        with open_store(path) as store:
            problems(store, outcome)
            now = set(store.decisions())
            outcome.lost += [f"decision {one} is gone" for one in sorted(before - now)] if words[1] != "--undo" else []
            outcome.lost += (
                ["a decision that was acknowledged is not there"] if words[0] == "review" and not killed and now == before else []
            )
    finish([*KG, "reread", "--apply", "--unattach", "--store", "kg.db"], folder, out)
    with open_store(path, read_only=True) as store:
        outcome.lost += [f"{one['decision']} is unattached" for one in store.decided(unattached=True)]
    return outcome


def _next(path: Path, number: int, random: Random) -> tuple[set[str], list[str]]:
    """The decisions that there are, and a command that makes or takes back one."""
    with open_store(path, read_only=True) as store:
        before = set(store.decisions())
        names = [one.iri for one in store.doubtful(1.01, "attribution")]
    if number % 4 == 3:
        return before, ["reread", "--apply"]
    if number % 8 == 6 and before:
        return before, ["review", "--undo", random.choice(sorted(before))]
    return before, ["review", random.choice(["--accept", "--reject"]), random.choice(names), "--by", "Ada"]
