"""What the words of rows tell of who asserts what: who only passes on what another said, who said otherwise, and who is no source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.reading.lexicon import forms, words
from kg.store.witnesses import Row

_NAME = r"(?P<name>(?:[A-Z][\w’'.-]*\s+){0,4}[A-Z][\w’'.-]*)"
_OTHERWISE = re.compile(
    r"^[,\s]*(?:(?:far|many|much|well|\w+\s+times)\s+)?(?:"
    r"(?:(?:more|fewer|less|higher|lower|larger|smaller|bigger)\s+than|(?:twice|double|half)(?:\s+(?:as\s+many\s+as|what|of\s+what))?|not\s+\S.{0,40}?\s+as|contrary\s+to|unlike)"
    r"\s+(?:what\s+)?)(?P<who>\S[^,;.]*)",
    re.IGNORECASE,
)
_COMPARING = re.compile(r"[,\s]+(?:(?:far|many|much|well)\s+)?(?:more|fewer|less|higher|lower|larger|smaller)\s+than$", re.IGNORECASE)


def as_told(rows: Iterable[Row], asked: str) -> list[Row]:
    """The rows that say something of what is `asked`, as sentences tell it.

    Who is set against a number, "fewer than the police had reported", does not say it. Who says that another has said so passes on that
    other's words, unless it is asked whether that other has said so. The place of a dateline is nobody.
    """
    kept = [row for row in rows if not _said_otherwise(row)]
    return [_named(_passed_on(row)) if not said_by(asked) else _named(row) for row in kept]


def said_by(claim: str) -> str | None:
    """Whom a claim tells to have said what it is about: "Adamik" of "that Energy Minister Lev Adamik had told MPs that the state paid"."""
    found = _said().match(claim)
    return _without_title(found["name"]) if found else None


@cache
def _said() -> re.Pattern[str]:
    verbs = "|".join(sorted({form for lemma in words("speech") | {"claim", "report"} for form in forms(lemma)}))
    who = rf"^\W*(?:that\s+)?(?:(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?)?{_NAME}(?:,[^,]{{1,60}},)?"
    that = r"(?:\s+(?!that\b)[\w’'-]+){0,4}?\s+that\s+\S|(?<=said)\s+(?:the|an?|he|she|it|they|his|her|their)\b"
    return re.compile(rf"{who}\s+(?:(?:had|has|have|also|earlier|once)\s+)*(?:{verbs})\b(?:{that})")


def _without_title(name: str) -> str:
    parts = name.split()
    titles = words("titles") | words("leaders") | words("posts")
    last = max((i for i, part in enumerate(parts[:-1]) if part.lower().rstrip(".") in titles), default=-1)
    return " ".join(parts[last + 1 :])


def _passed_on(row: Row) -> Row:
    name = said_by(str(row["claim"])) if row.get("claim") else None
    speaker = str(row["speaker"] or "")
    return row if not name or row.get("relays") or name.split()[-1] in speaker.split() else row | {"relays": name}


def _said_otherwise(row: Row) -> bool:
    """Whether a sentence goes on, after what is said, with how it differs from what the speaker of the row has said."""
    claim, sentence = str(row.get("claim") or ""), str(row.get("sentence") or "")
    at = sentence.find(claim)
    if not claim or at < 0:
        return False
    comparing = _COMPARING.search(claim)
    rest = sentence[at + (comparing.start() if comparing else len(claim)) :]
    found = _OTHERWISE.match(rest)
    names = [re.escape(str(name).split()[-1]) for name in (row["speaker"], row["on_behalf_of"]) if name]
    return bool(found and any(re.search(rf"\b{name}\b", found["who"], re.IGNORECASE) for name in names))


def _named(row: Row) -> Row:
    """The row without a speaker that is the place of its sentence's dateline."""
    speaker = str(row["speaker"] or "")
    dateline = re.match(rf"{re.escape(speaker)}(?:,[^—–-]{{1,40}})?\s*(?:\([^)]*\))?\s*[—–-]+\s", str(row.get("sentence") or ""))
    return row | {"speaker": None} if speaker.isupper() and dateline else row
