"""What people have, through the command: folders of all kinds, feeds, archives and tables; and one line for each that is wrong."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article, Extraction
from kg.reading import read
from tests.cli.conftest import BRIDGE, Kg
from tests.loaders.made import SAID, packed, page, pdf
from tests.loaders.served import site
from tests.loaders.test_tables import to_parquet
from tests.loaders.test_warc import RECORDS

WRONG: dict[str, tuple[bytes, str]] = {
    "cut.jsonl.gz": (
        gzip.compress(b'{"text": "word"}\n')[:-12],
        "cut off: the gzip file ends too early; only articles that are whole before that were read",
    ),
    "bomb.jsonl.gz": (gzip.compress(b"\0" * 150_000_000), "more than 20,000,000 bytes|a bomb"),
    "long.pdf": (pdf([["x"]] * 10_000), "10,000 pages"),
    "deep.html": (b"<html>" + b"<div>" * 100_000, "nested 100,000 deep"),
    "charset.html": (b'<meta charset="klingon"><html>' + bytes(range(128, 256)) * 4, "not a text|no main text|binary"),
    "field.parquet": (to_parquet([{"a": 1}]), "there are: a"),
    "line.jsonl": (b'{"text": "' + b"x" * 21_000_000 + b'"}', "more than 20,000,000 bytes"),
    "empty.rss": (b"", "empty"),
    "cut.warc.gz": (packed(RECORDS[:3])[:-50], "cut off|damaged"),
}


def test_wrong_files_give_one_line_each_and_stop_nothing(kg: Kg, tmp_path: Path) -> None:
    for name, (data, _) in WRONG.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(BRIDGE)
    ran = kg("extract", "-q", *WRONG, "z.txt")
    assert (ran.code, [json.loads(line)["doc"] for line in ran.out.splitlines()]) == (3, ["z.txt"])
    lines = ran.err.splitlines()
    assert len([line for line in lines if line.startswith("error: ")]) == len(lines) - 1
    for name, (_, says) in WRONG.items():
        about = [line for line in lines if line.startswith(f"error: {name}")]
        assert len(about) == 1, (name, lines)
        assert any(words in about[0] for words in says.split("|")), about
    assert lines[-1] == f"{len(WRONG)} of {len(WRONG) + 1} documents failed"


def test_a_folder_of_all_kinds(kg: Kg, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "a.txt").write_text(BRIDGE)
    (folder / "b.html").write_text(page('<link rel="canonical" href="https://lark.example/b">'))
    (folder / "c.pdf").write_bytes(pdf([SAID]))
    (folder / "d.warc.gz").write_bytes(packed(RECORDS))
    (folder / "e.jsonl").write_text("not read unless it is named")
    ran = kg("load", "all", "--format", "jsonl")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, len(rows)) == (0, 8)
    assert [row["doc"].partition("#")[0] for row in rows] == ["a.txt", "b.html", "c.pdf", *["d.warc.gz"] * 5]
    assert all(row["attributions"] for row in rows)
    assert kg("provenance", "--help").code == 0
    assert kg("load", "all").out.count('"unchanged"') == 8


def test_a_table_with_a_field_map(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(f'who;when;words\nGazette;2024-05-02;"{SAID[0]}"\n', encoding="utf-8")
    ran = kg("extract", "d.csv", "--field", "text=words", "--field", "date=when")
    found = json.loads(ran.out)
    assert (found["doc"], found["text"], found["published"]) == ("d.csv#2", SAID[0], "2024-05-02")
    ran = kg("extract", "d.csv")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "there are: who, when, words" in ran.err


def test_records_that_fail_alike_are_told_of_in_one_line(kg: Kg, tmp_path: Path) -> None:
    lines = [{"title": "a", "text": SAID[0]}, {"text": SAID[0]}, {"body": " "}, {"title": "b", "text": SAID[0]}, {"body": SAID[0]}]
    dump = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "d.jsonl").write_text(dump, encoding="utf-8")
    (tmp_path / "e.jsonl").write_text(dump, encoding="utf-8")
    ran = kg("extract", "d.jsonl", "e.jsonl", "--field", "text=body")
    assert (ran.code, ran.out.count("\n")) == (3, 2)
    assert ran.err.splitlines() == [
        f"error: {name}.jsonl: line {line}"
        for name in "de"
        for line in ("1 and 2 more: no field 'body' for text; there are: title, text", "3: no text in its field 'body'")
    ] + ["8 of 10 documents failed"]


def test_what_failed_is_told_before_the_file_is_given_up(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text('{"a": 1}\n' * 30, encoding="utf-8")
    ran = kg("load", "d.jsonl")
    first, second, last = ran.err.splitlines()
    assert first.startswith("error: d.jsonl: line 1 and 19 more: no field that looks like the text; there are: a")
    assert (second[:16], last) == ("error: d.jsonl: ", "21 of 21 documents failed")


def test_a_page_from_the_web(kg: Kg) -> None:
    with site() as (base, _):
        ran = kg("load", f"{base}/story", f"{base}/feed", "--allow-private")
        assert [json.loads(line)["status"] for line in ran.out.splitlines()] == ["added", "replaced"], ran.err
        ran = kg("load", f"{base}/story")
        assert (ran.code, ran.err.count("\n")) == (1, 1)
        assert "--allow-private" in ran.err


NEEDED = 'reading HTML needs an optional package: in a checkout, pip install ".[html]"'


def test_a_missing_extra_says_what_to_install(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.html.find_spec", lambda _: None)
    (tmp_path / "a.html").write_text(page())
    ran = kg("extract", "a.html")
    assert (ran.code, ran.err) == (1, f"error: a.html: {NEEDED}\n")


@pytest.mark.parametrize("command", ["load", "extract"])
def test_a_document_that_needs_a_missing_extra_stops_no_other(
    kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("kg.loaders.html.find_spec", lambda _: None)
    (tmp_path / "all").mkdir()
    for name, text in (("a.txt", BRIDGE), ("b.html", page()), ("c.txt", BRIDGE.replace("Lark", "Selm"))):
        (tmp_path / "all" / name).write_text(text)
    ran = kg(command, "all", "--format", "jsonl")
    assert (ran.code, [json.loads(line)["doc"] for line in ran.out.splitlines()]) == (3, ["a.txt", "c.txt"])
    assert [line for line in ran.err.splitlines() if line.startswith("error")] == [f"error: b.html: {NEEDED}"]
    assert "1 of 3 documents failed" in ran.err


@pytest.mark.parametrize("command", ["load", "extract"])
def test_a_document_that_takes_too_long_holds_nothing_up(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    held: list[Extraction] = []

    def holding(article: Article, **told: Any) -> Extraction:
        held.append(read(article, **told))
        return held[0]

    def slow(article: Article, **_: Any) -> Extraction:
        while article.doc == "a.txt":
            pass
        return held[0]  # read before: on a busy machine it might take too long itself

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BRIDGE)
    monkeypatch.setattr("kg.reading.read", holding)
    assert kg("extract", "b.txt").code == 0
    monkeypatch.setattr("kg.reading.read", slow)
    ran = kg(command, "a.txt", "b.txt", "-q", "--max-time", "1")
    assert (ran.code, [json.loads(line)["doc"] for line in ran.out.splitlines()]) == (3, ["b.txt"])
    assert ran.err.startswith("error: a.txt: reading it took longer than 1 second; --max-time allows more\n")


def test_load_goes_on_when_nobody_reads_its_rows(tmp_path: Path) -> None:
    texts = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(texts):
        path.write_text(f"May 2, 2024\n\nThe mill {number} is closed, Ana Ruiz said.\n", "utf-8")
    command = [sys.executable, "-m", "kg", "load", *map(str, texts), "--store", str(tmp_path / "kg.db"), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as load:
        assert load.stdout
        assert load.stderr
        assert '"status": "added"' in load.stdout.readline()
        load.stdout.close()
        said = load.stderr.read()
    assert (load.returncode, said) == (0, f"6 articles: 6 added in {tmp_path / 'kg.db'}\n")
