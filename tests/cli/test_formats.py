from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.formats import Row, RowFormat, write_rows

COLUMNS = ("speaker", "said", "score", "day", "offset")
ROW: Row = {"speaker": "Ana Ruiz", "said": "“It’s open”", "score": 0.913, "day": date(2024, 5, 1), "offset": 7}
EVIL = "a\x1b[2Jb\x9bc\u202ed\x07"


def written(form: str, *rows: Row) -> str:
    out = io.StringIO(newline="")
    write_rows(rows, COLUMNS, RowFormat(form), out)
    return out.getvalue()


def test_json_and_jsonl_keep_types_and_letters() -> None:
    expected = {"speaker": "Ana Ruiz", "said": "“It’s open”", "score": 0.913, "day": "2024-05-01", "offset": 7}
    assert [json.loads(line) for line in written("jsonl", ROW, ROW).splitlines()] == [expected, expected]
    assert json.loads(written("json", ROW)) == [expected]
    assert "“It’s open”" in written("jsonl", ROW)
    assert json.loads(written("json")) == []
    assert written("jsonl") == ""


def test_columns_come_in_their_order_and_all_of_them() -> None:
    assert list(json.loads(written("jsonl", {"day": None, "speaker": "x"}))) == list(COLUMNS)
    assert written("csv").strip() == "speaker,said,score,day,offset"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1", "|cmd", "%x"])
def test_text_that_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    [cell] = [row["said"] for row in csv.DictReader(io.StringIO(written("csv", {"said": text}), newline=""))]
    assert cell.startswith("'")
    assert written("tsv", {"said": text}).splitlines()[1].split("\t")[1].startswith("'")


@pytest.mark.parametrize("value", ["plain", "“=1”", "a=b", -1, -0.5])
def test_other_cells_are_left_alone(value: str | float) -> None:
    [cell] = [row["said"] for row in csv.DictReader(io.StringIO(written("csv", {"said": value}), newline=""))]
    assert cell == str(value)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=30))
def test_csv_gives_every_text_back(text: str) -> None:
    [cell] = [row["said"] for row in csv.DictReader(io.StringIO(written("csv", {"said": text}), newline=""))]
    assert cell.removeprefix("'") == "".join(c if not _steers(c) else f"\\u{ord(c):04x}" for c in text).removeprefix("'")


def _steers(c: str) -> bool:
    return c in "\u200e\u200f" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"


@pytest.mark.parametrize("form", list(RowFormat))
def test_nothing_in_a_text_steers_the_terminal(form: RowFormat) -> None:
    shown = written(form, {"speaker": EVIL, "said": EVIL})
    assert not set(shown) & set("\x1b\x9b\x07\u202e")


def test_json_gives_the_evil_text_back() -> None:
    assert json.loads(written("jsonl", {"said": EVIL}))["said"] == EVIL


@pytest.mark.parametrize("form", ["tsv", "markdown"])
def test_one_row_is_one_line(form: str) -> None:
    lines = written(form, {"said": "one\ntwo\tthree | four"}).splitlines()
    assert "one two three" in lines[-1]


def test_markdown_cells_do_not_break_the_table() -> None:
    assert written("markdown", {"said": "a | b *c* <d>"}).splitlines()[-1] == "|  | a \\| b \\*c\\* \\<d\\> |  |  |  |"


def test_a_table_leaves_empty_columns_out_and_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = written("table", {**ROW, "said": "word " * 30, "day": None}).splitlines()
    assert lines[0].split() == ["speaker", "said", "score", "offset"]
    assert max(map(len, lines)) <= 60
    assert "0.91" in lines[2]


def test_where_a_table_does_not_fit_each_row_is_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    lines = written("table", {**ROW, "said": "word " * 8, "day": None}, ROW).splitlines()
    assert lines[:4] == ["speaker  Ana Ruiz", "said     word word word word", "         word word word word", "score    0.91"]
    assert lines[5:7] == ["", "speaker  Ana Ruiz"]


def test_of_our_own_names_a_table_shows_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    iri = "http://localhost:8421/id/att_" + "a2" * 8
    assert ("att_" + "a2" * 8) in written("table", {"said": iri}).split()
    assert iri in written("csv", {"said": iri})
    assert written("table") == ""
