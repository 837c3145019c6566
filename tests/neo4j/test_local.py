"""The local server: how it is fetched, started, found and stopped."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kg.cli import main
from kg.errors import ServerError
from kg.neo4j.connection import Connection
from kg.neo4j.local import jars, java, server
from kg.neo4j.local.home import Home, Running
from kg.neo4j.where import address
from kg.store import open_store

BYTES = b"a jar" * 1000
JAR = jars.Jar("org.example.far", "thing", "1.2", "linux", len(BYTES), hashlib.sha256(BYTES).hexdigest())


pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # the Maven client leaves answers that are no files open


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Maven repository on loopback that holds the jar; the file there is what is served."""
    file = tmp_path / "repo" / "org/example/far/thing/1.2/thing-1.2-linux.jar"
    file.parent.mkdir(parents=True)
    file.write_bytes(BYTES)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "repo"))) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        monkeypatch.setenv("KG_MAVEN_REPO", f"http://127.0.0.1:{http.server_port}")
        yield file
        http.shutdown()
    gc.collect()


def test_a_jar_is_fetched_once(mirror: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    [path] = jars.ready(tmp_path / "cache", [JAR], lambda done, of: steps.append((done, of)))
    assert path.read_bytes() == BYTES
    assert steps == [(len(BYTES), len(BYTES))]
    mirror.unlink()
    assert jars.ready(tmp_path / "cache", [JAR]) == [path]
    assert [file.name for file in (tmp_path / "cache").iterdir()] == [JAR.name]


@pytest.mark.parametrize("served", [b"", BYTES[:-1], BYTES[:-1] + b"!", b"<html>not here</html>"])
def test_a_damaged_download_is_refused(mirror: Path, tmp_path: Path, served: bytes) -> None:
    mirror.write_bytes(served)
    with pytest.raises(ServerError, match=r"^thing-1.2-linux.jar came damaged or is not what it should be"):
        jars.ready(tmp_path / "cache", [JAR])
    assert list((tmp_path / "cache").iterdir()) == []
    mirror.write_bytes(BYTES)
    assert jars.ready(tmp_path / "cache", [JAR])[0].read_bytes() == BYTES


def test_what_is_damaged_in_the_cache_is_fetched_again(mirror: Path, tmp_path: Path) -> None:
    assert mirror.exists()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / JAR.name).write_bytes(BYTES[::-1])
    assert jars.ready(tmp_path / "cache", [JAR])[0].read_bytes() == BYTES


def test_a_registry_that_lacks_it_or_is_not_there(mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mirror.unlink()
    with pytest.raises(ServerError, match=r"^cannot fetch thing-1.2-linux.jar from KG_MAVEN_REPO: .*: run it again with a network"):
        jars.ready(tmp_path / "cache", [JAR])
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("KG_MAVEN_REPO", f"http://127.0.0.1:{closed.getsockname()[1]}")
        with pytest.raises(ServerError, match="cannot fetch") as refused:
            jars.ready(tmp_path / "cache", [JAR])
    assert "\n" not in str(refused.value)


def test_the_list_is_frozen() -> None:
    listed = jars.listed()
    assert len({jar.name for jar in listed}) == len(listed) > 200
    assert any(jar.artifact == "neo4j" and jar.version == jars.VERSION for jar in listed)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in listed)


def test_a_password_is_never_taken_for_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_bytes", lambda _: b"\xfb" * 24)  # in the alphabet for addresses that begins with a dash
    home = Home(tmp_path / "kg.db")
    open_store(home.store).close()
    home.make()
    assert home.password().isalnum()


