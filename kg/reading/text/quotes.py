"""Quotation marks to quoted spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

_MARK = re.compile(r"[“”«»„\"]|‹{1,2}|›{1,2}|(?<![^\s(\[—–-])[‘'](?=\S)|[’'](?=[\s.,;:!?)\]—–-]|$)")
_PARTNER = {"‹": "›", "‹‹": "››", "“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’'", "'": "'’"}


_OPENING = re.compile(r"(?:^|(?<=[\s(\[—–]))”(?=\w)", re.MULTILINE)
_CLOSING = re.compile(r"(?<=[\w.,!?…])“(?=[\s.,;:!?)\]]|$)", re.MULTILINE)


def righted(text: str) -> str:
    """The text with curly double marks turned round where they stand the wrong way about: ”like this“."""
    return _CLOSING.sub("”", _OPENING.sub("“", text))


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks: `begin` and `end` leave the marks out. `closed` is false where the paragraph ends first."""

    begin: int
    end: int
    closed: bool = True


def find(text: str, paragraphs: list[Span]) -> list[Quote]:
    """Outermost quotes of each paragraph, in text order. Single marks count only where they open before a word, close after one, and hold
    more than one word. A quote that its paragraph leaves open runs to the paragraph's end."""
    return [quote for paragraph in paragraphs for quote in _in(text, paragraph)]


def _in(text: str, paragraph: Span) -> list[Quote]:
    found: list[Quote] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text, *paragraph):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _PARTNER and not _closes(text, mark, at, paragraph):
                opened = (mark, match.end())
        elif _ends(mark, opened[0]) and not _apostrophe(text, mark, at, opened, paragraph):
            if opened[0] not in "‘'" or " " in text[opened[1] : at].strip():
                found.append(Quote(opened[1], at))
            opened = None
        elif opened[0] in "‘'" and mark in '“"':
            opened = (mark, at + 1)
    if opened and opened[0] not in "‘'" and opened[1] < paragraph[1]:
        found.append(Quote(opened[1], paragraph[1], closed=False))
    return found


def _ends(mark: str, opening: str) -> bool:
    return mark == _PARTNER[opening] if opening.startswith("‹") else mark in _PARTNER[opening]


def _closes(text: str, mark: str, at: int, paragraph: Span) -> bool:
    """Whether a mark that looks alike at both ends can only be a closing one, or an apostrophe."""
    if mark in "'’":
        return at > paragraph[0] and not (text[at - 1].isspace() or text[at - 1] in "([—–-")
    return mark == '"' and at > paragraph[0] and not text[at - 1].isspace() and (at + 1 == paragraph[1] or text[at + 1].isspace())


def _apostrophe(text: str, mark: str, at: int, opened: tuple[str, int], paragraph: Span) -> bool:
    """Whether a closing single mark is the apostrophe of a plural possessive ("the boys’ school") with the real close still to come."""
    if mark not in "’'" or text[at - 1] not in "sS":
        return False
    rest = text[at + 1 : paragraph[1]]
    return bool(re.search(r"[.,!?][’'](?=\s|$)", rest)) and not re.search(r"(?<!\w)[‘'](?=\w)", rest.split("’")[0])


_OPENED = re.compile(r"(?<![^\s(\[—–-])[“«„\"‘'](?=\S)|[“«„]")


def closed(text: str, span: Span) -> Span:
    """The span with the closing mark right behind it of a quotation that opens within it: "called that “nonsense|”"."""
    begin, end = span
    mark = text[end : end + 1]
    if not mark or mark not in "”“»\"’'" or text[end + 1 : end + 2].isalnum():
        return span
    opened = [m for m in _OPENED.finditer(text, begin, end) if mark in _PARTNER[m.group()]]
    if not opened or opened[-1].start() == begin:
        return span
    rest = text[opened[-1].end() : end]
    inner = re.search(r"[’'](?!\w)", rest) if mark in "’'" else re.search(f"[{mark}]", rest)
    return span if inner else (begin, end + 1)
