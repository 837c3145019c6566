"""Short passages in which it is hard to tell who speaks (tests/gold/passages), and how many of their speakers are read right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kg
from kg.contract import to_contract
from kg.loaders.text import from_text
from kg.model import Extraction

PASSAGES = Path(__file__).parent.parent / "gold" / "passages" / "hard-speakers.txt"
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a content, the names that its speaker may be given, and words of the contents of which it disputes one."""

    words: str
    speakers: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    unverified: bool = False


def passages() -> Iterator[tuple[str, str, list[Said]]]:
    """Name, text and gold of each passage."""
    for block in PASSAGES.read_text("utf-8").split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, gold = rest.partition("\n---\n")
        yield name, f"{text}\n", [_said(line) for line in gold.strip().splitlines()]


def _said(line: str) -> Said:
    words, speakers, disputes = (*(part.strip() for part in line.split("|")), "", "")[:3]
    alike = tuple(filter(None, speakers.split("/")))
    return Said(words.removeprefix("! "), alike, tuple(filter(None, disputes.split(" / "))), words.startswith("! "))


def counted(text: str, gold: list[Said]) -> Counter[str]:
    """How many speakers, disputes and marks of what nobody verified are right, and how many were asked for."""
    read = kg.extract(from_text(text, doc="passage"))
    found = to_contract(read)
    names = {e["id"]: e["name"] for e in found["entities"]}
    by_id, left = {a["id"]: a for a in found["attributions"]}, list(found["attributions"])
    counts: Counter[str] = Counter()
    for said in gold:
        if said.unverified:
            counts += Counter({"unverified asked": 1, "unverified": _is_marked(read, said.words)})
            continue
        entry = _entry(text, left, said.words) or _entry(text, found["attributions"], said.words)
        left = [a for a in left if a is not entry]
        counts += Counter({"asked": 1, "right": entry is not None and _is_one_of(names.get(entry["speaker"]), said.speakers)})
        if said.disputes:
            other = by_id.get((entry or {}).get("disputes"))
            counts += Counter({"disputes asked": 1, "disputes": other is not None and any(w in _words(text, other) for w in said.disputes)})
    return counts


def _is_marked(read: Extraction, words: str) -> bool:
    return any(words in claim.text and claim.unverified for claim in read.claims)


def _words(text: str, entry: Entry, *parts: str) -> str:
    return " ".join(text[b:e] for part in parts or ("content",) for b, e in entry[part])


def _entry(text: str, entries: list[Entry], words: str) -> Entry | None:
    """The attribution with the shortest content that has the words in it; of a single word, the one whose content it is."""
    if len(words) < 5:
        return next((a for a in entries if _words(text, a) == words), None)
    fits = [a for a in entries if words in _words(text, a)] or [a for a in entries if words in _words(text, a, "cue", "content")]
    return min(fits, key=lambda a: len(_words(text, a)), default=None)


def _is_one_of(name: str | None, speakers: tuple[str, ...]) -> bool:
    """Whether a name is one of those, articles aside; "~" stands before a word that it has somewhere, "-" for nobody."""
    plain = _plain(name or "-")
    return any(s[1:].lower() in plain if s.startswith("~") else _plain(s) == plain for s in speakers)


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", name.lower().replace("’", "'"))
