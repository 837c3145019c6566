"""JSON Lines, CSV and Parquet: the same records give the same articles."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.errors import InputError
from kg.loaders import csv as csv_loader
from kg.loaders import csvparts, jsonl, parquet
from kg.loaders.base import Given, Loader
from kg.loaders.day import to_day
from kg.loaders.unpack import unpacked
from kg.model import Article
from tests.loaders.made import SAID, Read, page

RECORDS: list[dict[str, Any]] = [
    {
        "id": "n1",
        "url": "https://lark.example/1",
        "title": "Bridge Reopens",
        "text": SAID[0],
        "date": "2024-05-02",
        "source": "The Gazette",
    },
    {
        "id": "n2",
        "url": "",
        "title": "",
        "text": f"{SAID[1]}\nMore, “with” commas.",
        "date": "Mon, 06 Sep 2021 23:30:00 -0500",
        "source": "",
    },
]


def to_jsonl(records: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in records)


def to_csv(records: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def to_parquet(records: list[dict[str, Any]], rows: int = 1000) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), out, row_group_size=rows)
    return out.getvalue()


KINDS: list[tuple[Loader, Callable[[list[dict[str, Any]]], bytes]]] = [
    (jsonl.LOADER, to_jsonl),
    (csv_loader.LOADER, to_csv),
    (parquet.LOADER, to_parquet),
]
each = pytest.mark.parametrize(("loader", "write"), KINDS, ids=[loader.name for loader, _ in KINDS])


@each
def test_records_with_usual_names(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    found = Read(loader, write(RECORDS), doc="t")
    assert found.refused == found.noted == []
    one, two = found.articles
    assert (one.text, one.key, one.headline, one.published) == (SAID[0], "https://lark.example/1", "Bridge Reopens", date(2024, 5, 2))
    assert (one.url, one.publisher) == ("https://lark.example/1", "The Gazette")
    assert (two.text, two.key, two.published, two.publisher) == (RECORDS[1]["text"], "n2", date(2021, 9, 6), None)
    assert len({one.doc, two.doc}) == 2


@each
def test_a_field_map(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    records = [{"Text": "no", "story_body": SAID[0], "when": "2024-05-02", "wire": "AP", "Lang": "en-GB", "id": "i"}]
    fields = (("text", "story_body"), ("date", "when"), ("agency", "wire"), ("language", "Lang"))
    article = Read(loader, write(records), fields=fields).one
    assert (article.text, article.published, article.agency, article.language) == (SAID[0], date(2024, 5, 2), "Associated Press", "en")


@each
def test_html_in_a_field(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    article = Read(loader, write([{"content_html": page(), "url": "https://lark.example/1"}])).one
    assert article.text.split("\n")[1:] == SAID
    assert article.url == "https://lark.example/1"


@each
def test_a_record_without_text_is_refused_and_the_next_one_read(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    found = Read(loader, write([{**RECORDS[0], "text": " "}, RECORDS[1], {**RECORDS[0], "text": "a\0b"}]))
    assert [article.key for article in found.articles] == ["n2"]
    assert len(found.refused) == 2
    assert "no text in its field 'text'" in found.refused[0]
    assert "not a text" in found.refused[1]


@each
def test_a_table_without_the_field(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    line = Read(loader, write([{"a": "x", "b": "y"}])).complaint
    assert "there are: a, b" in line
    assert "--field text=" in line
    line = Read(loader, write(RECORDS[:1]), fields=(("text", "body"),)).complaint
    assert "no field 'body' for text; there are: id, url, title" in line


@each
def test_a_day_that_is_none_is_noted(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    found = Read(loader, write([{**RECORDS[0], "date": "yesterday"}]))
    assert found.one.published is None
    assert "'yesterday' is no date" in found.noted[0]


@each
def test_a_record_that_is_too_large(loader: Loader, write: Callable[[list[dict[str, Any]]], bytes]) -> None:
    found = Read(loader, write([{**RECORDS[0], "text": "word " * 100_000}, RECORDS[1]]), max_bytes=10_000)
    assert [article.key for article in found.articles] == ["n2"]
    [line] = found.refused
    assert "--max-size" in line


@pytest.mark.parametrize("loader", [jsonl.LOADER, csv_loader.LOADER, parquet.LOADER], ids=lambda one: one.name)
def test_what_is_no_table(loader: Loader) -> None:
    found = Read(loader, b"\x89PNG\r\n\x1a\n\x00\x00\n" * 500)
    assert found.articles == []
    assert str(found.error).startswith("x: ")
    assert len(found.refused) <= 20


# JSON Lines


def test_lines_that_are_no_objects() -> None:
    data = b'{"text": "cut\n[1, 2]\n"words"\n' + b"[" * 100_000 + b"\n\n" + to_jsonl(RECORDS[:1])
    found = Read(jsonl.LOADER, data, doc="d")
    assert [article.text for article in found.articles] == [SAID[0]]
    assert [line.partition(":")[0] for line in found.refused] == ["d#0", "d#14", "d#21", "d#29"]
    assert [line.split(": ")[1] for line in found.refused] == ["line 1", "line 2", "line 3", "line 4"]
    assert all("\n" not in line and len(line) < 300 for line in found.refused)


def test_of_a_part_of_a_file_the_line_is_not_known() -> None:
    data = to_jsonl(RECORDS[:1]) + b"[1]\n"
    assert [line.split(": ")[1] for line in Read(jsonl.LOADER, data, doc="d").refused] == ["line 2"]
    [told] = Read(jsonl.LOADER, data, doc="d", part=(5, len(data))).refused
    assert told == f"d#{len(data) - 4}: a line of JSON, but not an object with fields"


def test_a_line_that_is_too_long_is_one_line() -> None:
    found = Read(jsonl.LOADER, b'{"text": "' + b"x" * 500_000 + b'"}\n[1]\n', doc="d", max_bytes=10_000)
    assert [line.split(": ")[1] for line in found.refused] == ["line 1", "line 2"]


def test_a_huge_line_is_passed_over_in_little_memory() -> None:
    data = b'{"text": "' + b"x" * 5_000_000 + b'"}\n' + to_jsonl(RECORDS[:1])
    found = Read(jsonl.LOADER, data, max_bytes=100_000)
    assert [article.text for article in found.articles] == [SAID[0]]
    assert "more than 200,000 bytes" in found.refused[0]


def test_nested_fields_and_numbers() -> None:
    record = {"article": {"body": SAID[0], "at": 1714636800000}, "id": 7, "source": {"name": "The Gazette"}, "title": "a\ud800b"}
    article = Read(jsonl.LOADER, to_jsonl([record]), fields=(("text", "article.body"), ("date", "article.at"))).one
    assert (article.text, article.key, article.publisher, article.published) == (SAID[0], "7", "The Gazette", date(2024, 5, 2))
    assert article.headline == "a?b"


@pytest.mark.parametrize("about", [1, 50, 333, 10_000])
def test_json_lines_in_parts(tmp_path: Path, about: int) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"\n" + to_jsonl([{**RECORDS[0], "url": f"https://lark.example/{i}", "text": "Word. " * (i + 1)} for i in range(20)]))
    in_parts(jsonl.LOADER, path, about)


@pytest.mark.parametrize("about", [1, 5_000, 10**9])
def test_parquet_in_parts(tmp_path: Path, about: int) -> None:
    path = tmp_path / "d.parquet"
    path.write_bytes(to_parquet([{"text": f"{SAID[0]} {i}"} for i in range(20)], 3))
    in_parts(parquet.LOADER, path, about)


ROWS = b"".join(
    b'\r\n%d,"%s, ""said"" he,\r\nand more \xe2\x80\x9cwords\xe2\x80\x9d",https://lark.example/%d\n' % (i, b"word " * i, i)
    for i in range(20)
)
TABLE = b"\xef\xbb\xbfid,text,url\n" + ROWS


@pytest.mark.parametrize("about", [1, 50, 333, 100_000])
@pytest.mark.parametrize("table", [TABLE, TABLE.replace(b"\n1,", b"\none too many,1,"), TABLE.replace(b",", b"\t")])
def test_csv_in_parts(tmp_path: Path, about: int, table: bytes) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(table)
    in_parts(csv_loader.LOADER, path, about, 19 if b"too many" in table else 20)
    in_packed_parts(csv_loader.LOADER, path, about)


@pytest.mark.parametrize("about", [1, 333, 100_000])
def test_packed_json_lines_in_parts(tmp_path: Path, about: int) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(to_jsonl([{**RECORDS[0], "url": f"https://lark.example/{i}"} for i in range(20)]))
    in_packed_parts(jsonl.LOADER, path, about)


def test_a_packed_file_has_no_more_parts_than_can_be_reached(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "word"}\n' * 100_000))
    assert jsonl.LOADER.split
    assert 100 < len(jsonl.LOADER.split(path, 100)) <= 201


@pytest.mark.parametrize(
    "table",
    [
        b"text\nDer B\xfcrger\n",
        b"text\n" + b"word " * 5_000_000,
        b'text\n"' + b"word\n" * 3_000_000,
        b"text\n",
        b"",
        "text\nword\n".encode("utf-16"),
    ],
)
def test_a_table_whose_rows_cannot_be_told_apart(tmp_path: Path, table: bytes) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(table)
    with pytest.raises(InputError):
        csvparts.split(path, 10)


@pytest.mark.parametrize("loader", [jsonl.LOADER, csv_loader.LOADER])
def test_a_packed_file_that_is_damaged_is_not_split(tmp_path: Path, loader: Loader) -> None:
    path = tmp_path / "d.gz"
    path.write_bytes(gzip.compress(TABLE)[:-20])
    assert loader.split
    with pytest.raises(InputError, match=r"cut off|damaged"):
        loader.split(path, 10)


def in_parts(loader: Loader, path: Path, about: int, count: int = 20) -> None:
    whole = Read(loader, path.read_bytes()).articles
    assert len(whole) == count
    assert of_parts(loader, path, about) == whole


def in_packed_parts(loader: Loader, path: Path, about: int) -> None:
    """The parts of the packed file are those that the file itself would have, if they are few."""
    whole = Read(loader, path.read_bytes()).articles
    packed = path.with_suffix(path.suffix + ".gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert of_parts(loader, packed, about) == whole


def of_parts(loader: Loader, path: Path, about: int) -> list[Article]:
    given, found = Given(doc="x", max_bytes=loader.max_bytes), []
    assert loader.split
    for part in loader.split(path, about):
        with unpacked(path) as (stream, _):
            found += list(loader.read(stream, replace(given, part=part)))
    return found


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_dividers(delimiter: str) -> None:
    assert [article.text for article in Read(csv_loader.LOADER, to_csv(RECORDS, delimiter)).articles] == [one["text"] for one in RECORDS]


def test_rows_of_the_wrong_length() -> None:
    found = Read(csv_loader.LOADER, b"text,url\none,two,three\n" + SAID[3].replace(",", "").encode() + b",u\n", doc="t")
    assert [article.doc for article in found.articles] == ["t#3"]
    assert found.refused == ["t#2: line 2: 3 values for 2 columns; is a quotation mark missing?"]


def test_the_line_of_a_row_below_words_of_several_lines() -> None:
    data = b'text,id\n"It\nreopened.",1\n\nx\n' + b"word " * 50_000 + b",2\n,7\n"
    found = Read(csv_loader.LOADER, data, doc="t", max_bytes=10_000)
    assert [line.split(": ")[:2] for line in found.refused] == [["t#3", "line 5"], ["t", "line 6"], ["t#5", "line 7"]]


def test_a_quotation_mark_that_is_never_closed() -> None:
    data = b'text,id\n"' + b"word\n" * 50_000
    found = Read(csv_loader.LOADER, data + b"It reopened.,7\n", max_bytes=10_000)
    assert [article.text for article in found.articles] == ["It reopened."]
    assert len(found.refused) == 1
    assert "quotation mark" in found.refused[0]


def test_a_huge_line_of_a_table() -> None:
    found = Read(csv_loader.LOADER, b"text,id\n" + b"word " * 500_000 + b",1\nIt reopened.,7\n", max_bytes=100_000)
    assert [article.text for article in found.articles] == ["It reopened."]
    assert len(found.refused) == 1


def test_encodings() -> None:
    data = "text\nDer Bürgermeister sprach\n".encode("cp1252")
    assert Read(csv_loader.LOADER, data, encoding="cp1252").one.text == "Der Bürgermeister sprach"
    assert "not in the encoding utf-8" in Read(csv_loader.LOADER, data).complaint
    assert "unknown encoding" in Read(csv_loader.LOADER, data, encoding="klingon").complaint


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO(to_csv(RECORDS))
    list(csv_loader.LOADER.read(stream, Given()))
    assert not stream.closed


# Parquet


def test_days_and_nulls() -> None:
    records: list[dict[str, Any]] = [
        {"text": SAID[0], "date": datetime(2024, 5, 2, 23, 0, tzinfo=UTC), "title": None},
        {"text": None, "date": None, "title": None},
    ]
    found = Read(parquet.LOADER, to_parquet(records))
    assert [article.published for article in found.articles] == [date(2024, 5, 2)]
    assert len(found.refused) == 1


def test_a_text_that_is_none() -> None:
    assert "holds no text but int" in Read(parquet.LOADER, to_parquet([{"text": 5}])).complaint


def test_a_row_with_bytes_that_are_no_text() -> None:
    texts = [f"{SAID[3]} {i}" for i in range(5)]
    out = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), out, compression="none", use_dictionary=False, write_statistics=False)
    data = out.getvalue().replace(b"bicycle was let across. 2", b"bicycle \xe2as let across. 2")
    found = Read(parquet.LOADER, data, doc="t")
    assert [article.text for article in found.articles] == [*texts[:2], *texts[3:]]
    assert found.refused == ["t#2: a damaged row: bytes that are no UTF-8 where text should be"]


def test_a_damaged_parquet_file() -> None:
    data = to_parquet(RECORDS)
    assert "not a Parquet file" in Read(parquet.LOADER, data[:-8]).complaint
    middle = bytearray(to_parquet([{"text": f"{SAID[0]} {i}"} for i in range(100)], 10))
    middle[500:1500] = bytes(1000)
    found = Read(parquet.LOADER, bytes(middle))
    assert found.error or len(found.articles) == 100


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-02", date(2024, 5, 2)),
        ("2024-05-02T23:59:00-11:00", date(2024, 5, 2)),
        ("20240502", date(2024, 5, 2)),
        ("May 2, 2024", date(2024, 5, 2)),
        ("Thu, 02 May 2024 10:00:00 GMT", date(2024, 5, 2)),
        (1714636800, date(2024, 5, 2)),
        (1714636800000, date(2024, 5, 2)),
        ("2024-13-02", None),
        ("2024", None),
        ("", None),
        (True, None),
        (10**30, None),
        (float("nan"), None),
        (None, None),
        (["2024-05-02"], None),
    ],
)
def test_days(value: object, day: date | None) -> None:
    assert to_day(value) == day
