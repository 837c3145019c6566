from __future__ import annotations

import hashlib
import io

import pytest

from kg.errors import InputError, UsageError
from kg.loaders.base import Given
from kg.loaders.decode import check_text
from kg.loaders.text import from_text, read
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


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_where_every_other_byte_is_nothing(order: str) -> None:
    text = "“The bridge reopened,” José said — and it was so.\r\n" * 3
    notes: list[str] = []
    assert one(text.encode(order), note=notes.append).text == text
    assert [f"read as {order}, which is a guess" in note for note in notes] == [True]
    for binary in (text.encode(order)[:-1] + b"\x00\x00\x00", text.encode(order)[:9], bytes(range(1, 100)) + text.encode(order)):
        with pytest.raises(InputError, match=r"not a text|binary data"):
            one(binary)


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


def noted(data: bytes) -> tuple[str, list[str]]:
    notes: list[str] = []
    return one(data, doc="a.txt", note=notes.append).text, notes


def test_a_bad_byte_does_not_make_utf8_another_encoding() -> None:
    data = WESTERN.encode()
    text, notes = noted(data[:60] + b"\xe9 \n" + data[60:])
    assert text.replace("\ufffd \n", "") == WESTERN
    assert text.count("\ufffd") == 1
    [line] = notes
    assert line == "a.txt: 1 byte that is no UTF-8 was replaced by U+FFFD, the first in line 1; give --encoding if it is not UTF-8"


def test_utf8_cut_off_in_the_middle_of_a_character() -> None:
    text, notes = noted((WESTERN + "“").encode()[:-1])
    assert text == WESTERN + "\ufffd\ufffd"
    assert len(notes) == 1


def test_a_guess_is_noted_and_what_is_sure_is_not() -> None:
    text, [line] = noted(WESTERN.encode("cp1252"))
    assert text == WESTERN
    assert line == "a.txt: not UTF-8; read as cp1252, which is a guess; give --encoding if it is wrong"
    assert noted(WESTERN.encode()) == (WESTERN, [])
    assert noted(WESTERN.encode("utf-16")) == (WESTERN, [])


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("koi8-r", "мост был открыт вчера после проверки, сказал мэр города. "),
        ("cp1251", "мост был открыт вчера после проверки, сказал мэр города. "),
        ("big5", "市長昨天說大橋已經重新開放,工程師檢查了所有的螺栓。"),
        ("shift_jis", "市長は昨日、橋は安全だと述べた。すべてのボルトを点検したという。"),
    ],
)
def test_legacy_text_is_not_taken_for_damaged_utf8(encoding: str, words: str) -> None:
    assert "\ufffd" not in noted((words * 12).encode(encoding))[0]


def test_a_mark_makes_it_utf8() -> None:
    text, notes = noted(b"\xef\xbb\xbfThe bridge\xe9 is safe.")
    assert text == "The bridge\ufffd is safe."
    assert len(notes) == 1


def test_a_note_is_logged_when_nobody_asked(caplog: pytest.LogCaptureFixture) -> None:
    one(WESTERN.encode("cp1252"), doc="a.txt")
    assert caplog.messages == ["a.txt: not UTF-8; read as cp1252, which is a guess; give --encoding if it is wrong"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE html>\n<p>The bridge is safe.", "a page of HTML"),
        (b'\xef\xbb\xbf \n<?xml version="1.0"?>\n<!-- saved -->\n<HTML lang="en">', "a page of HTML"),
        ("<html><body>Größe".encode("cp1252"), "a page of HTML"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file"),
        (b"%PDF-1.4\nplain as it looks", "a PDF file"),
    ],
)
def test_pages_and_pdf_files_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=f"a.txt: {says}"):
        one(data, doc="a.txt", note=lambda _: None)


def test_html_as_a_string_is_refused_and_words_about_it_are_not() -> None:
    with pytest.raises(InputError, match="HTML"):
        from_text("<html><p>The bridge is safe.</p></html>")
    assert from_text("“Write <html> first,” the teacher said.").text.startswith("“Write")
    assert from_text("<headline> The bridge is safe.").text.startswith("<headline>")
