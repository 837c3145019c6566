"""Sayings that the model passed over beside others or alone in their sentence: "Una Ruiz said up to 500 came", "and I believe the board
knew", "admitted one count and denied another"."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.model import Span
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text import clauses
from kg.reading.text.holding import holding

RULE, SCORE = "said-besides/1", 0.6
LONGEST = 400  # characters of a sentence
_SAID = re.compile(  # all of a sentence
    r"(?P<source>(?!(?:[WT]h\w+|How|But|And|Yet|So|As|If|Still|Meanwhile|However|Since|Before|In|On|At|By|For|From|Only|Even|Not)\b)"
    r"(?:[A-Z][\w’'.-]+\s){1,4}[A-Z][\w’'-]+)\s(?P<cue>said)\s(?P<content>(?!(?:in|on|at|by|to|of|from|with|during|after|before|as|for"
    r"|about|what|how|why|who|when|nothing|so|no|yes|last|this|earlier|later|he|she|they|\w+day)\b)[^:“”\"\n]+?)[.\s]*"
)
_AND_I = re.compile(
    r"\b(?:and|but)\s(?P<source>I)\s(?P<cue>believe|think|suspect|fear)\s(?P<content>(?:that\s)?"
    r"(?:the|an?|his|her|its|their|th(?:is|at|ese|ose)|he|she|it|they|we|[A-Z]\w+)\b[^,.;:“”\"\n]+)"
)
_PLEADS = re.compile(r"(?:\w+\s)*?(?:plead(?:s|ed)?|admit(?:s|ted)|den(?:ies|ied)|confess(?:es|ed))(?:\sto)?")
_AND_PLEADS = re.compile(
    r"\b(?:and|but)\s(?P<cue>admit(?:s|ted)|den(?:ies|ied))\s(?P<content>(?!(?:that|to|by|in|bail|entry)\b)\w[^.,;:“”\"\n]*)"
)
_CLAUSE = re.compile(rf"\b{clauses.FINITE}\b|\b[a-z]{{2,}}ed\b")
_STEMS = ("said", "i believe", "i think", "i suspect", "i fear", "admit", "denie")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes that no cue of `frames` covers."""
    by_cue = sorted(frames, key=lambda f: f.cue[0][0])
    cues, marks = [f.cue[0][0] for f in by_cue], sorted(quoted)
    found: list[Frame] = []
    for begin, end in holding(text, sentences, _STEMS):
        if end - begin <= LONGEST:
            here = by_cue[bisect_left(cues, begin) : bisect_left(cues, end)]
            near = marks[max(0, bisect_left(marks, (begin, begin)) - 1) : bisect_left(marks, (end, end))]
            found += _in_sentence(text, (begin, end), here, near)
    return found


def _in_sentence(text: str, sentence: Span, frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    whole = None if frames or touches(sentence, quoted) else _SAID.fullmatch(text, *sentence)
    found = [_frame(whole)] if whole and _CLAUSE.search(whole["content"]) else []
    taken = [*(c for f in frames for c in f.cue), *quoted]
    for m in (*_AND_I.finditer(text, *sentence), *_AND_PLEADS.finditer(text, *sentence)):
        last = next((f for f in reversed(frames) if f.source and f.cue[-1][1] <= m.start()), None)
        if last is None or touches(m.span("cue"), taken):
            continue
        if m.re is _AND_I:
            found.append(_frame(m))
        elif _PLEADS.fullmatch(text, *last.cue[0]) and last.content[0][0] >= last.cue[-1][1]:
            found.append(Frame(last.source, (m.span("cue"),), (m.span("content"),), SCORE))
    return found


def _frame(m: re.Match[str]) -> Frame:
    return Frame((m.span("source"),), (m.span("cue"),), (m.span("content"),), SCORE)
