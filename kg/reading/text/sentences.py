"""Paragraphs to sentences, by rules for news prose."""

from __future__ import annotations

import re

from kg.model import Sentence, Span

_END = re.compile(r"[.!?…]+[\"'”’»›)\]]*(?=\s+[\"'“‘«‹(\[]*(?P<next>[^\W_]|[$€£#@•–—\u2600-\u27bf\U0001f300-\U0001faff-]))")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"‘'\[])(?:(?:mr|mrs|ms|dr|prof|rev|fr|hon|gov|sen|rep|reps|sens|brig|gen|lt|col|maj|capt|cmdr|adm|sgt|cpl|pvt|supt|insp|det|pres|st|mt|ft|"
    r"jr|sr|no|nos|vol|fig|vs|v|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|approx|est|dept|univ|inc|ltd|co|corp|bros|ave|blvd|rd|"
    r"al|cf|etc|e\.g|i\.e|viz|ca|p|pp|sec|art|messrs|mme|mlle|hr|sh|smt|shri)|[a-z]|(?:[a-z]\.)+[a-z])\.$",
    re.IGNORECASE,
)
_NEVER_LAST = re.compile(
    r"(?:^|[\s(“\"‘'\[])(?:mr|mrs|ms|dr|prof|rev|gov|sen|rep|brig|gen|lt|col|maj|capt|sgt|supt|insp|det|st|mt|messrs|vs|v|e\.g|i\.e)\.$",
    re.IGNORECASE,
)


def split(text: str, paragraphs: list[Span]) -> tuple[Sentence, ...]:
    """Sentences of the paragraphs, in text order and numbered from 0; none crosses a paragraph's border."""
    spans = [span for paragraph in paragraphs for span in _split(text, paragraph)]
    return tuple(Sentence(i, b, e) for i, (b, e) in enumerate(spans))


def _split(text: str, paragraph: Span) -> list[Span]:
    line, start, found = text[paragraph[0] : paragraph[1]], 0, []
    for match in _END.finditer(line):
        if _ends(line, match):
            found.append((start, match.end()))
            start = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    found.append((start, len(line)))
    return [(paragraph[0] + b, paragraph[0] + e) for b, e in found if e > b]


def _ends(line: str, match: re.Match[str]) -> bool:
    before, following = line[max(0, match.start() - 20) : match.start() + 1], match.group("next")
    if following.islower():
        return False
    if match.group() != ".":
        return True
    if _NEVER_LAST.search(before):
        return False
    return not (_ABBREVIATED.search(before) and not _starts_sentence(line[match.end() :]))


_STARTERS = re.compile(
    r"\s+[\"'“‘]*(?:The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|These|Those|Some|Many|After|Before|When|While|If|His|Her|Their|Its|There|For|As)\b"
)


def _starts_sentence(rest: str) -> bool:
    return bool(_STARTERS.match(rest))
