from __future__ import annotations

import gzip
import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import MissingExtra
from kg.loaders.base import Given
from kg.loaders.warc import LOADER
from tests.loaders.made import SAID, Read, answer, packed, page, record


def html(number: int) -> bytes:
    return page(paragraphs=[*SAID, f"It was day {number} after the flood, she said."]).encode()


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:100], body[100:], b""))


RECORDS = [
    record("warcinfo", "-", b"software: ours\r\n", "application/warc-fields"),
    record("request", "https://e.example/0", b"GET / HTTP/1.1\r\nHost: e.example\r\n\r\n", "application/http; msgtype=request"),
    record("response", "https://e.example/0", answer(html(0))),
    record("response", "https://e.example/packed", answer(gzip.compress(html(1)), extra="Content-Encoding: gzip\r\n")),
    record("response", "https://e.example/picture", answer(b"\x89PNG" + random.Random(1).randbytes(20_000), "image/png")),
    record("response", "https://e.example/gone", answer(html(2), status="404 Not Found")),
    record("response", "https://e.example/chunked", answer(chunked(html(3)), extra="Transfer-Encoding: chunked\r\n")),
    record("conversion", "https://e.example/text", SAID[0].encode(), "text/plain"),
    record("response", "https://e.example/latin", answer(html(4).decode().encode("cp1252"), "text/html; charset=windows-1252")),
]
URLS = [f"https://e.example/{name}" for name in ("0", "packed", "chunked", "text", "latin")]
BOMB = record("response", "https://e.example/bomb", answer(gzip.compress(b"a" * 50_000_000), extra="Content-Encoding: gzip\r\n"))
both = pytest.mark.parametrize("write", [packed, b"".join], ids=["packed", "plain"])


@both
def test_the_pages_of_an_archive(write: type[object]) -> None:
    found = Read(LOADER, write(RECORDS))  # type: ignore[call-arg, arg-type]
    assert (found.error, found.refused, found.noted) == (None, [], [])
    assert [article.url for article in found.articles] == URLS
    assert "day 3" in found.articles[2].text
    assert SAID[1] in found.articles[4].text
    assert found.articles[3].text == SAID[0]


def test_a_page_is_named_by_its_place() -> None:
    data = packed(RECORDS)
    for article in Read(LOADER, data, doc="c.warc.gz").articles:
        assert article.url
        place = int(article.doc.removeprefix("c.warc.gz#"))
        assert gzip.GzipFile(fileobj=io.BytesIO(data[place:])).read(300).count(article.url.encode()) == 1


@both
@pytest.mark.parametrize("about", [50, 200, 1_000, 5_000, 10**6])
def test_an_archive_in_parts(tmp_path: Path, write: type[object], about: int) -> None:
    path = tmp_path / "c.warc.gz"
    path.write_bytes(write(RECORDS * 3))  # type: ignore[call-arg, arg-type]
    assert LOADER.split
    given = Given(doc="x", max_bytes=LOADER.max_bytes)
    parts = [one for part in LOADER.split(path, about) for one in LOADER.read(io.BytesIO(path.read_bytes()), replace(given, part=part))]
    assert parts == Read(LOADER, path.read_bytes()).articles
    assert len(parts) == 15


@both
def test_a_bomb_is_refused_and_the_next_page_read(write: type[object]) -> None:
    found = Read(LOADER, write([*RECORDS[:3], BOMB, RECORDS[-1]]))  # type: ignore[call-arg, arg-type]
    assert [article.url for article in found.articles] == [URLS[0], URLS[4]]
    [line] = found.refused
    assert "unpacks to more than 10,000,000 bytes" in line
    assert "https://e.example/bomb" in line


@both
def test_an_archive_that_is_cut_off(write: type[object]) -> None:
    found = Read(LOADER, write(RECORDS)[:-100])  # type: ignore[call-arg, index]
    assert [article.url for article in found.articles] == URLS[:4]
    [line] = found.refused
    assert "cut off" in line


@pytest.mark.parametrize("left", [3, 20, 60])
def test_an_archive_that_is_cut_off_before_its_last_page_begins(left: int) -> None:
    whole, last = packed(RECORDS[:-1]), packed(RECORDS[-1:])
    found = Read(LOADER, whole + last[:left])
    assert [article.url for article in found.articles] == URLS[:4]
    assert ["cut off: the file ends in the middle of a record" in line for line in found.refused] == [True]


def test_a_damaged_place_is_passed_over() -> None:
    found = Read(LOADER, packed(RECORDS[:4]) + b"garbage" * 100 + packed(RECORDS[4:]))
    assert [article.url for article in found.articles] == URLS
    assert [line for line in found.refused if "damaged after this record" in line]


def test_what_is_no_archive() -> None:
    assert "not a WARC file" in Read(LOADER, b"nonsense " * 100).complaint


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.warc.find_spec", lambda _: None)
    assert isinstance(Read(LOADER, packed(RECORDS)).error, MissingExtra)
