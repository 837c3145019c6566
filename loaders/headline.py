"""The headline of a text, and the lines at its top that only repeat it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.loaders.dates import is_date_line, is_named_day
from kg.loaders.lines import Line
from kg.loaders.words import masthead, names_only
from kg.model import Span

_TOP = 6
_LONGEST = 200
_LONGEST_PLAIN = 100
_NAMES = 6
_LABELS = "EXCLUSIVE|BREAKING|LIVE|UPDATED?|WATCH|VIDEO|ANALYSIS|OPINION|EXPLAINER|FACT CHECK"
_NO_HEADLINE = re.compile(rf"^(?:[Bb]y|BY) |^(?!(?:{_LABELS}): )[A-Z][A-Z ,.-]+ ?(?:—|–|-|:) |^[^\s:]+: [A-Z]\w+ing ")
_DATELINE = re.compile(r"[A-Z][A-Z ,.’'-]+(?:, [A-Z][\w. ]{1,30})?(?: \([^)]{2,40}\))? ?(?:—|–|--? )\s*(?=[“\"‘(]*[A-Z])")
_MARK = re.compile(r"#{1,6} +")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CATEGORY = re.compile(r"^(?:[\w&’'-]+(?:[ /-][\w&’'-]+){0,3})\W*$")
_SITE = re.compile(r"^\s*[-–—|•»:]\s*\S.{1,50}$")
_BETWEEN_ITEMS = re.compile(r"\s*[|•]\s*|\s+·\s+")
_SENTENCE_END = re.compile(r"[.:;,][\"'”’)]*$|[”’»]$")


@dataclass(frozen=True, slots=True)
class Headline:
    """`text` is the headline, or None; `spans` are where the text has it; `furniture` are lines that repeat it with something glued on."""

    text: str | None
    spans: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()


def find(lines: Sequence[Line], title: str | None = None) -> Headline:
    """The headline among `lines` (those that are read, in order); `title`, when given, is the headline whatever the lines say."""
    top = [_unmarked(line) for line in lines[:_TOP]]
    repeated = _repeated(top)
    named = title.strip() if title and title.strip() else None
    if named:
        return _given(top, named)
    if repeated:
        first, second = repeated
        return Headline(second.text, (second.span,), (first.span,))
    line = next(
        (line for i, line in enumerate(top[:3]) if _looks_like_headline(line, top[i + 1 :]) and not is_named_day(line.text, first=not i)),
        None,
    )
    return Headline(line.text, tuple(other.span for other in top if other.text == line.text)) if line else Headline(None)


def _unmarked(line: Line) -> Line:
    """`line` without the mark of a headline in Markdown."""
    mark = _MARK.match(line.text)
    return replace(line, begin=line.begin + mark.end(), text=line.text[mark.end() :]) if mark else line


def _given(top: Sequence[Line], title: str) -> Headline:
    same = [line for line in top if _plain(line.text) == _plain(title)]
    glued = [line for line in top if line not in same and _glued(line.text, title)]
    return Headline(title, tuple(line.span for line in same), tuple(line.span for line in glued))


def _repeated(top: Sequence[Line]) -> tuple[Line, Line] | None:
    for first, second in pairwise(top):
        same = _plain(first.text) == _plain(second.text) or _glued(first.text, second.text)
        if same and 15 <= len(second.text) <= _LONGEST and not _is_prose(second.text):
            return first, second
    return None


def _glued(line: str, title: str) -> bool:
    before, after = line.removesuffix(title), line.removeprefix(title)
    category = before != line and len(before) <= 40 and bool(_CATEGORY.match(before))
    return category or (after != line and bool(_SITE.match(after)))


def _looks_like_headline(line: Line, below: Sequence[Line]) -> bool:
    words = _WORD.findall(line.text)
    if not below or len(words) < 3 or len(line.text) > _LONGEST:
        return False
    if _NO_HEADLINE.match(line.text) or _is_prose(line.text) or _items(line.text) or masthead(line.text):
        return False
    if _title_case(words):
        return line.spaced or not below[0].text[0].islower()
    return _set_off(line, below) and len(line.text) <= _LONGEST_PLAIN and line.text.rstrip("\"'”’»")[-1:] not in "!?"


def _set_off(line: Line, below: Sequence[Line]) -> bool:
    """Whether nothing stands below it up to the next blank line but furniture, the paper's or an author's name, and the day, or
    a dateline opens the next."""
    if line.spaced:
        return True
    for other in below:
        if not other.previous or _DATELINE.match(other.text):
            return True
        if not (is_date_line(other.text) or is_named_day(other.text, first=False) or names_only(other.text, _NAMES)):
            return False
        if other.spaced:
            return True
    return False


def _items(text: str) -> bool:
    """Whether it is several short items, as in a menu: "Home | News | Sport"; a headline before the name of its site is longer."""
    first, *others = (len(item.split()) for item in _BETWEEN_ITEMS.split(text) if item)
    return len(others) > 1 and first <= 3 and max(others) <= (5 if len(others) > 2 else 3)


def _is_prose(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) and not _title_case_sentence(text, _WORD.findall(text))


def _title_case_sentence(text: str, words: Sequence[str]) -> bool:
    one = 5 <= len(words) <= 25 and text.endswith(".") and ". " not in text
    return one and all(word[0].isupper() for word in words if len(word) >= 5) and _title_case(words)


def _title_case(words: Sequence[str]) -> bool:
    long = [w for w in words if len(w) >= 4]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.75 * len(long)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().removesuffix(".")
