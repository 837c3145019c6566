"""Starting and stopping the server of a store. What runs is known by process id and time of birth: no other process is taken for it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Final, Literal

from kg.errors import MissingExtra, ServerError
from kg.neo4j.connection import REJECTED, Address, Connection
from kg.neo4j.local import jars, java
from kg.neo4j.local.home import USERNAME, Home, Running

USUAL_PORT: Final = 7687
_STOPPING: Final = 60
_EVERY: Final = 0.25
_TAKEN: Final = "Address already in use"
State = Literal["running", "starting", "stopped"]


def address(home: Home, running: Running) -> Address:
    """How to reach the server."""
    return Address(running.uri, USERNAME, home.password())


def start(
    home: Home, *, port: int | None = None, heap: str = "1g", patience: float = 180, step: jars.Step | None = None
) -> tuple[Running, bool]:
    """Start the server of `home` and wait until it answers; what runs, and whether it ran before.

    `port` is taken when given, else the last one or 7687, or a free one where that is taken. Raises `ServerError` when it cannot be
    fetched or does not come up in `patience` seconds.
    """
    java.java()
    home.make()
    with alone(home):
        if found := alive(home):
            if port not in (None, found.port):
                raise ServerError(f"{home.path}: a server runs on port {found.port} already: `kg neo4j stop` first")
            _wait(home, found, None, patience)
            return found, True
        home.drop_half_imported()
        last = home.running()
        if port and not _is_free(port):
            raise ServerError(f"port {port} is taken: name another with --port, or leave it out")
        classpath = jars.ready(jars.cache(), jars.listed(), step)
        if not home.is_set_up:
            home.write_settings(USUAL_PORT)
            java.administer(home, classpath, "dbms", "set-initial-password", home.password())
        try:
            return _launch(home, classpath, heap, port or _free(last.port if last else USUAL_PORT), patience), False
        except ServerError as error:
            if port or _TAKEN not in str(error):
                raise
        return _launch(home, classpath, heap, _any_port(), patience), False


def _launch(home: Home, classpath: list[Path], heap: str, port: int, patience: float) -> Running:
    home.write_settings(port)
    process = java.start(home, classpath, heap)
    started = Running(process.pid, _psutil().Process(process.pid).create_time(), port)
    home.remember(started)
    _wait(home, started, process, patience)
    process.returncode = 0  # it is to outlive this process, and not to be waited for
    return started


def stop(home: Home) -> bool:
    """Stop the server of `home`, cleanly; whether one ran. Raises `ServerError` when it does not end in a minute."""
    found = alive(home)
    if found is None:
        return False
    psutil = _psutil()
    process = psutil.Process(found.pid)
    process.terminate()
    try:
        process.wait(_STOPPING)
    except psutil.TimeoutExpired:
        raise ServerError(f"the server (process {found.pid}) does not stop: see `kg neo4j logs`") from None
    return True


def state(home: Home) -> State:
    """Whether the server runs and answers."""
    found = alive(home)
    if found is None:
        return "stopped"
    return "starting" if _is_free(found.port) else "running"


def alive(home: Home) -> Running | None:
    """The server that `home` remembers, when its process is still there."""
    found = home.running()
    if found is None:
        return None
    psutil = _psutil()
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(found.pid)
        if abs(process.create_time() - found.began) < 1 and process.status() != psutil.STATUS_ZOMBIE:
            return found
    return None


def memory(running: Running) -> int:
    """Bytes of memory that the server's process holds."""
    return int(_psutil().Process(running.pid).memory_info().rss)


def last_lines(home: Home, count: int) -> list[str]:
    """The last lines that the server printed."""
    try:
        return home.console.read_text("utf-8", errors="replace").splitlines()[-count:]
    except FileNotFoundError:
        return []


def _wait(home: Home, running: Running, process: subprocess.Popen[bytes] | None, patience: float) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if process is not None and process.poll() is not None:
            home.remember(None)
            raise ServerError(f"the server ended while starting: {_why(home)}: see `kg neo4j logs`{_anew(home)}")
        if _listens(running) and _answers(home, running):
            return
        time.sleep(_EVERY)
    raise ServerError(
        f"the server does not answer after {patience:.0f} s: {_why(home)}: see `kg neo4j logs`; it may still come up{_anew(home)}"
    )


def _listens(running: Running) -> bool:
    """Whether it is this very process that listens on the port, and no other one."""
    psutil = _psutil()
    try:
        connections = psutil.Process(running.pid).net_connections("tcp")
    except psutil.AccessDenied:
        return not _is_free(running.port)
    except psutil.NoSuchProcess:
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == running.port for one in connections)


def _answers(home: Home, running: Running) -> bool:
    try:
        Connection(address(home, running)).close()
    except ServerError as error:
        if REJECTED in str(error):
            raise ServerError(f"the server runs, but does not take the password in {home.password_file}: put the right one there") from None
        return False
    return True


def _anew(home: Home) -> str:
    """What helps a server that ran before, and does not come up any more."""
    known = (home.path / "data" / "databases" / "neo4j").is_dir()
    where = home.path / "data"
    return f"; if its data are damaged, as after a full disk: delete {where}, then `kg neo4j start` and `kg sync`" if known else ""


def _why(home: Home) -> str:
    lines = [line for line in last_lines(home, 30) if "ERROR" in line or "Caused by" in line or "error" in line]
    return " ".join((lines or last_lines(home, 1) or ["it said nothing"])[-1].split())[:300]


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _free(wanted: int) -> int:
    if _is_free(wanted):
        return wanted
    return _any_port()


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def alone(home: Home) -> Iterator[None]:
    """Only one process starts a server, or works on its files, at a time; a note left by one that died counts for nothing."""
    note, mine = home.path / "starting", home.path / f"starting.{os.getpid()}"
    mine.write_text(str(os.getpid()), encoding="utf-8")
    try:
        while not _linked(mine, note):
            holder = note.read_text("utf-8") if note.exists() else ""
            if holder.isdecimal() and _psutil().pid_exists(int(holder)):
                raise ServerError(f"{home.path}: process {holder} is starting a server here, or filling it: wait for it")
            note.unlink(missing_ok=True)
    finally:
        mine.unlink(missing_ok=True)
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def _linked(mine: Path, note: Path) -> bool:
    try:
        os.link(mine, note)
    except FileExistsError:
        return False
    return True


def _psutil() -> ModuleType:
    try:
        import psutil
    except ImportError:
        raise MissingExtra("kg neo4j", "neo4j") from None
    return psutil
