"""Fetching a page from the web: politely, bounded in size and time, and from public addresses only."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import urljoin, urlsplit

from kg import __version__
from kg.errors import InputError, MissingExtra, UsageError
from kg.loaders.hosts import public_address
from kg.loaders.robots import AGENT, Rules
from kg.loaders.unpack import content
from kg.loaders.urls import canonical

if TYPE_CHECKING:
    import httpx

_MOST_REDIRECTS: Final = 10
_SECONDS: Final = 60.0
_ROBOTS_BYTES: Final = 500_000
_PAUSE: Final = 1.0
_SERVER_ERROR: Final = 500
_LONGEST_PAUSE: Final = 30.0
_ACCEPT: Final = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain;q=0.8,*/*;q=0.1"


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: where it was in the end, its bytes, and what it was declared as."""

    url: str
    data: bytes
    media_type: str
    charset: str | None

    @property
    def stream(self) -> BinaryIO:
        """The bytes as a stream."""
        return io.BytesIO(self.data)


@dataclass(slots=True)
class Web:
    """Fetches pages; keeps what hosts allow in their robots.txt, and when each was last asked. `private` lets it ask hosts of no public
    address; `pause` is the least time in seconds between two questions to one host."""

    private: bool = False
    pause: float = _PAUSE
    _robots: dict[str, Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, most: int) -> Page:
        """The page at `url`, of at most `most` bytes, after at most 10 redirects, each of which is checked as the first address is.

        Raises `InputError` when it may not or cannot be had, `UsageError` for what is no address of http or https.
        """
        if find_spec("httpx") is None or find_spec("protego") is None:
            raise MissingExtra("fetching pages", "web")
        canonical(url)
        asked, deadline = url, time.monotonic() + _SECONDS
        for _ in range(_MOST_REDIRECTS + 1):
            self._allow(url, deadline)
            found = self._get(url, most, deadline, asked)
            if isinstance(found, Page):
                return found
            url = _redirected(url, found, asked)
        raise InputError(f"{asked}: more than {_MOST_REDIRECTS} redirects; it seems to lead in circles")

    def _allow(self, url: str, deadline: float) -> None:
        """Wait until the host of `url` may be asked again; raises `InputError` when its robots.txt forbids the page."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = Rules(self._robots_txt(f"{origin}/robots.txt", url, deadline))
        rules = self._robots[origin]
        if not rules.allow(url):
            raise InputError(f"{url}: the site's robots.txt asks programs not to fetch this page")
        ready = self._asked.get(parts.netloc, 0.0) + min(max(self.pause, rules.delay), _LONGEST_PAUSE)
        time.sleep(max(0.0, ready - time.monotonic()) if parts.netloc in self._asked else 0.0)
        self._asked[parts.netloc] = time.monotonic()

    def _robots_txt(self, url: str, page: str, deadline: float) -> str:
        """The text of a site's rules, asked for because of `page`: empty where it has none; where its server fails, one that forbids all
        (RFC 9309)."""
        for _ in range(_MOST_REDIRECTS):
            try:
                found = self._get(url, _ROBOTS_BYTES, deadline, page)
            except _Status as status:
                return "" if status.code < _SERVER_ERROR else "User-agent: *\nDisallow: /"
            if isinstance(found, Page):
                return found.data.decode("utf-8", "replace")
            url = _redirected(url, found, page)
        return ""

    def _get(self, url: str, most: int, deadline: float, asked: str) -> Page | str:
        """The page, or the address that it is redirected to."""
        import httpx

        target, headers, extensions = self._aimed(url, asked)
        headers |= {"User-Agent": f"{AGENT}/{__version__}", "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        limits = httpx.Timeout(20.0, connect=10.0)
        try:
            with (
                httpx.Client(trust_env=self.private, timeout=limits, follow_redirects=False) as client,
                client.stream("GET", target, headers=headers, extensions=extensions) as answer,
            ):
                if answer.has_redirect_location:
                    return str(answer.headers["location"])
                if answer.status_code != httpx.codes.OK:
                    raise _Status(asked, answer.status_code)
                return _page(url, answer, most, deadline)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputError(f"{asked}: cannot be fetched: {str(error) or type(error).__name__}") from error

    def _aimed(self, url: str, asked: str) -> tuple[str, dict[str, str], dict[str, str]]:
        """What to connect to: the address that was checked, so that no later look-up of the name can lead elsewhere."""
        import httpx

        if self.private:
            return url, {}, {}
        named = httpx.URL(url)
        target = named.copy_with(host=public_address(named.host, asked))
        return str(target), {"Host": named.netloc.decode("ascii")}, {"sni_hostname": named.raw_host.decode("ascii")}


class _Status(InputError):
    """An answer other than 200."""

    def __init__(self, url: str, code: int) -> None:
        super().__init__(f"{url}: the site answered {code}")
        self.code = code


def _redirected(url: str, location: str, asked: str) -> str:
    try:
        target = urljoin(url, location.strip().replace(" ", "%20"))
        canonical(target)
    except (UsageError, ValueError):
        raise InputError(f"{asked}: redirected to {location[:80]!a}, which is no web address") from None
    return target


def _page(url: str, answer: httpx.Response, most: int, deadline: float) -> Page:
    parts: list[bytes] = []
    size = 0
    for chunk in answer.iter_raw(65_536):
        parts.append(chunk)
        size += len(chunk)
        if size > most:
            raise InputError(f"{url}: larger than {most:,} bytes, the limit for one document; raise it with --max-size")
        if time.monotonic() > deadline:
            raise InputError(f"{url}: took longer than {_SECONDS:.0f} seconds")
    data = content(b"".join(parts), answer.headers.get("content-encoding"), url, most)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Page(url, data, media_type, answer.charset_encoding)
