"""Short clauses that answer another's words, where the model passed over them: "backed up Hale's account", "denies that", "disagreed with her"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading import subjects
from kg.reading.frames import touches
from kg.reading.lexicon import any_of
from kg.reading.network import Frame

RULE, SCORE = "answering-clause/1", 0.6
_ADVERBS = r"(?:(?:has|have|had|also|later|too|however|then|\w+ly)\s+){0,3}"
_TELLING = r"(?:accounts?|versions?|stor(?:y|ies)|claims?|statements?|testimony|allegations?|narratives?|assertions?)(?:\s+of\s+(?:the\s+)?events)?"
_WHOSE = r"(?:(?:the|his|her|their|its|this|that|those|these|both|all|any|such)\s+|(?:(?:the|an?)\s+)?(?:[\w.’'-]+\s+){0,3}?[\w.-]+[’'](?:s\s+|\s+))"
_END = r"(?=\s*(?:[.,;:]|$)|\s+(?:and|but|in|on|as|when|while|with|at|after|during|saying|by|to)\b)"
_BACKS = r"back(?:s|ed)(?:\s+up)?|corroborat(?:es|ed)|support(?:s|ed)|confirm(?:s|ed)|endors(?:es|ed)|echo(?:es|ed)|vouch(?:es|ed)\s+for|bore\s+out"
_REJECTS = r"den(?:ies|ied|y)|disput(?:es|ed|e)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|rebut(?:s|ted)"
_CHARGE = rf"(?:{any_of('accounts')})"
_CLAUSES = (
    re.compile(rf"\b(?P<cue>{_ADVERBS}(?:{_BACKS}))\s+(?P<content>{_WHOSE}(?:[\w-]+\s+)?{_TELLING}){_END}"),
    re.compile(rf"\b(?P<cue>{_ADVERBS}(?:{_REJECTS}))\s+(?P<content>that|this|it|{_WHOSE}(?:[\w-]+\s+)?{_CHARGE})(?=\s*(?:[.;]|$|,\s+(?:saying|insisting|but|and)\b))"),
    re.compile(
        rf"\b(?P<cue>{_ADVERBS}(?:disagree[sd]?|(?:do|does|did)(?:\s+not|n[’']t)\s+agree)\s+with)\s+"
        rf"(?P<content>(?:the\s+|Mr\.?\s+|Ms\.?\s+|Mrs\.?\s+)?[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?){_END}"
    ),
)
_ASIDE = re.compile(
    r"(?:^|[;:]\s+)(?P<who>(?!(?:In|On|At|After|Before|But|And|However|While|When|As)\b)[^,;:“”\"]{2,80},"
    r"\s+(?:who|whose|which|an?|the|aged|\d|[A-Z])[^,;:“”\"]{0,100}),\s+$"
)
_NO_SUBJECT = re.compile(
    r"^(?:nobody|neither|none|no)\b|(?:^|\s)(?:not|never|to|could|would|can|will|may|might|should|must|that|which|who|and|or|did|does|do)$",
    re.IGNORECASE,
)


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes and contents that no cue covers, its source the words before its verb."""
    taken = [*(c for f in frames for c in (*f.cue, *f.content)), *quoted]
    found: list[Frame] = []
    for begin, end in sentences:
        for m in (m for pattern in _CLAUSES for m in pattern.finditer(text, begin, end)):
            source = _subject(text, begin, m.start("cue"))
            if source and not touches((m.start("cue"), m.end("content")), taken):
                found.append(Frame((source,), (m.span("cue"),), (m.span("content"),), SCORE))
    return found


def _subject(text: str, begin: int, at: int) -> Span | None:
    """The subject of a verb at offset `at`, before it or before what a comma sets apart: "A guard, who saw it, | also disagreed"."""
    apart = _ASIDE.search(text[begin:at])
    source = (begin + apart.start("who"), begin + apart.end("who")) if apart else subjects.before(text, begin, at)
    return source if source and not _NO_SUBJECT.search(text[slice(*source)]) else None
