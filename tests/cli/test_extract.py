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


FRENCH = (
    "Le ministre a déclaré mardi que le pont resterait fermé jusqu'à la fin du mois. « Nous avons vérifié chaque boulon », a-t-il dit. "
    "Les habitants de la ville se plaignent depuis des semaines du bruit et de la poussière que causent les travaux sur la rive gauche.\n"
)


@pytest.mark.parametrize("code", ["english", "xx", "", "en_GB"])
@pytest.mark.parametrize("words", [["extract"], ["load"], ["corpus", "run", "--out", "out"]], ids=" ".join)
def test_a_language_that_is_none(kg: Kg, bridge: Path, tmp_path: Path, words: list[str], code: str) -> None:
    ran = kg(*words, str(bridge), "--lang", code)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: not the code of a language that can be told: {code!r}; write it as en\n"
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.txt"]


def test_other_languages_are_noted_and_with_lang_left_out(kg: Kg, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(FRENCH)
    (tmp_path / "short.txt").write_text("It held, said Ana Ruiz.\n")
    ran = kg("extract", "pont.txt", str(bridge), "short.txt", "--lang", "en")
    assert [json.loads(line)["doc"] for line in ran.out.splitlines()] == ["bridge.txt", "short.txt"]
    assert (ran.code, ran.err) == (0, "note: pont.txt: skipped: it looks like language 'fr'\n")
    every = [json.loads(line) for line in kg("extract", "pont.txt", str(bridge)).out.splitlines()]
    assert ["'fr'" in " ".join(read["errors"]) for read in every] == [True, False]
    assert kg("load", "pont.txt", "--lang", "en").code == 0
    assert not (tmp_path / "kg.db").exists()
    assert kg("extract", "pont.txt", "--lang", "fr").out.count("\n") == 1
