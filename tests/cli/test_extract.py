from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BRIDGE, Kg


def test_one_object_a_document_in_input_order(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "many" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        (tmp_path / "many" / name).write_text(BRIDGE)
    ran = kg("extract", str(bridge), "many", "--format", "jsonl")
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [r["doc"] for r in read] == ["bridge.txt", "a.txt", "b.txt", "deep/c.txt"]
    assert (ran.code, ran.err) == (0, "")
    assert {r["text"] for r in read} == {BRIDGE}
    assert (read[0]["headline"], read[0]["published"]) == ("Bridge Reopens After Flood", "2024-05-02")
    assert "We have checked every bolt" in [BRIDGE[b:e] for b, e in (a["content"][0] for a in read[0]["attributions"])]


def test_an_array(kg: Kg, bridge: Path) -> None:
    assert len(json.loads(kg("extract", str(bridge), str(bridge), "-f", "json").out)) == 2
    assert json.loads(kg("extract", "gone.txt", "-f", "json").out) == []


def test_standard_input_and_output_file(kg: Kg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BRIDGE.encode())))
    ran = kg("extract", "-", "-o", "out.jsonl", "--title", "Other", "--date", "2020-01-02")
    read = json.loads((tmp_path / "out.jsonl").read_text())
    assert (ran.out, read["doc"], read["headline"], read["published"]) == ("", "-", "Other", "2020-01-02")


def test_min_score_drops_attributions_and_what_points_at_them(kg: Kg, bridge: Path) -> None:
    everything = json.loads(kg("extract", str(bridge)).out)
    scores = sorted(a["score"] for a in everything["attributions"])
    some = json.loads(kg("extract", str(bridge), "--min-score", str(scores[len(scores) // 2])).out)
    kept = {a["id"] for a in some["attributions"]}
    assert 0 < len(kept) < len(scores)
    assert all(a["score"] >= scores[len(scores) // 2] for a in some["attributions"])
    assert all({r["a"], r["b"]} <= kept for r in some["relations"])
    assert {a[key] for a in some["attributions"] for key in ("disputes", "relays")} <= kept | {None}


def test_a_bad_document_does_not_stop_the_rest(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = kg("extract", "gone.txt", "empty.txt", str(bridge))
    assert (ran.code, len(ran.out.splitlines())) == (3, 1)
    assert ran.err.splitlines() == [
        "error: gone.txt: no such file or folder",
        "error: empty.txt: the document is empty; nothing to read",
        "2 of 3 documents failed",
    ]


def test_a_crash_on_one_document_is_one_line(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("kg.reading.read", crash)
    ran = kg("extract", str(bridge))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: bridge.txt: could not be read: ZeroDivisionError: oops (--debug shows where)\n"
    assert "Traceback" in kg("extract", str(bridge), "--debug").err


def test_evil_names_and_texts_do_not_reach_the_terminal(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("“It\x9b2J is open,” said Ana Ruiz.\n")
    (tmp_path / "b\x1b[2J.txt").touch()
    ran = kg("extract", ".")
    assert ran.code == 3
    assert not set(ran.out + ran.err) & set("\x1b\x9b")
