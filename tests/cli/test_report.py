from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kg


@pytest.fixture
def loaded(kg: Kg, bridge: Path) -> Kg:
    assert kg("load", str(bridge)).code == 0
    return kg


def test_a_page(loaded: Kg, tmp_path: Path) -> None:
    ran = loaded("report")
    assert ran.code == 0
    assert ran.out == ""
    assert "open report.html" in ran.err
    assert "Bridge Reopens After Flood" in (tmp_path / "report.html").read_text("utf-8")


def test_standard_output(loaded: Kg) -> None:
    ran = loaded("report", "--speaker", "Ana Ruiz", "-o", "-")
    assert ran.code == 0
    assert ran.out.startswith("<!doctype html>")
    assert ran.out.rstrip().endswith("</html>")


def test_as_it_was(loaded: Kg) -> None:
    ran = loaded("report", "--as-of", "2999-01-01", "-o", "-")
    assert ran.code == 0
    assert "as it was, 2999-01-01" in ran.out
    assert loaded("report", "--as-of", "2001-01-01", "-o", "-").code == 1


def test_a_score_is_told(loaded: Kg) -> None:
    assert "Only what scores 0.5 or more is shown." in loaded("report", "--min-score", "0.5", "-o", "-").out
    assert "Only what scores" not in loaded("report", "-o", "-").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--all", "--about", "x"], 2, "--all"),
        (["--speaker", "Anna Ruis"], 1, "Ana Ruiz"),
        (["--about", "nothing of that name"], 1, "nothing called"),
        (["--article", "bridge"], 1, "no article is called 'bridge'"),
        (["-o", "nowhere/report.html"], 2, "folder does not exist"),
        (["--store", "none.db"], 1, "none.db"),
        (["--min-score", "1"], 1, "nothing scores 1 or more"),
        (["-o", ""], 2, "the name of a file"),
    ],
)
def test_bad_words(loaded: Kg, tmp_path: Path, words: list[str], code: int, told: str) -> None:
    ran = loaded("report", *words)
    assert ran.code == code
    assert told in ran.err
    assert not list(tmp_path.rglob("*.html"))


def test_a_database_is_no_folder(loaded: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = loaded("report", "--store", "bolt://127.0.0.1:7687")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "kg import --from ADDRESS" in ran.err
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:7687")
    ran = loaded("report")
    assert (ran.code, "not NEO4J_URI" in ran.err) == (0, True)


def test_a_database_and_no_folder(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:7687")
    ran = kg("report")
    assert (ran.code, ran.err.count("\n"), "kg import --from ADDRESS" in ran.err) == (2, 1, True)


def test_only_a_report_is_written_over(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    Path("notes.html").write_text("<p>Mine.", encoding="utf-8")
    ran = kg("report", "-o", "notes.html")
    told = "error: notes.html is there already, and no report: name another file with -o, or write over it with --overwrite\n"
    assert (ran.code, ran.err, Path("notes.html").read_text("utf-8")) == (2, told, "<p>Mine.")
    for words in (["--overwrite"], []):
        ran = kg("report", "-o", "notes.html", *words)
        assert (ran.code, "<p>Mine." in Path("notes.html").read_text("utf-8")) == (0, False)