def test_the_password_is_the_owners_alone(home: Home) -> None:
    for path in (home.password_file, home.path / "run" / "server.args"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700
    running = server.alive(home)
    assert running is not None
    shown = Path(f"/proc/{running.pid}/cmdline")
    if shown.exists():
        assert home.password().encode() not in shown.read_bytes()
    assert not (home.path / "run" / "admin.args").exists()
    assert home.password() not in home.console.read_text("utf-8")
    assert home.password() not in repr(address(home.store))


def test_it_listens_on_loopback_only(home: Home) -> None:
    import psutil

    running = server.alive(home)
    assert running is not None
    listening = [c.laddr for c in psutil.Process(running.pid).net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    assert {str(place.ip).removeprefix("::ffff:") for place in listening} == {"127.0.0.1"}
    assert {place.port for place in listening} == {running.port}


def test_starting_again_finds_it(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["neo4j", "start", "--store", str(home.store)]) == 0
    assert "runs already" in capsys.readouterr().err
    assert main(["neo4j", "start", "--store", str(home.store), "--port", "17999"]) == 1
    assert "a server runs on port" in capsys.readouterr().err


def test_status_path_and_logs(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", str(home.store)]
    assert main(["neo4j", "status", *store, "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    running = server.alive(home)
    assert running is not None
    assert (row["state"], row["uri"], row["process"]) == ("running", running.uri, running.pid)
    assert row["password_file"] == str(home.password_file)
    assert main(["neo4j", "path", *store]) == 0
    assert capsys.readouterr().out == f"{home.path}\n"
    assert main(["neo4j", "logs", "-n", "500", *store]) == 0
    assert "Started." in capsys.readouterr().out


def test_a_store_without_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    store = ["--store", str(tmp_path / "kg.db")]
    assert main(["neo4j", "status", *store]) == 1
    assert "there is no store here" in capsys.readouterr().err
    open_store(tmp_path / "kg.db").close()
    assert main(["neo4j", "status", *store, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["state"] == "stopped"
    assert main(["neo4j", "stop", *store]) == 0
    assert capsys.readouterr().err == "no server was running\n"
    assert main(["neo4j", "logs", *store]) == 1
    assert main(["sync", *store]) == 1
    assert "no Neo4j is named or running: `kg neo4j start` starts a local one" in capsys.readouterr().err


def test_another_process_is_not_taken_for_the_server(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    home.make()
    home.remember(Running(os.getpid(), 12.0, 7687))
    assert server.alive(home) is None
    assert server.state(home) == "stopped"
    assert not server.stop(home)


def test_two_starts_at_once(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    home.make()
    (home.path / "starting").write_text(str(os.getppid()))
    with pytest.raises(ServerError, match=f"process {os.getppid()} is starting a server here"), server.alone(home):
        pass
    (home.path / "starting").write_text("999999999")
    with server.alone(home):
        assert (home.path / "starting").read_text() == str(os.getpid())
    assert not (home.path / "starting").exists()


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    open_store(tmp_path / "kg.db").close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServerError, match=f"port {port} is taken"):
            server.start(Home(tmp_path / "kg.db"), port=port)
        assert server._free(port) != port


def test_a_server_that_cannot_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    open_store(home.store).close()
    with pytest.raises(ServerError, match=r"the server ended while starting: .*see `kg neo4j logs`"):
        server.start(home, heap="1k")
    assert home.running() is None


def test_a_port_that_is_taken_just_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "kg.db")
    open_store(home.store).close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        monkeypatch.setattr(server, "_free", lambda _: taken)
        running, _ = server.start(home, heap="512m")
    try:
        assert running.port != taken
        home.password_file.write_text("another")
        with pytest.raises(ServerError, match="runs, but does not take the password in"):
            server.start(home)
    finally:
        assert server.stop(home)


def test_a_damaged_note_of_what_runs(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    home.make()
    (home.path / "server.json").write_text("{")
    for ask in (server.alive, server.state, server.stop):
        with pytest.raises(ServerError, match=r"server.json: cannot be read"):
            ask(home)


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ServerError, match="name another place for Neo4j's files in KG_CACHE"):
        jars.ready(tmp_path / "file" / "cache", [JAR])


@pytest.mark.parametrize(
    ("stderr", "why"),
    [
        (
            "java.lang.OutOfMemoryError: no room\n\tat a.B.c(B.java:8)\n\tat a.Tool.main(Tool.java:82)\n",
            "OutOfMemoryError: no room",
        ),
        ("Failed\nCaused by: java.io.IOException: no room\n\tat a.B.c(B.java:1)\n\t... 3 more\n", "^no room$"),
        ("\tat a.B.c(B.java:1)\n", "exit code 70"),
        ("", "exit code 70"),
    ],
)
def test_why_an_administration_failed_is_no_place_in_the_program(stderr: str, why: str) -> None:
    assert re.search(why, java._why(subprocess.CompletedProcess([], 70, "", stderr)))


def test_a_failing_administration_says_why(home: Home) -> None:
    with pytest.raises(ServerError, match="neo4j-admin database nonsense failed: "):
        java.administer(home, jars.ready(jars.cache(), jars.listed()), "database", "nonsense")


def test_it_outlives_a_killed_command_and_keeps_its_data(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    open_store(home.store).close()
    words = [
        sys.executable,
        "-m",
        "kg",
        "neo4j",
        "start",
        "--store",
        str(home.store),
        "--heap",
        "512m",
        "--port",
        str(server._free(17_695)),
    ]
    command = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while home.running() is None:
            assert command.poll() is None
        command.kill()
        command.wait()
        running, was_there = server.start(home)
        assert was_there
        with Connection(server.address(home, running)) as found:
            found.writing(lambda tx: tx.run("CREATE (:Dog)").consume())
        assert server.stop(home)
        assert server.state(home) == "stopped"
        again, was_there = server.start(home, heap="512m")
        assert (again.port, was_there) == (running.port, False)
        with Connection(server.address(home, again)) as found:
            assert found.read("MATCH (d:Dog) RETURN count(d) AS n") == [{"n": 1}]
    finally:
        server.stop(home)
