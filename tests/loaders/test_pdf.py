from __future__ import annotations

import io

import pytest

from kg.errors import MissingExtra
from kg.loaders.pdf import LOADER
from kg.loaders.reflow import reflow
from tests.loaders.made import Read, pdf

LINES = [
    "Bridge Reopens After Flood",
    "Mayor Ana Ruiz said on Wednesday that the bridge was safe, and that every exam-",
    "ination had been done by the engineers of the county, who had been there for two",
    "weeks.",
    "“We have checked every bolt,” Ms. Ruiz said.",
]
TEXT = (
    "Bridge Reopens After Flood\nMayor Ana Ruiz said on Wednesday that the bridge was safe, and that every examination had been done by the"
    " engineers of the county, who had been there for two weeks.\n“We have checked every bolt,” Ms. Ruiz said."
)


def test_lines_become_paragraphs() -> None:
    article = Read(LOADER, pdf([LINES])).one
    assert (article.text, article.headline) == (TEXT, "Bridge Reopens After Flood")


@pytest.mark.parametrize(("title", "headline"), [(b"A title of its own", "A title of its own"), (b"draft3.docx", LINES[0])])
def test_the_title_of_the_file(title: bytes, headline: str) -> None:
    assert Read(LOADER, pdf([LINES], b"/Title(" + title + b")")).one.headline == headline


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    who = ("mayor", "smith", "nurse", "judge")
    pages = [
        f"The Lark Gazette {n}\nAll of what the {w} had said was read to the court, and\nnone of it, the {w} said, was true.\n{n}"
        for n, w in enumerate(who)
    ]
    assert reflow(pages).split("\n") == [
        f"All of what the {w} had said was read to the court, and none of it, the {w} said, was true." for w in who
    ]


def test_a_sentence_runs_on_from_page_to_page() -> None:
    pages = ["The council had been told, and said so in the letter that it wrote to the\n1", "mayor, that the bridge was not safe.\n2"]
    assert reflow(pages) == "The council had been told, and said so in the letter that it wrote to the mayor, that the bridge was not safe."


def test_nothing() -> None:
    assert reflow([]) == reflow(["", "\n"]) == ""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"words", "not a PDF file"),
        (pdf([LINES])[:400], "cannot be read"),
        (b"%PDF-1.7\n" + b"1 0 obj\n" * 50, "cannot be read"),
        (pdf([["x"]] * 10_000), "10,000 pages, more than 500"),
        (pdf([[]]), "no text in this PDF"),
        (b"", "empty"),
    ],
    ids=["words", "cut", "junk", "long", "pictures", "empty"],
)
def test_what_is_no_article(data: bytes, says: str) -> None:
    line = Read(LOADER, data, doc="a.pdf").complaint
    assert line.startswith("a.pdf: ")
    assert says in line


def test_an_encrypted_file() -> None:
    from pypdf import PdfWriter

    writer, out = PdfWriter(clone_from=io.BytesIO(pdf([LINES]))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    assert "encrypted" in Read(LOADER, out.getvalue()).complaint


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.loaders.pdf.find_spec", lambda _: None)
    assert isinstance(Read(LOADER, pdf([LINES])).error, MissingExtra)
