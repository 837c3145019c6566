"""Whole runs, with worker processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kg.corpus import pool
from tests.cli.conftest import BRIDGE, Kg, Ran
from tests.cli.test_bad_input import COMMAND
from tests.cli.test_extract import FRENCH

COUNT = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(COUNT):
        (tmp_path / "in" / f"{number:02}.txt").write_text(BRIDGE.replace("Lark", f"Lark {number}"), encoding="utf-8")
    return tmp_path


def articles(kg: Kg, store: str) -> list[str]:
    return [json.loads(line)["doc"] for line in kg("load", "out", "--store", store).out.splitlines()]


def test_a_run_loaded_is_what_loading_gives(kg: Kg, folder: Path) -> None:
    (folder / "in" / "bad.txt").touch()
    again = {"text": BRIDGE.replace("Lark", "Lark 3"), "url": "https://e.example/1"}
    lines = [json.dumps(again | {"title": f"Version {number}"}) for number in range(2)]
    (folder / "in" / "table.jsonl").write_text("\n".join([*lines, "{}"]))
    inputs = ("in", "in/table.jsonl", "--publisher", "The Gazette")
    ran = kg("corpus", "run", *inputs, "--out", "out", "--workers", "2", "--shard-size", "10KB")
    assert ran.code == 3, ran
    assert ran.err.splitlines()[0].startswith(f"{COUNT + 2} articles read in this run; ")
    assert [line for line in ran.err.splitlines() if line.startswith("error: bad.txt: the document is empty")]
    assert "error: table.jsonl#" in ran.err
    one, two = (kg("load", *words, "--store", store) for words, store in ((inputs, "a.db"), (["out"], "b.db")))
    assert two.code == 0, two
    assert one.out == two.out
    assert "2 documents could not be read" in two.err
    for name in ("a", "b"):
        assert kg("export", "--store", f"{name}.db", "-o", f"{name}.nq").code == 0
    assert Path("a.nq").read_bytes() == Path("b.nq").read_bytes()
    assert kg("load", "out", "--store", "b.db").out.count('"unchanged"') == COUNT


def start(folder: Path) -> subprocess.Popen[bytes]:
    words = ["corpus", "run", "in", "--out", "out", "--workers", "1", "--shard-size", "1KB"]
    return subprocess.Popen([*COMMAND, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def finished(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder / "out").glob("shard-*")}


def wait_for(folder: Path, count: int) -> None:
    until = time.monotonic() + 60
    while len(finished(folder)) < count:
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
@pytest.mark.parametrize("whole", [True, False], ids=["all processes", "the first process"])
def test_killed_in_the_middle_and_run_again(kg: Kg, folder: Path, whole: bool) -> None:
    with start(folder) as run:
        wait_for(folder, 3)
        (os.killpg if whole else os.kill)(run.pid, signal.SIGKILL)
    before = finished(folder)
    assert 3 <= len(before) < COUNT
    refused = kg("load", "out")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "still to be read: `kg corpus run" in refused.err
    assert not Path("kg.db").exists()
    ran = kg("corpus", "run", "--out", "out", "--workers", "1")
    assert ran.code == 0, ran
    after = finished(folder)
    assert len(after) == COUNT
    assert sum(after[name] == stamp for name, stamp in before.items()) == len(before)
    assert not list((folder / "out").glob(".shard-*"))
    assert articles(kg, "a.db") == [f"{number:02}.txt" for number in range(COUNT)]


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_ctrl_c_keeps_what_is_finished(kg: Kg, folder: Path) -> None:
    with start(folder) as run:
        wait_for(folder, 2)
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(60) == 130
    assert 2 <= len(finished(folder)) < COUNT


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the processes in /proc")
def test_a_worker_that_dies_is_replaced(folder: Path) -> None:
    with start(folder) as run:
        wait_for(folder, 2)
        [server] = [pid for pid in children(run.pid) if b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        [worker] = children(server)
        os.kill(worker, signal.SIGKILL)
        assert run.wait(120) == 0
    assert len(finished(folder)) == COUNT


def children(pid: int) -> list[int]:
    return [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]


@pytest.mark.skipif(os.name == "nt", reason="locks are different there")
def test_one_run_at_a_time(kg: Kg, folder: Path) -> None:
    import fcntl

    words = ("corpus", "run", "in", "--out", "out", "--workers", "1")
    for path in list((folder / "in").iterdir())[1:]:
        path.unlink()
    assert kg(*words).code == 0
    with (folder / "out" / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        one_line(kg(*words), 1, "another process is at this run")


def test_what_workers_have_in_common_is_loaded_before_they_are_forked() -> None:
    told = "print(load.cache_info().currsize, 'py3langid' in sys.modules)"
    script = f"import sys, {pool.WARM}; from kg.reading.network.reader import load; {told}"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["1", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux")
def test_where_temporary_files_lie_deep_workers_start_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pool.context().get_start_method() == "forkserver"
    monkeypatch.setattr(tempfile, "tempdir", "/tmp/" + "deep/" * 20)
    assert pool.context().get_start_method() == "spawn"


def test_other_languages_are_skipped_and_told_of(kg: Kg, folder: Path) -> None:
    (folder / "in" / "pont.txt").write_text(FRENCH, encoding="utf-8")
    ran = kg("corpus", "run", "in", "--out", "out", "--workers", "1", "--lang", "en")
    assert ran.code == 0, ran
    assert ran.err.splitlines()[0].startswith(f"{COUNT} articles read in this run; ")
    assert ran.err.splitlines()[1] == "1 in another language was skipped: out/*/skipped.parquet says which"
    [row] = [row for path in Path("out").glob("*/skipped.parquet") for row in pq.read_table(path).to_pylist()]
    assert row == {"doc": "pont.txt", "language": "fr"}
    one_line(kg("corpus", "run", "in", "--out", "out", "--workers", "1"), 2, "language 'en', not None")
    assert articles(kg, "a.db") == [f"{number:02}.txt" for number in range(COUNT)]


def one_line(ran: Ran, code: int, *says: str) -> None:
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1), ran
    assert all(words in ran.err for words in says), ran.err


def test_usage(kg: Kg, folder: Path) -> None:
    one_line(kg("corpus", "run", "--out", "out"), 2, "nothing to read")
    one_line(kg("corpus", "run", "gone", "--out", "out"), 1, "gone: no such file")
    one_line(kg("corpus", "run", "-", "--out", "out"), 1, "reads files")
    one_line(kg("corpus", "run", "in", "--out", "in"), 1, "neither empty nor the output")
    one_line(kg("corpus", "run", "in"), 2, "--out")
    assert not Path("out").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limit")
def test_workers_without_memory_stop_the_run(kg: Kg, folder: Path) -> None:
    one_line(kg("corpus", "run", "in", "--out", "out", "--workers", "1", "--worker-memory", "60MB"), 1, "a worker")
    assert finished(folder) == {}


def test_a_run_goes_on_only_with_what_it_began_with(kg: Kg, folder: Path) -> None:
    for path in list((folder / "in").iterdir())[2:]:
        path.unlink()
    words = ("corpus", "run", "in", "--out", "out", "--workers", "1")
    assert kg(*words).code == 0
    assert kg(*words).err.startswith("0 articles read in this run; ")
    one_line(kg(*words, "--publisher", "The Gazette"), 2, "publisher None, not 'The Gazette'")
    settings = folder / "out" / "run.json"
    settings.write_text(settings.read_text().replace('"model_sha256": "', '"model_sha256": "0'))
    one_line(kg("corpus", "run", "--out", "out"), 2, "model_sha256")
    settings.write_text('{"claim-kg corpus": 1}')
    one_line(kg("corpus", "run", "--out", "out"), 1, "not the settings of a run")
    one_line(kg("load", "out", "--id", "7"), 2, "name one article")


@pytest.mark.parametrize("runner", ["native", "ray"])
def test_by_daft_it_is_the_same(kg: Kg, folder: Path, runner: str) -> None:
    pytest.importorskip("ray", reason="needs .[scale]")
    (folder / "in" / "bad.txt").touch()
    for path in sorted((folder / "in").iterdir())[2:COUNT]:
        path.unlink()
    words = ("corpus", "run", "in", "--workers", "2", "--shard-size", "1KB")
    setting = os.environ | {"DAFT_RUNNER": runner, "RAY_ADDRESS": "local"}
    by_daft = [*COMMAND, *words, "--out", "d", "--engine", "daft"]
    ran = subprocess.run(by_daft, cwd=folder, env=setting, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 3, ran
    assert kg(*words, "--out", "p").code == 3
    for table in ("articles", "attributions", "entities", "claims", "links", "errors"):
        read = [[pq.read_table(path) for path in sorted(Path(out).glob(f"*/{table}.parquet"))] for out in ("d", "p")]
        assert read[0] == read[1]
        assert len(read[0]) == 3
