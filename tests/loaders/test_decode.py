from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.loaders.base import Given
from kg.loaders.decode import check_text
from kg.loaders.text import from_text, load, read
from kg.model import Article

TEXT = "“Größe zählt”, said José.\r\n\r\nÇa va — no?\rYes…\n"
WESTERN = (
    "Le maire a déclaré que la réouverture du pont était prévue pour l’été, après les dégâts causés par l’inondation. "
    "« Nous espérons », a-t-il ajouté, « que les habitants seront patients. » Le conseil a approuvé le budget à l’unanimité."
)


def one(data: bytes, **given: object) -> Article:
    return next(read(io.BytesIO(data), Given(**given)))  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_mark_is_untouched(encoding: str) -> None:
    data = TEXT.encode(encoding)
    article = one(data)
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.key == "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf16_by_its_mark(mark: str) -> None:
    assert one(("\ufeff" + TEXT).encode(mark)).text == TEXT


def test_no_normalisation() -> None:
    assert one("e\u0301 \u2028 ﬁ\x1b[31m".encode()).text == "e\u0301 \u2028 ﬁ\x1b[31m"


def test_western_bytes_are_recognised() -> None:
    assert one(WESTERN.encode("cp1252")).text == WESTERN


def test_an_encoding_given() -> None:
    assert one(TEXT.encode("cp1252"), encoding="windows-1252").text == TEXT
    assert one(TEXT.encode("utf-8-sig"), encoding="UTF8").text == TEXT


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"\x00" * 100, "empty"),
        (b"The bridge\x00reopened.", "binary data"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\xff\xfe", "not a text"),
        (bytes(range(1, 32)) * 3, "control characters"),
        (b"\xff\xfea", "begins as UTF-16"),
        (b"x" * 101, "larger than 100 bytes"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        one(data, doc="a.txt", max_bytes=100)
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


def test_the_wrong_encoding_is_named() -> None:
    with pytest.raises(InputError, match=r"a\.txt: not in the encoding utf-8 \(byte 1\)"):
        one(b"\x41\xe9\x41", doc="a.txt", encoding="utf-8")
    with pytest.raises(UsageError, match="unknown encoding 'klingon'"):
        one(b"abc", encoding="klingon")


@pytest.mark.parametrize("text", ["a\ud800b", "a\x00b"])
def test_a_string_that_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not a text"):
        from_text(text)


def test_a_stray_control_character_is_no_reason_to_refuse() -> None:
    check_text("word " * 100 + "\x03", "a.txt")


def test_the_limit_is_kept_without_reading_all() -> None:
    stream = io.BytesIO(b"x" * 10_000)
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        next(read(stream, Given(max_bytes=1000)))
    assert stream.tell() == 1001


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        next(load(tmp_path / "gone.txt"))
    (tmp_path / "a.txt").write_bytes(b"The bridge reopened.")
    assert next(load(tmp_path / "a.txt")).doc == "a.txt"
