"""Sources right before a cue that were read as something else: "the official told the Courier", "Mr. Hale was quoted as saying"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kg.model import Span, Spans
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import forms, words
from kg.reading.text import phrases

_TELLING = re.compile(
    r"\b(?:told|tells|telling|informed|assured|reminded|warned|interview(?:ed)? (?:with|by|to|on)|sp(?:oke|eaking) (?:to|with))$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:also\s+|widely\s+|later\s+)?(?:quoted|cited|reported|recorded|heard)\s+(?:as\s+)?(?:saying|telling)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[,;:.“”\"—–]\s*|\b(?:and|but|that|as|while|when)\s+)(?P<who>(?:(?:[A-Z][a-z]{0,3}\.|[\w’'-]+)\s+){0,7}?[\w’'-]+)\s+$"
)
_OPENING = re.compile(
    r"(?:(?:In|On|At|After|Before|During|So|Since|With|Despite|For|By|Last|Earlier|Later|Meanwhile|However|Yesterday|Today)\b[^,;:“”\"]{0,80},?\s+)?"
    r"(?P<who>(?!(?:It|There|This|That|What|If|When|While|As)\b)(?:(?:[A-Z][a-z]{0,3}\.|[\w’'&-]+)\s+){0,7}?[\w’'&-]+)\s+"
    r"(?=(?:also|is|are|was|were|has|had|have|\w+ly|[a-z]{2,}ed|said|told|spoke|met|took|made|went|left|came|gave)\b)"
)
_LINK = re.compile(r"[;:“”\"]|\b(?:that|who|which|because)\b")
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_UP_TO_COMMA = re.compile(r"(?P<who>[^\s,;:“”\"]+(?:\s[^\s,;:“”\"]+){0,8}),\s+(?=\w)")
_THEM = re.compile(r"\s+(?P<who>them|him|her|it)\b")
_LEMMAS = words("saying") | words("speech") | {"counter", "recall", "remember", "remark"}
_SAID = sorted({form for lemma in _LEMMAS for form in forms(lemma)} | {"told"}, key=len, reverse=True)
_VERB = re.compile(rf"\b(?:{'|'.join(_SAID)})$")
_AFTER_QUOTE = re.compile(r"[”\"’]\s$")
_SPEAKER = re.compile(r"\s(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Prof)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)(?=[.,;])")
_CALLED = re.compile(  # "insisted | first mate Jonas Ek"
    r"\s(?P<who>(?:(?!(?:an?|the|in|on|at|to|for|from|of|by|with|after|before|when|while|as|during|last|this|next|and|but|that|near|about|against|it)\s|\w+ly\s)"
    r"[a-z][\w’'-]+\s){1,3}(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+)(?=[.,;]|\s[–—-])"
)
_OWN = re.compile(
    r"\s(?P<who>(?:his|her|their|its|my)\s(?:[a-z-]+\s){1,3}(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+)(?=[.,;])"
)  # "said | her sister Kim"
_IN_TURN = re.compile(
    r"[“\"‘]?(?:(?:And|But|Yet|So)\s+)?(?P<who>(?:The|His|Her|Its|Their|[A-Z])[\w’'.-]*(?:\s[\w’'.-]+){0,4}?),"
    r"\s(?:in turn|too|however|meanwhile|though|by contrast|on the other hand|for (?:his|her|its|their) part|in (?:reply|response)),\s$"
)
_WITHOUT = re.compile(r"(?:(?:After|Before|While|When|Despite|By|In|On|Besides|Without|Since)\s+)?(?:\w+ly\s+|also\s+)?")
_THEN = re.compile(
    r"[”\"’]?,[”\"’]?\s+(?P<who>he|she|they|(?:(?:the|a|an|his|her|their|Mr\.|Mrs\.|Ms\.|Dr\.)\s)?(?:[\w’'-]+\s){0,5}?[\w’'-]+)"
    r"(?=,|\s(?:also|is|are|was|were|has|had|have|would|will|could|can|\w+ly|[a-z]{2,}ed|said|told|spoke|met|took|made|went|left|came|gave|says|then)\b)"
)
_ASIDE = re.compile(
    r"(?:^|[.;:]\s+|[”\"]\s+)(?:[A-Z][\w .'-]{2,20} -+ )?(?P<who>(?:[A-Z][\w’'.-]*|the|a|an)(?:\s[\w’'.-]+){0,6}),"
    r"\s(?P<aside>[a-z]+ing\s[^“”\";:]{3,150}),\s$"
)
_INTERVIEW = re.compile(r"\b(?:interview(?:ed)?|conversation|sp(?:oke|eaking)|talk(?:ed|ing))\s+(?:with|by|to)\s+$", re.IGNORECASE)
_ADDRESSED = re.compile(r"[^,;:“”\"]{2,60},\s+(?=\S)")
_FINITE = re.compile(r"(?:claim|reckon|insist|say|allege|admit|reveal|believe|fear)(?:s|ed|d)?|said")
_ARTICLE = re.compile(r"(?:an?|the|one|another)\s", re.IGNORECASE)
_QUOTES = re.compile(  # "quoted Hale as | saying"
    r"\b(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?:quot|cit)(?:es?|ed|ing)\s+(?P<who>[^,;:“”\"\n]{2,60}?)\s+as\s+$"
)
_ASKED = re.compile(r"(?:when\s+)?(?:asked|pressed|questioned|challenged)", re.IGNORECASE)
_ASKED_BY = re.compile(r"\s+by\s+(?P<who>[^,;:“”\"]{2,60}?)\s+(?:about|whether|if|why|how|what|when|where|to)\b")
_JOINS = {"and", "but", "or", "then", "who", "which", "also"}
_LEAD = re.compile(
    r"(?:even\s+)?(?:as|while|when|where|after|before|because|although|though|if|since|that|and|but|which|who)\s+(?=\w)", re.IGNORECASE
)

_LATE = re.compile(  # "They ran as | the group"
    r".*(?<!\bknown)(?<!\bsuch)(?<!\bseen)(?<!\bwell)(?<!\bserved)(?<!\bworked)"
    r"\s(?:as|while|when|after|before|once|until|because|although|though)\s+(?=\w)",
    re.DOTALL,
)


def before(text: str, sentence: int, at: int, apart: re.Pattern[str] | None = None) -> Span | None:
    """The words for a subject that end right before offset `at`, in the sentence that begins at `sentence`; where `apart` is found before
    it, what that calls `who`: "The board, citing its inspectors, | put"."""
    if apart and (told := apart.search(text[sentence:at])):
        return sentence + told.start("who"), sentence + told.end("who")
    start = max(sentence, at - 120)
    found = _SUBJECT.search(text[start:at])
    if not found:
        return None
    if found["who"].lower().split()[-1] in _JOINS:
        return None
    lead = _LEAD.match(found["who"]) or _LATE.match(found["who"])
    return start + found.start("who") + (lead.end() if lead else 0), start + found.end("who")


def first(text: str, sentence: int, at: int) -> Span | None:
    """The subject with which a sentence opens, for a verb further on at offset `at`: "Mr. Hale | left the room and promised …"."""
    found = _OPENING.match(text, sentence, at)
    return found.span("who") if found and not _LINK.search(text, found.end(), at) else None


def find(text: str, drafts: list[Draft], sentences: list[Span]) -> None:
    """Give such drafts the subject of their cue as source, and take it out of their content."""
    _behind_other_cues(text, drafts)
    begins = [b for b, _ in sentences]
    for draft in drafts:
        cue = draft.cue[0]
        home = sentences[max(0, bisect_right(begins, cue[0]) - 1)] if sentences else cue
        begin = home[0] if home[0] <= cue[0] < home[1] else cue[0]
        if (asked := _ASKED_BY.match(text, cue[1])) and _ASKED.fullmatch(text, *cue):
            draft.source = (asked.span("who"),)
        elif as_said := _QUOTES.search(text, max(begin, cue[0] - 80), cue[0]):
            draft.source = (as_said.span("who"),)
        elif draft.source and (who := _interviewed(text, draft.source[0])):
            draft.source = (who, *draft.source[1:])
        elif draft.source and draft.source[0][1] <= begin and (who := _at_hand(text, draft, begin)):
            draft.source = (who,)
        if not draft.source and _ACCORDING.fullmatch(text, *cue):
            _cut_off(text, draft)
        quoted = _QUOTED.search(text, *cue)
        if quoted or _addressed(text, draft):
            if who := before(text, begin, quoted.start() if quoted else cue[0]):
                _give(text, draft, who)
            elif not quoted and draft.content[-1][0] >= draft.source[0][1]:  # "and told | the court he had left"
                draft.source = ()
        elif who := _enclosing(text, draft, begin):
            draft.source = (who,)
        elif not draft.source and (who := _claims(text, draft, begin) or _unread(text, draft) or _main(text, draft, begin)):
            _give(text, draft, who)


def _behind_other_cues(text: str, drafts: list[Draft]) -> None:
    """Let a source that runs over another cue begin behind it: "A show insider claims | producers have warned him"."""
    by_cue = sorted(drafts, key=lambda d: d.cue[0][0])
    cues = [d.cue[0][0] for d in by_cue]
    for draft in drafts:
        if len(draft.source) != 1:
            continue
        b, e = draft.source[0]
        inside = by_cue[bisect_right(cues, b) : bisect_left(cues, e)]
        cut = max((o.cue[-1][1] for o in inside if o is not draft and o.cue[-1][1] < e), default=b)
        if cut > b and _FINITE.fullmatch(text[b:cut].split()[-1]):
            draft.source = ((cut + 1, e),)


def _claims(text: str, draft: Draft, begin: int) -> Span | None:
    """The subject that opens the sentence, at `begin`, of a verb of claiming, with a word for a person or a body at its end."""
    cue = draft.cue[0]
    if not _FINITE.fullmatch(text, *cue) or draft.content[0][0] != cue[1] + 1:
        return None
    who = before(text, begin, cue[0])
    return who if who and who[0] == begin and phrases.kind(phrases.tokens(text, who)) and _ARTICLE.match(text, *who) else None


def _main(text: str, draft: Draft, begin: int) -> Span | None:
    """The subject of the clause behind one that opens a sentence without its own: "After admitting that …, | Mr. Hale resigned"."""
    cue = draft.cue[0]
    if not _WITHOUT.fullmatch(text, begin, cue[0]) or not text[cue[0] : cue[1]].split()[0].endswith("ing"):
        return None
    found = _THEN.match(text, draft.content[-1][1]) if draft.content[-1][0] >= cue[1] else None
    return found.span("who") if found else None


def _enclosing(text: str, draft: Draft, begin: int) -> Span | None:
    """The subject that a clause parts from its cue, where the source was read: "Ruiz, opening | the school | on Monday, said"."""
    if len(draft.source) != 1:
        return None
    found = _ASIDE.search(text[begin : draft.cue[0][0]])
    if not found or not begin + found.start("aside") < draft.source[0][0] < draft.source[0][1] <= draft.cue[0][0]:
        return None
    return begin + found.start("who"), begin + found.end("who")


def _unread(text: str, draft: Draft) -> Span | None:
    """Who stands behind "according to" as a pronoun, or behind a verb of speech that follows a quote: "…,” added | Hale."."""
    begin, end = draft.cue[0]
    if (them := _THEM.match(text, end)) and _ACCORDING.fullmatch(text, begin, end):
        return them.span("who")
    quoted = draft.content[0][1] <= begin and _AFTER_QUOTE.search(text, max(0, begin - 3), begin) and _VERB.search(text, begin, end)
    who = _SPEAKER.match(text, end) or _CALLED.match(text, end) if quoted else None
    return who.span("who") if who else None


def _at_hand(text: str, draft: Draft, begin: int) -> Span | None:
    """Who stands in the sentence of the cue, at `begin`, where the source was read in one before: behind a verb of speech after a quote,
    or before "in turn": "“It is,” said | her sister Kim", "The bishop, in turn, | told me"."""
    cue = draft.cue[0]
    turn = _IN_TURN.fullmatch(text, begin, cue[0])
    quoted = _AFTER_QUOTE.search(text, max(0, cue[0] - 3), cue[0]) and _VERB.search(text, *cue)
    who = turn or ((_OWN.match(text, cue[1]) or _SPEAKER.match(text, cue[1]) or _CALLED.match(text, cue[1])) if quoted else None)
    return who.span("who") if who else None


def _cut_off(text: str, draft: Draft) -> None:
    """Give "according to" what stands behind it up to a comma as source, where that was read as content: "According to | Oland, …"."""
    b, e = draft.content[0]
    found = _UP_TO_COMMA.match(text, b, e) if text[draft.cue[0][1] : b] == " " else None
    if found:
        draft.source, draft.content = (found.span("who"),), ((found.end(), e), *draft.content[1:])


def _interviewed(text: str, source: Span) -> Span | None:
    """A source without who only listens: "In an interview with | Tom Hale, the mayor, Ana Ruiz"."""
    listens = _ADDRESSED.match(text, *source) if _INTERVIEW.search(text, max(0, source[0] - 30), source[0]) else None
    return (listens.end(), source[1]) if listens else None


def _addressed(text: str, draft: Draft) -> bool:
    """Whether the source stands right behind "told", where only an addressee can stand."""
    told = bool(_TELLING.search(text[slice(*draft.cue[0])]))
    return told and bool(draft.source) and 0 <= draft.source[0][0] - draft.cue[0][1] <= 1


def _give(text: str, draft: Draft, who: Span) -> None:
    content: Spans = tuple(_without(text, span, who) for span in draft.content if not (who[0] <= span[0] and span[1] <= who[1]))
    if draft.source and not _addressed(text, draft):
        return
    if content and not any(b < who[1] and e > who[0] for b, e in content):
        draft.source, draft.content = (who,), content


def _without(text: str, span: Span, who: Span) -> Span:
    """The content without a subject at its beginning."""
    if span[0] <= who[0] < span[1] and not text[span[0] : who[0]].strip(" “\"‘'"):
        after = who[1] + len(text[who[1] : span[1]]) - len(text[who[1] : span[1]].lstrip())
        return after, span[1]
    return span
