# ruff: noqa: T201
"""The whole of the hard tests, and the table in docs/reliability.md.

usage: python -m tests.hard [--kills 200] [--seconds 120] [--tries 100] [--seed N] [--parts NAME ...]

`--kills` are shared out among load, link, corpus run and sync; a few more are those of other commands and of Neo4j itself.
"""

from __future__ import annotations

import argparse
import json
import platform
import signal
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from random import Random, SystemRandom

from kg import __version__
from tests.hard.everything import SERVER, Size, Tests, run, with_server, without_server
from tests.hard.outcome import Outcome
from tests.hard.synced import running_server

DOC = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
MARKS = ("<!-- table: written by python -m tests.hard -->", "<!-- end of table -->")


def main() -> int:
    """Run them; 1 when anything was lost or run."""
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a server that runs is stopped
    random, size = Random(asked.seed), Size(-(-asked.kills // 4), asked.seconds, asked.tries)
    rows = run(_some(without_server(size, random), asked.parts), _say)
    if not asked.parts or set(asked.parts) & set(SERVER):
        with tempfile.TemporaryDirectory(prefix="kg-hard-") as folder, running_server(Path(folder)) as home:
            rows += run(_some(with_server(size, random, home), asked.parts), _say)
    if asked.rows:
        rows = _together([Outcome(**row) for path in asked.rows for row in json.loads(Path(path).read_text())] + rows)
    if asked.save:
        Path(asked.save).write_text(json.dumps([asdict(row) for row in rows]))
    else:
        _write(Path(asked.out), table(rows, "in parts, each with a seed of its own" if asked.rows else f"seed {asked.seed}"))
    return 1 if any(row.lost or row.run for row in rows) else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hard")
    parser.add_argument("--kills", type=int, default=200, help="kills of load, link, corpus run and sync, together")
    parser.add_argument("--seconds", type=float, default=120.0, help="of fuzzing the loaders; imports and extractor get half of that each")
    parser.add_argument("--tries", type=int, default=100, help="of what is tried again and again")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--parts", nargs="*", default=[], help=f"only these; of a Neo4j: {', '.join(SERVER)}")
    parser.add_argument("--save", help="write the rows to this file instead of the table: for a run in parts")
    parser.add_argument("--rows", nargs="*", help="files of rows that earlier parts have saved, to be put in front")
    parser.add_argument("--out", default=str(DOC), help="the document that holds the table")
    return parser.parse_args()


def _some(tests: Tests, names: list[str]) -> Tests:
    return {name: test for name, test in tests.items() if not names or name in names}


def _together(rows: list[Outcome]) -> list[Outcome]:
    """Rows of the same, from several parts, as one."""
    made: dict[str, Outcome] = {}
    for row in rows:
        one = made.setdefault(row.what, Outcome(row.what, note=row.note))
        for name in ("kills", "inputs", "seconds", "lost", "run"):
            setattr(one, name, getattr(one, name) + getattr(row, name))
    return list(made.values())


def _say(row: Outcome) -> None:
    print(_row(row), flush=True)
    for line in [*row.lost[:10], *row.run[:10]]:
        print(f"    {line}", flush=True)


def table(rows: list[Outcome], how: str) -> str:
    """The table as Markdown, with a line of sums."""
    head = "| what | kills | inputs | seconds | lost | run | |\n|---|--:|--:|--:|--:|--:|---|"
    total = Outcome("**all**", sum(r.kills for r in rows), sum(r.inputs for r in rows), sum(r.seconds for r in rows))
    total.lost, total.run = [x for r in rows for x in r.lost], [x for r in rows for x in r.run]
    when = datetime.now(UTC).date().isoformat()
    made = f"claim-kg {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, {when}, {how}."
    return "\n".join([made, "", head, *map(_row, [*rows, total])])


def _row(r: Outcome) -> str:
    return f"| {r.what} | {r.kills or ''} | {r.inputs:,} | {r.seconds:,.0f} | {len(r.lost)} | {len(r.run)} | {r.note} |"


def _write(path: Path, made: str) -> None:
    text = path.read_text(encoding="utf-8") if path.exists() else "\n".join(MARKS)
    before, _, rest = text.partition(MARKS[0])
    path.write_text(f"{before}{MARKS[0]}\n\n{made}\n\n{MARKS[1]}{rest.partition(MARKS[1])[2]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
