"""Which loader a document gets, and what bounds it."""

from __future__ import annotations

import gzip
import io
import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest

from kg.errors import InputError, UsageError
from kg.loaders.base import Given, Loader, Source
from kg.loaders.choice import Choice
from kg.loaders.opening import Opener
from kg.loaders.patience import patience
from kg.loaders.sources import sources
from kg.loaders.unpack import content, gunzip
from kg.loaders.web import Web
from kg.model import Article
from tests.loaders.made import SAID, packed, page, pdf
from tests.loaders.served import FEED
from tests.loaders.test_warc import RECORDS, URLS

JSONL = b'{"text": "It reopened."}\n'


def load(path: Path, loader: str | None = None, seconds: float = 60.0) -> list[Article]:
    return list(Opener(Choice(loader), Web(), seconds=seconds).articles(Source(path.name, path), Given()))


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"It reopened.", "It reopened."),
        ("a.HTML", page().encode(), SAID[1]),
        ("a.pdf", pdf([SAID]), "Mayor Ana Ruiz"),
        ("a.xml", FEED.encode(), SAID[0]),
        ("page", page().encode(), SAID[1]),
        ("paper", pdf([SAID]), "Mayor Ana Ruiz"),
        ("a.php", b"It reopened.", "It reopened."),
        ("a.jsonl", JSONL, "It reopened."),
        ("a.jsonl.gz", gzip.compress(JSONL), "It reopened."),
        ("a.html.gz", gzip.compress(page().encode()), SAID[1]),
        ("packed", gzip.compress(page().encode()), SAID[1]),
        ("table", JSONL, "It reopened."),
        ("a.csv", b"text,id\nIt reopened.,1\n", "It reopened."),
        ("a.warc.gz", packed(RECORDS), SAID[1]),
        ("archive", b"".join(RECORDS), SAID[1]),
    ],
)
def test_by_name_or_by_the_first_bytes(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert text in load(tmp_path / name)[0].text


def test_the_loader_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(JSONL)
    assert load(tmp_path / "a.txt", "jsonl")[0].text == "It reopened."
    (tmp_path / "b").write_bytes(packed(RECORDS))
    assert [article.url for article in load(tmp_path / "b", "warc")] == URLS


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, loader in ((page().encode(), None), (packed(RECORDS), "warc"), (gzip.compress(page().encode()), None)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert SAID[1] in next(Opener(Choice(loader), Web()).articles(Source("-", None), Given())).text


def test_folders_hold_documents_and_tables_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.jsonl", "d.csv", "e.parquet", "f.warc.gz", "g.txt.gz", "h.md"):
        (tmp_path / name).touch()
    assert [one.doc for one in sources(str(tmp_path), Choice().suffixes)] == ["a.txt", "b.html", "f.warc.gz", "g.txt.gz"]
    assert [one.doc for one in sources(str(tmp_path), Choice("jsonl").suffixes)] == ["c.jsonl"]


@pytest.mark.parametrize("given", [{"title": "T"}, {"url": "https://e.example/"}, {"id": "7"}])
def test_one_name_for_many_articles_is_refused(tmp_path: Path, given: dict[str, str]) -> None:
    (tmp_path / "a.jsonl").write_bytes(JSONL)
    with pytest.raises(UsageError, match="names one article"):
        list(Opener(Choice(), Web()).articles(Source("a", tmp_path / "a.jsonl"), Given(**given)))  # type: ignore[arg-type]


def test_a_file_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(RECORDS[:2]))
    with pytest.raises(InputError, match="no articles in it"):
        load(tmp_path / "a.warc")


def test_a_loader_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: BinaryIO, __: Given) -> Iterator[Article]:
        with suppress(Exception):  # as libraries do
            time.sleep(5)
        time.sleep(5)
        yield from ()

    monkeypatch.setattr("kg.loaders.choice.installed", lambda: {"slow": (Loader("slow", (".slow",), "", slow), "")})
    (tmp_path / "a.slow").write_bytes(b"x")
    began = time.monotonic()
    with pytest.raises(InputError, match=r"a\.slow: loading it took longer than 0 seconds"):
        load(tmp_path / "a.slow", seconds=0.05)
    assert time.monotonic() - began < 4


def test_patience_ends_with_its_block() -> None:
    with patience(0.05, "a"):
        pass
    time.sleep(0.1)


def read(data: bytes) -> bytes:
    return gunzip(io.BytesIO(data), "a.gz").read()


def test_gzip_with_several_members() -> None:
    assert read(gzip.compress(b"one\n" * 1000) + gzip.compress(b"two") + b"\0" * 100) == b"one\n" * 1000 + b"two"
    assert read(b"") == b""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(os.urandom(500_000))[:-9], "cut off"),
        (gzip.compress(b"word " * 1000)[:20] + b"junk", "damaged|cut off"),
        (gzip.compress(b"word") + b"junk", "damaged"),
        (gzip.compress(b"\0" * 150_000_000), "a bomb"),
    ],
    ids=["cut", "junk", "tail", "bomb"],
)
def test_gzip_that_is_none(data: bytes, says: str) -> None:
    stream = gunzip(io.BytesIO(data), "a.gz")
    with pytest.raises(InputError, match=f"a.gz: .*(?:{says})"):
        deque(iter(lambda: stream.read(1 << 20), b""), 0)


@pytest.mark.parametrize("name", ["gzip", "deflate", "x-gzip, identity"])
def test_contents(name: str) -> None:
    import zlib

    for packed_ in (gzip.compress(b"words"), zlib.compress(b"words")):
        assert content(packed_, name, "a", 100) == b"words"
    assert content(zlib.compress(b"words")[2:-4], "deflate", "a", 100) == b"words"
    assert content(b"words", None, "a", 100) == b"words"


@pytest.mark.parametrize(
    ("data", "name", "says"), [(b"x", "br", "'br'"), (b"x", "gzip", "damaged"), (gzip.compress(b"a" * 101), "gzip", "100 bytes")]
)
def test_contents_that_are_none(data: bytes, name: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        content(data, name, "a", 100)


def test_passing_over_many_records_is_no_slow_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit of time is for a document, not for what a large file has beside its articles."""
    lines = b"{}\n" * 3 + JSONL
    (tmp_path / "a.jsonl").write_bytes(lines)

    def slow(*_: object) -> dict[str, str]:
        time.sleep(0.15)
        return {"text": "text"}

    monkeypatch.setattr("kg.loaders.jsonl.columns", slow)
    opener, refused = Opener(Choice(), Web(), seconds=0.5), list[str]()
    given = Given(refuse=refused.append)
    assert [article.text for article in opener.articles(Source("a.jsonl", tmp_path / "a.jsonl"), given)] == ["It reopened."]
    assert len(refused) == 3
