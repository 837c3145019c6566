"""Files made for tests: pages, PDF files and web archives, with texts of our own."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence

from kg.errors import KgError
from kg.loaders.base import Given, Loader
from kg.model import Article

SAID = [
    "Mayor Ana Ruiz said on Wednesday that the Lark Bridge was safe and would reopen to lorries in June.",
    "“We have checked every bolt,” Ms. Ruiz said, after engineers had worked there for eleven weeks without a break.",
    "The dockworkers’ union disputed that claim, saying that two pillars were cracked and that nobody had asked its members.",
    "Tom Hale, its spokesman, called for an inquiry by the county before anything heavier than a bicycle was let across.",
]


def page(
    head: str = "", title: str = "Bridge Reopens After Flood", paragraphs: Sequence[str] = tuple(SAID), site: str = " - The Lark Gazette"
) -> str:
    body = "".join(f"<p>{words}</p>\n" for words in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}{site}</title>{head}</head><body>'
        f'<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><article><h1>{title}</h1>{body}</article>'
        "<aside><h3>Most read</h3><a href='/1'>Council votes on budget</a></aside><footer>© 2024 All rights reserved</footer></body></html>"
    )


def pdf(pages: Sequence[Sequence[str]], info: bytes = b"") -> bytes:
    """A PDF file with these lines on its pages."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages)))
    things = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % len(pages), font, b"<<" + info + b">>"]
    for i, lines in enumerate(pages):
        shown = b" ".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 72 720 Td " + shown + b" ET"
        things.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>" % (6 + 2 * i))
        things.append(b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream")
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, thing in enumerate(things, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + thing + b"\nendobj\n")
    table = out.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(things) + 1) + rows)
    out.write(b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(things) + 1, table))
    return out.getvalue()


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def record(kind: str, url: str, body: bytes, media_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-02T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, media_type: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode() + body


def packed(records: Sequence[bytes]) -> bytes:
    """Records as web archives are packed: each a gzip member of its own."""
    return b"".join(gzip.compress(one) for one in records)


class Read:
    """What a loader made of some bytes: its articles, what it refused and noted, and the error that ended it."""

    def __init__(self, loader: Loader, data: bytes, **given: object) -> None:
        self.refused: list[str] = []
        self.noted: list[str] = []
        self.articles: list[Article] = []
        self.error: KgError | None = None
        settings = {"doc": "x", "max_bytes": loader.max_bytes, "refuse": self.refused.append, "note": self.noted.append} | given
        try:
            for article in loader.read(io.BytesIO(data), Given(**settings)):  # type: ignore[arg-type]
                self.articles.append(article)
        except KgError as error:
            self.error = error

    @property
    def one(self) -> Article:
        """Its only article, when there was nothing to complain of."""
        assert not self.error, self.error
        assert not self.refused, self.refused
        [article] = self.articles
        return article

    @property
    def complaint(self) -> str:
        """The one line of complaint, when there is nothing else."""
        [line] = [*self.refused, *([str(self.error)] if self.error else [])]
        assert "\n" not in line
        assert not self.articles
        return line
