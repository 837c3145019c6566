"""A small web site on loopback."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.loaders.made import SAID, page, pdf

FEED = (
    f'<rss version="2.0"><channel><title>Lark</title><item><link>/story</link><description>{SAID[0]}</description></item></channel></rss>'
)
PAGES: dict[str, tuple[str, bytes]] = {
    "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /private\n"),
    "/story": ("text/html; charset=utf-8", page().encode()),
    "/latin": ("text/html; charset=windows-1252", page(paragraphs=SAID).encode("cp1252")),
    "/feed": ("application/rss+xml", FEED.encode()),
    "/paper": ("application/pdf", pdf([SAID])),
    "/words": ("text/plain", SAID[0].encode()),
    "/picture": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "/large": ("text/html", b"x" * 12_000_000),
    "/private": ("text/html", page().encode()),
}
REDIRECTS = {"/moved": "/story", "/out": "file:///etc/passwd", "/inward": "http://127.0.0.2:9/", "/spaced": "/story?a b"}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append(path)  # type: ignore[attr-defined]
        if path in REDIRECTS or path.startswith("/circle"):
            self._answer(302, {"Location": REDIRECTS.get(path, f"{path}x")}, b"")
        elif path == "/bomb":
            self._answer(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"a" * 50_000_000))
        elif path == "/broken":
            self._answer(500, {}, b"")
        elif path in PAGES:
            self._answer(200, {"Content-Type": PAGES[path][0]}, PAGES[path][1])
        else:
            self._answer(404, {}, b"")

    def _answer(self, code: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(code)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def site() -> Iterator[tuple[str, list[str]]]:
    """The address of the site, and the list of paths that it was asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.asked = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", server.asked  # type: ignore[attr-defined]
        finally:
            server.shutdown()
