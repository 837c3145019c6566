"""Span edges that rules know better than the model: whole words, whole quotes, no stray marks."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.attributions import anaphora, subjects
from kg.reading.lexicon import any_of
from kg.reading.network.reader import Frame
from kg.reading.text import clauses, dateline
from kg.reading.text.quotes import Quote

_EDGE_LEFT = " \t\"“”‘'’«»,;:.—–-…)"
_EDGE_RIGHT = " \t\"“”‘'«»,;:.—–-…("


def mend(text: str, frame: Frame, quotes: list[Quote], sentences: list[Span]) -> Frame | None:
    """The frame with its edges mended, or None when nothing is left of its content or cue."""
    at = frame.cue[0][0]
    home = next((x for x in sentences if x[0] <= at < x[1]), (0, len(text)))
    cue = _clean(text, frame.cue, _AFTER_CUE, home)
    source = _clean(text, tuple(_hyphened(text, s, frame.cue) for s in _undated(text, frame)), _AFTER_SOURCE, home)
    source = tuple(s for s in (_up_to(text, s, cue) for s in source) if not _NO_SOURCE.fullmatch(text, *s))
    taken = [*cue, *source]
    told = [piece for c in frame.content if (piece := dateline.without(text, _dated(text, _whole(text, c))))]
    pieces = _to_quotes([_reported(text, _pointing(text, c, frame.cue), frame.cue, home) for c in told], quotes, taken)
    content = _join(text, [s for p in pieces if (s := trim(text, p))])
    if not cue or not any(_MEANT.search(text, *s) for s in content):
        return None
    return Frame(source, cue, content, frame.score)


def _undated(text: str, frame: Frame) -> Spans:
    """The source without a dateline; where it is nothing else, the subject that stands between that and the cue."""
    left = tuple(s for span in frame.source if (s := dateline.without(text, span)))
    if left or not frame.source:
        return left
    who = subjects.before(text, dateline.end(text, frame.source[0][0]), frame.cue[0][0])
    return (who,) if who else ()


def _pointing(text: str, span: Span, cue: Spans) -> Span:
    """The content on its cue's side of a colon after words that only point: "[dismissed] it: | a wall like that, | [he said]"."""
    at = anaphora.before_colon(text[slice(*span)])
    if at is None:
        return span
    return (span[0], span[0] + at) if cue[0][0] < span[0] else (span[0] + at + 1, span[1])


_OPENS = re.compile(r"(?:[^a-z]{2,60}[—–-]\s+)?(?:(?:The|These|Such|New)\s+)?")
_FINITE = re.compile(rf"\b{clauses.FINITE}\b|\w(?:ed|ell|ook|old|ent|ame)\b")
_NOUN = re.compile(rf"{any_of('reporting')}|{any_of('holding')}", re.IGNORECASE)


def _reported(text: str, span: Span, cue: Spans, home: Span) -> Span:
    """The content of a noun that is the subject of its sentence without the verb of that: "Rumours [that it fell] | spread on Monday"."""
    noun = text[cue[0][0] : cue[-1][1]]
    if not _NOUN.fullmatch(noun) or span[0] != cue[-1][1] + 1 or not text.startswith("that ", span[0]):
        return span
    if not _OPENS.fullmatch(text, home[0], cue[0][0]):
        return span
    end = clauses.end(text, span[0] + len("that "), span[1], subject=True)
    if not _FINITE.search(text, span[0], end):  # what was taken for a verb is a noun: "the Varn mine | was sold"
        end = clauses.end(text, end, span[1], subject=True)
    return (span[0], end) if text[end : end + 1].isspace() and _FINITE.search(text, span[0], end) else span


def _clean(text: str, spans: Spans, ending: re.Pattern[str], home: Span) -> Spans:
    """Spans made whole, without what dangles at their ends; one that crosses a border of the sentence `home` is cut there."""
    return tuple(s for span in spans if (s := trim(text, _loose(text, _within(_finished(text, _whole(text, span)), home), ending))))


def _up_to(text: str, source: Span, cue: Spans) -> Span:
    """The source without a cue that stands at its end."""
    begin = min((b for b, e in cue if source[0] < b < source[1] <= e), default=source[1])
    return source[0], source[0] + len(text[source[0] : begin].rstrip())


_NO_SOURCE = re.compile(r"and|or|but|then|also|as|the|an?", re.IGNORECASE)
_LAST_WORD = re.compile(r"\s+\w+$")
_HYPHENED = re.compile(r"(?:-\w+)+")


