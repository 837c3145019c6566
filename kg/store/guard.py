"""Which keywords a SPARQL text uses: what would write, and what would go out to the network, is refused before anything runs."""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError

_TOKEN: Final = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z-]+)
    | (?P<name>[\w.-]*:(?:[\w:.%-]|\\.)*)
    | (?P<word>\w+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})
_NETWORK: Final = frozenset({"SERVICE", "LOAD"})
_QUERIES: Final = frozenset({"SELECT", "CONSTRUCT", "DESCRIBE", "ASK"})


def is_update(text: str) -> bool:
    """Whether a SPARQL text is an update: whether its first word of either kind is one of updating."""
    return next((word in _UPDATES for word in _keywords(text) if word in _UPDATES | _QUERIES), False)


def refuse(text: str, *, write: bool, allow_network: bool) -> None:
    """Raise `QueryError` when `text` is an update and `write` is false, or may reach the network and `allow_network` is false."""
    if is_update(text) and not write:
        raise QueryError("this would change the store: add --write if that is meant")
    used = _NETWORK.intersection(_keywords(text))
    if used and not allow_network:
        raise QueryError(f"{' and '.join(sorted(used))} would go out to the network: add --allow-network if that is meant")


def _keywords(text: str) -> list[str]:
    plain = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), text)
    return [token[0].upper() for token in _TOKEN.finditer(plain) if token.lastgroup == "word"]
