"""Disputes of what was just said that the model passed over: "Hale denied that, saying …", "…, which the mill has denied"."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.attributions import subjects, verdicts
from kg.reading.lexicon import any_of
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.clauses import HELPS, LY
from kg.reading.text.holding import matches

RULE, SCORE = "denied/1", 0.7
_CUE = rf"(?P<cue>{HELPS}(?:{verdicts.REJECTING}|contradict(?:s|ed)?))"
_ENDS = r"(?=[.,;:]|\s+(?:and|but|saying|in|on|as|at|to|many|several|\w+ly)\b|\s*$)"
_THAT = re.compile(rf"(?<!\bto\s)\b{_CUE}\s+(?P<what>(?i:that|this|it))(?:\s+\w+ly)?{_ENDS}")
_NAME = rf"(?!(?:was|were|is|are|has|have|had|later|also|{LY})\b)[\w’'.-]+"
_WHICH = re.compile(rf",\s+(?P<what>which)\s+(?P<who>(?:{_NAME}\s+){{0,5}}{_NAME})\s+{_CUE}{_ENDS}")
_CALLED = re.compile(
    rf""",\s+(?P<what>an?\s+(?:[\w-]+\s+)?(?:{any_of("accounts")}))\s+(?:that\s+|which\s+)?(?P<who>(?:{_NAME}\s+){{0,5}}{_NAME})\s+
    (?P<cue>{HELPS}(?:describe[sd]?|dismiss(?:es|ed)|denounce[sd]?|condemn(?:s|ed)|brand(?:s|ed)|call(?:s|ed)))\s+(?P<as>(?:as\s+)?(?:[“"][^”"]+|\w+(?=[.,;])))""",
    re.VERBOSE,
)
_STEMS = {
    **dict.fromkeys((_THAT, _WHICH), (*verdicts.REJECTING_STEMS, "contradict")),
    _CALLED: ("describe", "dismiss", "denounce", "condemn", "brand", "call"),
}
_NOT = re.compile(r"(?:n[’']t|\b(?:not|never|nor|neither|who|which|that|to))$", re.IGNORECASE)
_ONLY = re.compile(r"(?:that|this|it)", re.IGNORECASE)
_WHOM = re.compile(r"(?:(?:the|his|her|their|its)\s+)?(?:[\w’'-]+\s+){0,2}[\w’'-]+(?=:\s)")
_REJECTS = re.compile(rf"(?:{verdicts.REJECTING}|contradict(?:s|ed)?)$")
_GAP = re.compile(r"[\s.,;:”\"]+")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such verb outside of quotes that no cue covers."""
    taken = [c for f in frames if f.source for c in f.cue]
    found = []
    for (begin, _), m in matches(text, sentences, _STEMS):
        cue = m.span("cue")
        source = m.span("who") if m.re is not _THAT else subjects.before(text, begin, cue[0])
        if source and not touches(cue, (*taken, *quoted)) and not _NOT.search(text[slice(*source)]):
            content: Spans = (m.span("what"), m.span("as")) if m.re is _CALLED else (m.span("what"),)
            found.append(Frame((source,), (cue,), content, SCORE))
    return found


def apart(text: str, frames: list[Frame], found: list[Frame]) -> list[Frame]:
    """`frames` without the words of `found` at the head or the end of their contents, and without a noun that `found` has the denial of."""
    out = []
    for f in [_ended(text, one) for one in frames]:
        mine = [g for g in found if any(b <= g.cue[0][0] < e for b, e in f.content)]
        if not f.source and any(touches(f.cue[0], g.content) for g in found):
            continue
        headed = [g for g in found if any(b <= p[0] < e and p[1] > g.cue[0][0] for b, e in f.content[:1] for p in g.content)]
        content = f.content
        for g in (*mine, *headed):
            content = _without(text, content, min(g.source[0][0], g.content[0][0]), max(g.cue[-1][1], g.content[-1][1]))
        if content:
            out.append(Frame(f.source, f.cue, content, f.score))
    return out


def _ended(text: str, f: Frame) -> Frame:
    """A dispute of "that", or of somebody before a colon, without what follows: "contradicted the minister: …"."""
    begin, end = f.content[0]
    if not _REJECTS.search(text[slice(*f.cue[0])]) or not 0 <= begin - f.cue[0][1] <= 1:
        return f
    if len(f.content) > 1 and _ONLY.fullmatch(text, begin, end):
        return Frame(f.source, f.cue, f.content[:1], f.score)
    whom = _WHOM.match(text, begin, end)
    return Frame(f.source, f.cue, ((begin, whom.end()),), f.score) if whom else f


def _without(text: str, content: Spans, begin: int, end: int) -> Spans:
    """The spans without what lies between, where that is the head or the end of one of them."""
    out = []
    for b, e in content:
        if begin <= b < end < e:
            gap = _GAP.match(text, end, e)
            b = gap.end() if gap else end
        elif b < begin < e <= end + 1:
            e = b + len(text[b:begin].rstrip(" ,;—–-"))
        elif begin <= b and e <= end:
            continue
        out.append((b, e))
    return tuple(out)
