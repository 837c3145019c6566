"""Short answers to another's words that the model passed over: "backed up Hale's account", "denies that", "disagreed with her"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import subjects, verdicts
from kg.reading.lexicon import any_of
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.clauses import HELPS
from kg.reading.text.holding import matches

RULE, SCORE = "answering-clause/1", 0.6
_TELLING = (
    r"(?:accounts?|versions?|stor(?:y|ies)|claims?|statements?|testimony|allegations?|narratives?|assertions?)"
    r"(?:\s+of\s+(?:the\s+)?events)?"
)
_WHOSE = (
    r"(?:(?:the|his|her|their|its|this|that|those|these|both|all|any|such)\s+"
    r"|(?:(?:the|an?)\s+)?(?:[\w.’'-]+\s+){0,3}?[\w.-]+[’'](?:s\s+|\s+))(?:[\w-]+\s+)?"
)
_END = r"(?=\s*(?:[.,;:]|$)|\s+(?:and|but|in|on|as|when|while|with|at|after|during|saying|by|to)\b)"
_BACKS = r"back(?:s|ed)(?:\s+up)?|(?:corroborat|endors)(?:es|ed)|(?:support|confirm)(?:s|ed)|echo(?:es|ed)|vouch(?:es|ed)\s+for|bore\s+out"
_DENIES = r"den(?:ies|ied|y)"
_DISAGREES = r"(?:disagree[sd]?|(?:do|does|did)(?:\s+not|n[’']t)\s+agree)"
_DOING = r"(?!(?:any|no|every|some)thing\b|during\b|being\s+\w+ed\s+by\b)[a-z]{2,}ing\s+[^,.;:“”\"]{2,120}?"
_CLAUSES = {
    re.compile(rf"\b(?P<cue>{HELPS}(?:{verb}))\s+(?P<content>{content}){end}"): stems
    for stems, verb, content, end in (
        (("back", "corroborat", "endors", "support", "confirm", "echo", "vouch", "bore"), _BACKS, f"{_WHOSE}{_TELLING}", _END),
        (
            verdicts.REJECTING_STEMS,
            verdicts.REJECTING,
            rf"that|this|it|{_WHOSE}(?:{any_of('accounts')})",
            r"(?=\s*(?:[.;]|$|,\s+(?:saying|insisting|but|and)\b))",
        ),
        (
            ("deny", "denie"),
            _DENIES,
            _DOING,
            r"(?=\s*(?:[,.;:“”\"]|$)|\s+(?:and|but)\s+(?:said|says|told|that|he|she|they|has|have|is|was)\b)",
        ),
        (("agree",), rf"{_DISAGREES}\s+with", r"(?:the\s+|M(?:rs?|s)\.?\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?", _END),
    )
}
_ASIDE = re.compile(
    r"(?:^|[;:]\s+)(?P<who>(?!(?:In|On|At|After|Before|But|And|However|While|When|As)\b)[^,;:“”\"]{2,80},"
    r"\s+(?:who|whose|which|an?|the|aged|\d|[A-Z])[^,;:“”\"]{0,100}),\s+$"
)
_WHO = re.compile(r"(?<=\w),?\s+(?P<who>who)\s+$")
_NO_SUBJECT = re.compile(
    r"^(?:nobody|neither|none|no)\b|(?:^|\s)(?:not|never|to|could|would|can|will|may|might|should|must|that|which|who|and|or|did|does|do)$",
    re.IGNORECASE,
)


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes and contents that no cue covers, its source the words before its verb."""
    taken = [*(c for f in frames for c in (*f.cue, *f.content)), *quoted]
    found: list[Frame] = []
    for (begin, _), m in matches(text, sentences, _CLAUSES):
        source = _subject(text, begin, m.start("cue"))
        if source and not touches((m.start("cue"), m.end("content")), taken):
            found.append(Frame((source,), (m.span("cue"),), (m.span("content"),), SCORE))
    return found


def _subject(text: str, begin: int, at: int) -> Span | None:
    """The subject of a verb at offset `at`, before it or before what a comma sets apart: "A guard, who saw it, | also disagreed"."""
    if who := _WHO.search(text, begin, at):
        return who.span("who")
    source = subjects.before(text, begin, at, _ASIDE)
    return source if source and not _NO_SUBJECT.search(text[slice(*source)]) else None