def _hyphened(text: str, span: Span, cue: Spans) -> Span:
    """The source without a word that goes on as a verb, "The resident | live-streamed"; with the rest of one cut short: "co | -founder"."""
    span = (span[0], span[0] + len(text[slice(*span)].rstrip("-")))
    rest = _HYPHENED.match(text, span[1])
    if not rest or not text[span[1] - 1].isalnum():
        return span
    if rest.group().endswith("ed") or any(b < rest.end() and e > rest.start() for b, e in cue):
        begun = _LAST_WORD.search(text, *span)
        return (span[0], begun.start()) if begun else span
    return span[0], rest.end()


_UNFINISHED = re.compile(r"(?<=\w)\s+(?:last|this|next|past)$")
_NEXT_WORD = re.compile(r"\s+\w+")


def _finished(text: str, span: Span) -> Span:
    """The span with the noun that a last "last" or "this" asks for: "a report published last" week."""
    noun = _NEXT_WORD.match(text, span[1]) if _UNFINISHED.search(text, *span) else None
    return (span[0], noun.end()) if noun else span


_UNDATED = re.compile(r"(?<=\w)\s+(?:on|since|until|till|by|from|before|after)$")
_DAY = re.compile(r"\s+(?:(?:last|next|this)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _dated(text: str, span: Span) -> Span:
    """The span with the day that a last "on" or "since" asks for: "denied having fired on" Monday."""
    day = _DAY.match(text, span[1]) if _UNDATED.search(text, *span) else None
    return (span[0], day.end()) if day else span


def _within(span: Span, home: Span) -> Span:
    begin, end = max(span[0], home[0]), min(span[1], home[1])
    return (begin, end) if begin < end else span


def _whole(text: str, span: Span) -> Span:
    begin, end = span
    while begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum():
        begin -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return begin, end


_AFTER_CUE = re.compile(r"(?<=\w)\s+(?:in|on|at|during)?\s*(?:a|an|the|in|on)$", re.IGNORECASE)
_AFTER_SOURCE = re.compile(
    r"(?<=\w)(?:[’']s?)?(?:\s+(?:in|on|at|over|during|since)\s+(?:recent|late|early|past|last|this|the past)(?:\s+\w+)?"
    r"|(?:\s+(?:in|on|at|of|for|with|by|to|from|and|or|the|a|an|who|that|which|has|had|have|also|further|later|then))+|(?<=\w)[’']s"
    r"|\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight))$",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\b(?!(?:to|that|of|for|by|as|in|on|a|an|the|and|or|is|are|was|were|be|about|with|at)\b)\w", re.IGNORECASE)


def _loose(text: str, span: Span, ending: re.Pattern[str]) -> Span:
    """The span without function words that dangle at its end."""
    match = ending.search(text, *span)
    return (span[0], match.start()) if match and match.end() == span[1] else span


def trim(text: str, span: Span) -> Span | None:
    """The span without the marks and spaces at its edges; None when no letter or digit is left."""
    begin, end = span
    while begin < end and text[begin] in _EDGE_LEFT:
        begin += 1
    while end > begin and text[end - 1] in _EDGE_RIGHT:
        end -= 1
    if end - begin > 1 and text[end - 1] == "’" and not text[end - 2].isalpha():
        end -= 1
    return (begin, end) if any(c.isalnum() for c in text[begin:end]) else None


def _to_quotes(spans: list[Span], quotes: list[Quote], taken: list[Span]) -> list[Span]:
    """The spans, and all of each quote of which they cover most, where the cue and source leave room."""
    grown = list(spans)
    begin, end = min(spans, default=(0, 0))[0], max((e for _, e in spans), default=0)
    for q in (q for q in quotes if begin < q.end and q.begin < end):
        shared = sum(max(0, min(e, q.end) - max(b, q.begin)) for b, e in spans)
        if shared > 0.5 * (q.end - q.begin) and not any(b < q.end and e > q.begin for b, e in taken):
            grown.append((q.begin, q.end))
    return grown


_ONLY_MARKS = re.compile(r"[\s\"“”‘’',.…—–-]*")


def _join(text: str, spans: list[Span]) -> Spans:
    """Pieces in order, those merged that overlap or have no word and no paragraph's end between them."""
    out: list[Span] = []
    for b, e in sorted(spans):
        if out and (
            b <= out[-1][1]
            or (_ONLY_MARKS.fullmatch(text, out[-1][1], b) and "\n" not in text[out[-1][1] : b] and "\r" not in text[out[-1][1] : b])
        ):
            out[-1] = (out[-1][0], max(out[-1][1], e))
        else:
            out.append((b, e))
    return tuple(out)
