"""Commands of their own process group, and their end at a random moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from kg.cli import USAGE

KG = (sys.executable, "-m", "kg")
ROOT = Path(__file__).resolve().parents[2]
UNLIMITED = 300.0
EARLY = 0.125
Ready = Callable[[], bool]
_TELLING = """
import sys
from importlib import import_module
module, _, path = {place!r}.partition(":")
*owners, name = path.split(".")
holder = import_module(module)
for owner in owners:
    holder = getattr(holder, owner)
old = getattr(holder, name)
def told(*args, **given):
    open("ready", "w").close()
    return old(*args, **given)
setattr(holder, name, told)
{more}
from kg.cli import main
sys.exit(main())
"""


def start(words: Sequence[str], folder: Path, out: Path, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a command in `folder`, with what it prints in the file `out`, and what it complains of in one beside it."""
    with out.open("wb") as printed, out.with_suffix(".err").open("wb") as told:
        return subprocess.Popen(
            list(words),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=told,
            env=clean_environment() | dict(env or {}) | {"PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )


def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "KG_STORE"))}


def finish(words: Sequence[str], folder: Path, out: Path, env: Mapping[str, str] | None = None) -> float:
    """Let a command run to its end, which must be a good one; the seconds that it took."""
    began = time.monotonic()
    process = start(words, folder, out, env)
    code = process.wait(UNLIMITED)
    assert code == 0, (words, code, out.with_suffix(".err").read_text(errors="replace")[-500:])
    return time.monotonic() - began


def work(words: Sequence[str], folder: Path, out: Path, env: Mapping[str, str] | None = None, ready: Ready | None = None) -> float:
    """Let a command run to its end; the seconds from when it was at its work, and a fifth more."""
    began, process = _begun(words, folder, out, env, ready)
    code = process.wait(UNLIMITED)
    assert code == 0, (words, code, out.with_suffix(".err").read_text(errors="replace")[-500:])
    return 1.2 * (time.monotonic() - began)


def kill(
    words: Sequence[str],
    folder: Path,
    out: Path,
    longest: float,
    random: Random,
    env: Mapping[str, str] | None = None,
    ready: Ready | None = None,
) -> bool:
    """Start a command and kill it, and all that it started, at a random moment; False when it had ended before.

    One in eight is killed in the first second, all others within `longest` seconds from when they are at their work. One that is no
    command, or breaks off with a traceback, fails.
    """
    if random.random() < EARLY:
        process, moment = start(words, folder, out, env), random.uniform(0, 1)
    else:
        _, process = _begun(words, folder, out, env, ready)
        moment = random.uniform(0, longest)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    code = process.wait(UNLIMITED)
    was_killed, said = code == -signal.SIGKILL, out.with_suffix(".err").read_text(errors="replace")
    assert was_killed or (code != USAGE and "Traceback" not in said), (words, code, said[-500:])
    return was_killed


def _begun(
    words: Sequence[str], folder: Path, out: Path, env: Mapping[str, str] | None, ready: Ready | None
) -> tuple[float, subprocess.Popen[bytes]]:
    """A command that is at its work, and since when."""
    (folder / "ready").unlink(missing_ok=True)
    process = start(words, folder, out, env)
    while process.poll() is None and not (ready or (folder / "ready").exists)():
        time.sleep(0.002)
    return time.monotonic(), process


def telling(place: str, *words: str, more: str = "") -> list[str]:
    """A command of kg that makes the file `ready` when it comes to `place` (`module:name`); `more` is run before."""
    return [sys.executable, "-c", _TELLING.format(place=place, more=more), *words]


def rows(out: Path) -> list[dict[str, Any]]:
    """The rows that were printed whole: what a command had acknowledged."""
    data = out.read_bytes()
    return [json.loads(line) for line in data[: data.rfind(b"\n") + 1].splitlines()]
