"""Several cues of one source in a sentence: "she denied it, saying that …", "the party maintained that … and vowed to …"."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.model import Span
from kg.reading.attributions import subjects
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import any_of

NEAR = 12  # drafts before and after, by their cues, among which a sentence is shared
_AND = re.compile(r"(?:\b(?:and|but|or|then)|,)\s+(?:(?:also|later|further|\w+ly|has|have|had|was|were|is|are)\s+){0,2}$", re.IGNORECASE)
_WHILE = re.compile(r"\b(?:while|when|before|after)\s+$", re.IGNORECASE)
_ING = re.compile(r"[A-Za-z]{2,}ing\b")
_MAIN = re.compile(r"[”\"]?,\s+(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey)(?=\s)|(?:[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*(?=\s[a-z]))")
_OTHER_SIDE = re.compile(
    rf"(?:,?\s+(?:even\s+as|as|while|whereas)|,\s+an?\s+(?:[\w-]+\s+)?(?:{any_of('accounts')})\s+(?:that|which))\s+$", re.IGNORECASE
)
_VERB = re.compile(r"[a-z]+(?:ed|ing)\b|said|told|swore|wrote")
_PARTICIPLE = re.compile(r"(?:add|say|not|stat|accus|claim|stress|argu|insist|alleg|warn|describ|call|cit|blam|urg)ing\b")
_LOOSE_END = re.compile(r"[\s,;]+(?:and|but|while|as|even as|or|then)?\s*$")


def share(text: str, drafts: list[Draft], sentences: list[Span]) -> None:
    """Give a cue that stands after "and" without a source the source of the cue before it, and end a content where a further cue of its own
    source begins."""
    for i, draft in enumerate(drafts):
        lead = text[max(0, draft.cue[0][0] - 40) : draft.cue[0][0]]
        if not draft.source and (_AND.search(lead) or (_WHILE.search(lead) and _ING.match(text, *draft.cue[0]))):
            _inherit(text, draft, drafts[:i], sentences)
        elif not draft.source and _ING.match(text, *draft.cue[0]):
            _lend(text, draft, drafts[i + 1 : i + NEAR], sentences)
    for i, draft in enumerate(drafts):
        if former := _aside(text, draft, drafts[max(0, i - NEAR) : i]):
            draft.source = former.source
    for i, one in enumerate(drafts):
        for other in (o for o in drafts[max(0, i - NEAR) : i + NEAR + 1] if o is not one and o.source):
            if one.source and _same(text, one, other):
                _end_before(text, one, other.cue[0][0])
            elif at := _breaks_off(text, one, other):
                _end_before(text, one, at)
            elif one.cue[0][0] < other.cue[0][0] and _one_source(one, other):
                _leave(one, other)


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those that say over what a surer one of the same source and content says: "said in a statement" read as two cues."""
    return [d for i, d in enumerate(drafts) if not any(_surer(o, d) for o in drafts[max(0, i - NEAR) : i + NEAR + 1])]


def _surer(other: Draft, d: Draft) -> bool:
    """Whether `other` says what `d` says, and is the surer (of equals the earlier) of the two."""
    if other is d or other.content != d.content or not (other.source == d.source or _one_source(other, d)):
        return False
    return (other.score, -other.cue[0][0]) > (d.score, -d.cue[0][0])


def home(draft: Draft, sentences: list[Span]) -> Span | None:
    """The sentence of the draft's cue; None when it stands in none."""
    at = draft.cue[0][0]
    found = sentences[max(0, bisect_right(sentences, at, key=lambda s: s[0]) - 1)] if sentences else (at, at)
    return found if found[0] <= at < found[1] else None


def _inherit(text: str, draft: Draft, before: list[Draft], sentences: list[Span]) -> None:
    sentence = home(draft, sentences)
    former = next(
        (d for d in reversed(before) if d.source and sentence and sentence[0] <= d.cue[0][0] and d.source[0][0] >= sentence[0]), None
    )
    if former and not any(b < draft.cue[0][0] < e for b, e in former.content[:1]):
        draft.source = former.source
    elif sentence and not former and (who := _opening(text, draft, sentence[0])):
        draft.source = (who,)


