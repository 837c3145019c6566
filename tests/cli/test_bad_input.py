"""Bad input: one clear line, the right exit code, and a store that is as it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import BRIDGE, Kg, Ran

COMMAND = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"]


@pytest.fixture
def loaded(kg: Kg, bridge: Path) -> Iterator[Callable[..., Ran]]:
    """A `kg` with the bridge article in its store; afterwards the store must hold what it held."""
    assert kg("load", str(bridge)).code == 0
    assert kg("export", "-o", "before.nq").code == 0
    before = Path("before.nq").read_bytes()
    yield kg
    assert kg("export", "-o", "after.nq").code == 0
    assert Path("after.nq").read_bytes() == before


def one_error(ran: Ran, code: int, *says: str) -> None:
    lines = ran.err.splitlines()
    assert (ran.code, ran.out, len(lines)) == (code, "", 1), ran
    assert lines[0].startswith("error: ")
    assert all(word in lines[0] for word in says), lines[0]


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "not a text"),
    "page.txt": (b"<!DOCTYPE html>\n<html><p>The mayor said it is safe.</p></html>", "HTML"),
    "page.html": (b"<!DOCTYPE html>\n<html><script>go()</script></html>", "no main text"),
    "paper.txt": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "paper.pdf": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "zeros.txt": (b"Text\0with\0zeros", "not a text"),
    "long.txt": (b"word " * 10_000_000, "larger than 1,000,000 bytes"),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("command", ["load", "extract"])
def test_files_that_are_no_articles(kg: Kg, tmp_path: Path, name: str, command: str) -> None:
    data, says = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    one_error(kg(command, name), 1, f"{name}: ", says)
    assert not (tmp_path / "kg.db").exists()


@pytest.mark.parametrize("command", ["load", "extract"])
def test_nothing_to_read(kg: Kg, tmp_path: Path, command: str) -> None:
    (tmp_path / "folder").mkdir()
    one_error(kg(command, "gone.txt"), 1, "gone.txt", "no such file or folder")
    one_error(kg(command, "folder"), 1, "folder", "no articles", "*.txt")
    assert not (tmp_path / "kg.db").exists()


def test_the_wrong_encoding(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Une écluse".encode("latin-1"))
    one_error(kg("load", "a.txt", "--encoding", "utf-8"), 1, "a.txt", "not in the encoding utf-8")
    one_error(kg("load", "a.txt", "--encoding", "klingon"), 2, "unknown encoding", "klingon")


def test_what_was_guessed_or_mended_is_noted(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BRIDGE.encode() + b"\xe9\n")
    ran = kg("extract", "a.txt")
    assert (ran.code, json.loads(ran.out)["text"]) == (0, BRIDGE + "\ufffd\n")
    assert ran.err.startswith("note: a.txt: 1 byte that is no UTF-8 was replaced")
    assert kg("extract", "a.txt", "-q").err == ""


def test_the_rest_of_a_batch_is_loaded(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = kg("load", "empty.txt", str(bridge), "gone.txt")
    assert (ran.code, [json.loads(line)["doc"] for line in ran.out.splitlines()]) == (3, ["bridge.txt"])
    assert ran.err.splitlines()[-1] == "2 of 3 documents failed"
    assert kg("stats").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["frobnicate"], "No such command"),
        (["load"], "Missing argument"),
        (["load", "a.txt", "--frob"], "No such option"),
        (["query", "speakers", "--format", "xml"], "xml"),
        (["export", "--format", "xml"], "xml"),
        (["import", "graph.xml"], "cannot tell the format"),
        (["load", "bridge.txt", "--date", "soon"], "not a date"),
        (["load", "bridge.txt", "--url", "nowhere"], "not a web address"),
        (["load", "bridge.txt", "--loader", "frob"], "no loader 'frob'"),
        (["load", "bridge.txt", "bridge.txt", "--url", "https://example.org/"], "name one article"),
        (["load", "bridge.txt", "--max-size", "lots"], "not a size"),
        (["load", "bridge.txt", "--field", "body"], "not a field map"),
        (["load", "bridge.txt", "--field", "author=by"], "not a field map"),
        (["load", "bridge.txt", "--field", "text=a", "--field", "text=b"], "twice"),
        (["load", "bridge.txt", "--loader", "jsonl", "--id", "7"], "names one article"),
        (["load", "http://[::1/"], "not a web address"),
        (["who-said", "Ana Ruiz", "--min-score", "2"], "2"),
        (["query", "speakers", "frob"], "name=value"),
        (["export", "-o", "no/such/folder/a.ttl"], "cannot write"),
        (["export", "-o", "foo.xyz"], "cannot tell the format of 'foo.xyz'"),
        (["sparql", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "-o", "foo"], "cannot tell the format of 'foo'"),
        (["query", "about"], "needs entity="),
        (["query", "about", "limit=3"], "needs entity="),
        (["query", "provenance"], "needs id="),
        (["query", "frob"], "'frob': there is about, contradictions"),
        (["query", "speakers", "frob=1"], "no parameter 'frob'"),
        (["query", "speakers", "limit=many"], "'many' is no number of rows"),
        (["who-said", "Ana Ruiz", "--stance", "frob"], "'frob' is none of asserts, denies"),
        (["load", "bridge.txt", "--store", "new.db", "--base", "x"], "'x' is no IRI"),
    ],
)
def test_usage(loaded: Kg, words: list[str], says: str) -> None:
    one_error(loaded(*words), 2, says)


def test_queries_that_are_none(loaded: Kg) -> None:
    one_error(loaded("who-said", "Ana Ruis"), 1, "Ana Ruis", "did you mean 'Ana Ruiz'")
    one_error(loaded("provenance", "ffffffffffff"), 1, "ffffffffffff")
    one_error(loaded("delete", "bridge.tx"), 1, "bridge.tx")


def test_sparql_that_is_refused(loaded: Kg) -> None:
    one_error(loaded("sparql", "SELECT * WHERE {"), 1)
    one_error(loaded("sparql", "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"), 1, "SERVICE", "--allow-network")
    one_error(loaded("sparql", "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }"), 1, "--write")
    one_error(loaded("sparql", "LOAD <http://localhost:1/>", "--write"), 1, "--allow-network")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("broken.ttl", b"<a> <b> .", "broken.ttl"),
        ("blank.ttl", b"[] a <http://schema.org/Claim> .", "blank node"),
        ("foreign.nq", b"<http://e.org/a> <http://e.org/b> <http://e.org/c> <http://e.org/g> .", "http://e.org/b"),
        ("empty.ttl", None, "No such file"),
    ],
)
def test_imports_that_are_refused(loaded: Kg, tmp_path: Path, name: str, data: bytes | None, says: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    one_error(loaded("import", name), 1, says)
    one_error(loaded("import", name, "--store", "new.db"), 1, says)
    assert not (tmp_path / "new.db").exists()


def test_no_store(kg: Kg, tmp_path: Path) -> None:
    for words in (["stats"], ["who-said", "Ana Ruiz"], ["export"], ["validate"], ["delete", "x"], ["sparql", "ASK {}"]):
        one_error(kg(*words), 1, "kg.db", "kg load")
    assert not (tmp_path / "kg.db").exists()


def test_what_is_no_store(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    one_error(kg("stats", "--store", str(bridge)), 1, "not a store")
    one_error(kg("load", str(bridge), "--store", str(tmp_path)), 1, "not a store")


def test_a_place_where_no_store_can_be_made(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if Path("/proc/self").exists():
        one_error(kg("load", str(bridge), "--store", "/proc/x"), 1, "/proc/x: no store can be made here (No such file", "another --store")
        kg("load", str(bridge))
        one_error(kg("backup", "/proc/x"), 1, "/proc/x: no folder can be made here (No such file", "another place")
        assert kg("backup", "copy").code == 0
        one_error(kg("restore", "copy", "--store", "/proc/x"), 1, "/proc/x: no folder can be made here (No such file", "another place")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "x")

    monkeypatch.setattr(Path, "mkdir", refused)
    one_error(kg("load", str(bridge), "--store", "x"), 1, "x: no store can be made here (Permission denied)", "another --store")


def test_a_store_of_a_newer_version(loaded: Kg, bridge: Path) -> None:
    described = Path("kg.db/store.json")
    was = described.read_text()
    described.write_text(json.dumps(json.loads(was) | {"format": 999}))
    for words in (["stats"], ["load", str(bridge)]):
        one_error(loaded(*words), 1, "upgrade")
    described.write_text(was)


def test_a_store_that_another_process_writes_to(loaded: Kg, bridge: Path, tmp_path: Path) -> None:
    hold = f"import kg; s = kg.open({str(tmp_path / 'kg.db')!r}); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        try:
            one_error(loaded("load", str(bridge)), 1, "another process")
        finally:
            other.communicate(b"\n")


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_ctrl_c_in_the_middle_of_a_load(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(500):
        (tmp_path / "many" / f"{number:03}.txt").write_text(BRIDGE.replace("Lark", f"Lark {number}"))
    with (tmp_path / "err.txt").open("w") as words:
        load = subprocess.Popen([*COMMAND, "load", "many"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=words, text=True)
        assert load.stdout
        lines = [load.stdout.readline() for _ in range(3)]
        load.send_signal(signal.SIGINT)
        load.communicate(timeout=60)
    err = (tmp_path / "err.txt").read_text()
    assert all(lines), err
    assert load.returncode == 130, err
    done = int(err.split("interrupted: ")[1].split()[0])
    counted = {row["what"]: row["count"] for row in map(json.loads, kg("stats").out.splitlines())}
    assert 2 <= done < 500
    assert counted["articles"] in (done, done + 1)
    assert kg("load", "many/000.txt").out.count('"unchanged"') == 1


@pytest.mark.skipif(os.name == "nt" or not shutil.which("mount") or os.geteuid() != 0, reason="needs to mount a small disk")
def test_a_full_disk(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False, capture_output=True).returncode:
        pytest.skip("may not mount a small disk here")
    try:
        (disk / "filler").write_bytes(b"x" * 1_000_000)
        one_error(kg("load", str(bridge), "--store", str(disk / "kg.db")), 1, "disk is full")
        one_error(kg("extract", str(bridge), "-o", str(disk / "out.jsonl")), 1, "No space left")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("words", [["extract", *["bridge.txt"] * 100], ["export"], ["sparql", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"]])
def test_a_reader_that_stops_reading(kg: Kg, bridge: Path, tmp_path: Path, words: list[str]) -> None:
    for number in range(8 if words[0] != "extract" else 1):
        bridge.write_text(BRIDGE.replace("Lark", f"Lark {number}"))
        assert kg("load", str(bridge)).code == 0
    with subprocess.Popen([*COMMAND, *words], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(10)
        run.stdout.close()
        assert (run.wait(60), run.stderr.read()) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["export"], ["sparql", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"]])
def test_a_full_output_is_not_blamed_on_the_store(loaded: Kg, tmp_path: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, *words], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert (ran.returncode, ran.stderr) == (1, "error: cannot write to standard output: No space left on device\n")
    one_error(loaded(*words, "-o", "/dev/full"), 1, "cannot write to /dev/full: No space left")


@pytest.mark.parametrize("paths", [["bridge.txt"], ["."], ["gone.txt", "./bridge.txt"]])
def test_an_output_that_is_an_input_is_refused(kg: Kg, bridge: Path, paths: list[str]) -> None:
    ran = kg("extract", *paths, "-o", str(bridge))
    assert (ran.code, ran.out) == (2, "")
    assert "would overwrite bridge.txt" in ran.err
    assert bridge.read_text(encoding="utf-8") == BRIDGE


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["review", "--accept"], "kg review"),
        (["neo4j", "start", "--port"], "kg neo4j start"),
        (["neo4j", "--port"], "kg neo4j"),
        (["-x"], "kg"),
    ],
)
def test_an_option_without_its_value_names_the_command(kg: Kg, words: list[str], command: str) -> None:
    one_error(kg(*words), 2, words[-1], f"See {command} --help")


@pytest.mark.parametrize(
    "words",
    [["load", ""], ["extract", ""], ["corpus", "run", "", "--out", "out"], ["load", "bridge.txt", "--store", ""], ["stats", "--store", ""],
     ["who-said", "bridge", "--store", ""], ["query", "who-said", "--store="], ["demo", "--store", ""]],
    ids=" ".join,
)  # fmt: skip
def test_an_empty_name_is_not_the_current_folder(kg: Kg, bridge: Path, tmp_path: Path, words: list[str]) -> None:
    ran = kg(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    assert "is empty" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt"]
