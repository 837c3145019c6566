"""Rejections of a claim that a noun tells, where the model passed over them: "also played down any idea that the mill would close"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import subjects, verdicts
from kg.reading.lexicon import any_of
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.clauses import HELPS, LY
from kg.reading.text.holding import matches

RULE, SCORE = "rejected-claim/1", 0.6
_HEAD = r"(?:(?!(?:that|and|or|but|to|for)\b)[\w’'-]+\s+){0,4}"
_CUE = re.compile(
    rf"(?<!\bto\s)\b(?P<cue>(?:(?:wish(?:es)?|wants?|would\s+like)\s+to\s+)?{HELPS}(?:{verdicts.REJECTING}))\s+"
    rf"(?P<head>{_HEAD})$"
)
_NOT = re.compile(r"(?:n[’']t|\b(?:not|never))$", re.IGNORECASE)  # "he didn’t | deny claims that"
_APART = re.compile(r"(?P<who>[A-Z][^,;:—–“”\"]{2,80}?)(?:,|\s[—–])\s[^;:“”\"]{3,120}?(?:,|\s[—–])\s$")
_WORD = rf"(?!(?:that|which|was|were|is|are|has|have|had|later|also|{LY})\b)[\w’'.-]+"
_ASIDE = re.compile(
    rf""",\s+(?P<what>an?\s+(?:[\w-]+\s+)?(?:{any_of("accounts")}))\s+(?:that\s+|which\s+)?
    (?P<who>(?:{_WORD}\s+){{0,5}}{_WORD})\s+
    (?P<cue>{HELPS}(?:{verdicts.REJECTING}))\b(?:\s+(?P<as>as\s+[“"][^”"]+))?""",
    re.VERBOSE,
)


def find(text: str, sentences: list[Span], frames: list[Frame], told: list[Frame]) -> list[Frame]:
    """A frame for each verb of rejecting that no cue covers and whose object is a noun of `told`; with the words before it as source."""
    taken = [c for f in frames for c in f.cue]
    found = []
    for f in told:
        at = min(b for b, _ in (*f.source, *f.cue))
        home = next((s for s in sentences if s[0] <= at < s[1]), None)
        m = _CUE.search(text[max(home[0], at - 120) : at]) if home else None
        if home is None or m is None:
            continue
        begin = max(home[0], at - 120)
        cue = (begin + m.start("cue"), begin + m.end("cue"))
        if touches(cue, taken):
            continue
        apart = _APART.match(text[home[0] : cue[0]])
        source = subjects.before(text, home[0], cue[0]) or ((home[0], home[0] + apart.end("who")) if apart else None)
        if source and not _NOT.search(text, *source):
            found.append(Frame((source,), (cue,), ((begin + m.start("head"), f.content[-1][1]),), SCORE))
    return found


def asides(text: str, sentences: list[Span], frames: list[Frame]) -> list[Frame]:
    """A frame for who rejects what was just said, where no cue covers the verb: ", a charge that the mill rejected as “invention”"."""
    taken = [c for f in frames for c in f.cue]
    found = []
    for _, m in matches(text, sentences, {_ASIDE: verdicts.REJECTING_STEMS}):
        cue = m.span("cue")
        if not touches(cue, taken) and not _NOT.search(m["who"]):
            content = (m.span("what"), m.span("as")) if m["as"] else (m.span("what"),)
            found.append(Frame((m.span("who"),), (cue,), content, SCORE))
    return found