def _lend(text: str, draft: Draft, after: list[Draft], sentences: list[Span]) -> None:
    """Give a participle that opens a sentence the subject of its main clause: "Calling it a lie, | Hale told reporters …"."""
    sentence = home(draft, sentences)
    if not sentence or text[sentence[0] : draft.cue[0][0]].strip(' "“'):
        return
    later = next((d for d in after if d.source and draft.cue[0][1] < d.source[0][0] < sentence[1] and d.source[0][1] <= d.cue[0][0]), None)
    found = _MAIN.match(text, draft.content[-1][1], sentence[1])
    if later and not any(b < later.source[0][1] and later.source[0][0] < e for b, e in draft.content):
        draft.source = later.source
    elif found:
        draft.source = (found.span("who"),)


def _opening(text: str, draft: Draft, sentence: int) -> Span | None:
    """The subject with which the sentence of a finite verb opens, unless it is in what is said."""
    cue = draft.cue[0]
    who = subjects.first(text, sentence, cue[0]) if _VERB.match(text, *cue) else None
    return who if who and not any(b < who[1] and who[0] < e for b, e in draft.content) else None


def _aside(text: str, draft: Draft, before: list[Draft]) -> Draft | None:
    """The draft whose source a participle after a comma shares, where its own was read from the other's content or from before it: "filed
    a complaint against Mr. Hale, accusing him of theft", "Hale & Co. buys oil, it said, adding …", "Hale left. Ruiz denied it, saying …".
    """
    cue = draft.cue[0][0]
    if not draft.source or not _PARTICIPLE.match(text, cue) or not text[:cue].endswith(", ") or draft.source[0][1] > cue:
        return None
    for d in reversed(before):
        if "\n" in text[d.cue[0][0] : cue] or d.source == draft.source or _one_source(d, draft):
            return None
        if d.source and draft.source[0][1] <= d.source[0][0] < d.cue[0][0] < d.content[0][0] and text[d.content[-1][1] : cue] == ", ":
            return d
        if d.source and any(b <= draft.source[0][0] < e for b, e in d.content):
            return d
    return None


def _same(text: str, one: Draft, other: Draft) -> bool:
    """Whether the second draft's cue stands inside the first one's content, and both have one source before both cues."""
    at = other.cue[0][0]
    if not any(b < at < e for b, e in one.content):
        return False
    return other.source[0][0] < one.content[0][0] and other.source[0][0] < one.source[0][1] and one.source[0][0] < other.source[0][1]


def _breaks_off(text: str, one: Draft, other: Draft) -> int | None:
    """Where one’s content ends because another side has its say: "they hold Selm | as the army insists that …", "… | a charge that the army
    rejected"."""
    who = other.source[0][0]
    begin = max((b for b, e in one.content if b < who < e), default=None) if one.cue[0][0] <= who else None
    if begin is None:
        return None
    found = _OTHER_SIDE.search(text, begin, who)
    return found.start() if found and found.start() > begin else None


def _one_source(one: Draft, other: Draft) -> bool:
    return any(b < e2 and b2 < e for b, e in one.source for b2, e2 in other.source)


def _leave(draft: Draft, other: Draft) -> None:
    """Take out pieces behind a further cue of the same source that are that cue's content."""
    kept = tuple((b, e) for b, e in draft.content if b < other.cue[-1][1] or not any(c <= b < d or b <= c < e for c, d in other.content))
    draft.content = kept or draft.content


def _end_before(text: str, draft: Draft, at: int) -> None:
    kept = []
    for b, e in draft.content:
        if b < at < e:
            e = b + len(_LOOSE_END.sub("", text[b:at]))
        if e > b and (e <= at or b > at):
            kept.append((b, e))
    if kept:
        draft.content = tuple(kept)
