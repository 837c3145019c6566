"""A password is nowhere but where it belongs: not in arguments, output, tracebacks, the store, or anything that is written."""

from __future__ import annotations

import os
import socket
import stat
import threading
from pathlib import Path

from kg.neo4j.local.home import Home
from kg.store import open_store
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, start
from tests.store.sample import variant

SECRET = "Correct-Horse-17-Battery"


def told_nowhere(folder: Path, *, all_of_it: bool = True) -> Outcome:
    """Every way in which a connection fails, with and without --debug, with the password in the environment."""
    outcome = Outcome("secrets: password in the environment, connections that fail")
    with open_store(folder / "kg.db") as store:
        store.load(variant(0))
    with socket.create_server(("127.0.0.1", 0)) as babbler:
        threading.Thread(target=_babble, args=(babbler,), daemon=True).start()
        port = babbler.getsockname()[1]
        places = ["127.0.0.1:1", f"neo4j:{SECRET}@127.0.0.1", f"127.0.0.1:{port}", "no-such-host.invalid"]
        addresses = [f"bolt://{place}" for place in places] + [f"bolt+s://127.0.0.1:{port}"]
        for where in addresses if all_of_it else addresses[:2]:
            for words in _asked(where) if all_of_it else _asked(where)[:2]:
                for debug in ([], ["--debug"]):
                    _one(folder, [*words, *debug], where, outcome)
    outcome.lost += found_in(folder, SECRET)
    return outcome


def _asked(where: str) -> list[list[str]]:
    return [["sync", "--to", where], ["stats", "--store", where], ["cypher", "RETURN 1", "--to", where], ["check", "--to", where]]


def _one(folder: Path, words: list[str], where: str, outcome: Outcome) -> None:
    process = start([*KG, *words], folder, folder / "out", {"NEO4J_PASSWORD": SECRET})
    shown = _arguments(process.pid)
    process.wait(120)
    outcome.inputs += 1
    outcome.lost += [f"{words}: in the arguments"] if SECRET.encode() in shown and SECRET not in where else []
    said = (folder / "out").read_text(errors="replace") + (folder / "out.err").read_text(errors="replace")
    outcome.lost += [f"{words}: {said[-300:]}"] if SECRET in said else []


def _babble(server: socket.socket) -> None:
    """A server that is none."""
    while True:
        try:
            met, _ = server.accept()
        except OSError:
            return
        met.sendall(b"HTTP/1.1 400 what\r\n\r\n")
        met.close()


def _arguments(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def found_in(folder: Path, secret: str) -> list[str]:
    """The files of a folder that hold a secret, but for the owner's own file."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [f"in {path.relative_to(folder)}" for path in files if path.name != "password" and secret.encode() in path.read_bytes()]


def of_the_local_server(home: Home) -> Outcome:
    """The password of a local server: in one file that only its owner may read, and in no argument of any process."""
    outcome, secret = Outcome("secrets: password of a local Neo4j"), home.password()
    outcome.lost += found_in(home.store, secret)
    outcome.inputs += sum(1 for _ in home.store.rglob("*"))
    outcome.lost += [] if stat.S_IMODE(home.password_file.stat().st_mode) == 0o600 else ["its file can be read by others"]
    pids = [int(name) for name in os.listdir("/proc") if name.isdecimal()] if Path("/proc").is_dir() else []  # noqa: PTH208
    outcome.lost += [f"process {pid} has it among its arguments" for pid in pids if secret.encode() in _arguments(pid)]
    return outcome
