"""What a text tells only by words that turn the sense: "failed to stop the leak", "it was false that", "was cleared of stealing"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kg.link.lexicon import pairs
from kg.link.negation import LIGHT
from kg.link.pairs import STOP, stem, stems, tokens
from kg.link.slots import akin

_MEANS = {"yes": True, "no": False, "open": None}
_NOT_BEFORE = re.compile(r"(?:\bnot|\bnever|n[’']t|\bno)\s+(?:\w+\s+)?$", re.IGNORECASE)
_END = {
    "clause": re.compile(r"[.!?;]\s|$"),
    "act": re.compile(
        r"[,;:.!?…—–”\"]\s|\b(?:because|when|while|although|though|but|unless|since|until|after|before|which|who"
        r"|and\s+(?:\w+ed|is|was|were|had|has|have|did|said))\b|$"
    ),
}


@dataclass(frozen=True, slots=True)
class Turned:
    """`frame` tells one way of turning from another, `so` whether what is turned is so (None where that is left open), `plain` are the
    words without those that turn them."""

    frame: int
    so: bool | None
    plain: str


@cache
def _frames() -> tuple[tuple[int, str, bool | None, re.Pattern[str]], ...]:
    rows = tomllib.loads((Path(__file__).parent / "lexicon" / "turned.toml").read_text("utf-8"))["frame"]
    stands_for = {
        "{whom}": r"(?P<whom>(?:\s+[\w.’'-]+){0,6}?)",
        "{saying}": r"(?:sa(?:y|id)|claim|suggest|stat|alleg|insist|writ|tell|accus|report|conclud|confirm|conced|admit|assert|announc)\w*",
        "{to_say}": r"to\s+(?:say|claim|suggest|state|assert|think|believe|argue|report|conclude|assume)",
        "{past}": rf"(?:\w+ed|{'|'.join(sorted({form for form, _ in pairs('past')}))})",
    }

    def compiled(words: str) -> re.Pattern[str]:
        for name, pattern in stands_for.items():
            words = words.replace(name, pattern)
        return re.compile(rf"\b(?:{words})(?:(?<=\s)|\b)\s*", re.IGNORECASE)

    return tuple((i, row["of"], _MEANS[row["so"]], compiled(words)) for i, row in enumerate(rows) for words in row["words"])


@lru_cache(maxsize=8192)
def turned(text: str, other: str) -> Turned | None:
    """How a text turns what it has in common with another; None where it tells all of that plainly."""
    known = stems(other)
    common = {word for word in stems(text) - LIGHT if _in(word, known)}
    for frame, sort, so, pattern in _frames():
        for m in pattern.finditer(text):
            end = next(_END["clause" if sort == "clause" else "act"].finditer(text, m.end())).start()
            inside, before, whom = text[m.end() : end], text[: m.start()], (m.groupdict().get("whom") or "").strip()
            if common & (stems(inside) - stems(f"{before} {whom} {text[end:]}")):
                first = next((stem(word) for word in tokens(inside) if word not in STOP), "")
                sure = (sort == "clause" or _in(first, known)) and not _NOT_BEFORE.search(before)
                doer = whom if sort == "whose" and whom else before.strip()
                return Turned(frame, so if sure else None, inside if sort == "clause" else f"{doer} {text[m.end() :]}")
    return None


def _in(word: str, known: frozenset[str]) -> bool:
    return any(akin(word, other) for other in known)
