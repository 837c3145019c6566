"""Which keywords a SPARQL text uses: what would write, and what would go out to the network, is refused before anything runs."""

from __future__ import annotations

import re
from itertools import accumulate
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
_DEEPEST: Final = 300
_QUERIES: Final = frozenset({"SELECT", "CONSTRUCT", "DESCRIBE", "ASK"})


def is_update(text: str) -> bool:
    """Whether a SPARQL text is an update: whether its first word of either kind is one of updating."""
    return next((word in _UPDATES for word in _keywords(text) if word in _UPDATES | _QUERIES), False)


def refuse(text: str, *, write: bool, allow_network: bool) -> None:
    """Raise `QueryError` when `text` is an update and `write` is false, or may reach the network and `allow_network` is false.

    So it does for brackets nested so deep that the database's parser would run out of stack and take the process with it.
    """
    if _depth(text) > _DEEPEST:
        raise QueryError(f"brackets are nested more than {_DEEPEST} deep: no query needs that")
    if is_update(text) and not write:
        raise QueryError("this would change the store: add --write if that is meant")
    used = _NETWORK.intersection(_keywords(text))
    if used and not allow_network:
        raise QueryError(f"{' and '.join(sorted(used))} would go out to the network: add --allow-network if that is meant")


def graphs_asked(text: str) -> str | None:
    """A query for the graphs that `text` names in FROM and FROM NAMED, one a column of its one row; None when it names none.

    It declares what `text` declares, so that the database itself reads the names.
    """
    plain = _unescaped(text)
    tokens = [token for token in _TOKEN.finditer(plain) if token.lastgroup != "comment" and not token[0].isspace()]
    words = [token[0].upper() if token.lastgroup == "word" else "" for token in tokens]
    places = [i + 2 if words[i + 1 : i + 2] == ["NAMED"] else i + 1 for i, word in enumerate(words) if word == "FROM"]
    names = [tokens[i][0] for i in places if i < len(tokens) and tokens[i].lastgroup in {"iri", "name"}]
    head = next((token.start() for token, word in zip(tokens, words, strict=True) if word in _QUERIES), 0)
    return plain[:head] + f"SELECT {' '.join(f'({name} AS ?g{i})' for i, name in enumerate(names))} {{}}" if names else None


def _depth(text: str) -> int:
    steps = (1 if token[0] in "{([" else -1 for token in _TOKEN.finditer(_unescaped(text)) if token[0] in {*"{([])}"})
    return max(accumulate(steps), default=0)


def _keywords(text: str) -> list[str]:
    return [token[0].upper() for token in _TOKEN.finditer(_unescaped(text)) if token.lastgroup == "word"]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), text)
