"""Web addresses as document keys."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from kg.errors import UsageError

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`]")
_TRACKING = re.compile(r"(?i)^(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src|yclid|_ga)$")
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """The address without what does not tell pages apart: case of scheme and host, default port, tracking parameters, fragment.

    Raises `UsageError` when it is not an absolute http(s) address.
    """
    parts = _split(url.strip())
    scheme = parts.scheme.lower()
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    kept = urlencode(query) if len(query) < len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query
    return urlunsplit((scheme, _host(parts, scheme), parts.path or "/", kept, ""))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or _UNSAFE.search(url):
        raise UsageError(f"not a web address: {url!r}; give an absolute one, as in https://example.org/news/1")
    return parts


def _host(parts: SplitResult, scheme: str) -> str:
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, _PORTS[scheme]) else f"{host}:{parts.port}"
