"""Noun phrases without a name: where they begin and end, their head, and what kind of entity it speaks of."""

from __future__ import annotations

import re

from kg.model import EntityType, Span
from kg.reading.lexicon import any_of, is_person_noun, words
from kg.reading.text import titles

WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")
_DETERMINER = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|my|one|some|several|many|two|three|four|five|six|other|another|"
    r"both|all|at least|over|more than|nearly|about|around|almost|roughly|most|few|various|different|numerous|countless|hundred|thousand|"
    r"\d[\d,.]*(?!\d))\b(?![-%]|\s+per)\s*|said\b\s*)+",
    re.IGNORECASE,
)
_DOING = any_of("doing")
_BREAK = re.compile(rf"\s+(?:{any_of('breaks')}|{_DOING}|\w{{3,}}ed by|(?:{any_of('making')})(?:\s+\w+){{0,3}}?\s+by)\b|,(?!\d)|[;:(—–]")
_CLAUSE = re.compile(
    rf",|[;:(—–]|\s+(?:who|which|that|whose|interviewed|contacted|quoted|asked|familiar|not|\w{{3,}}ed by|{_DOING})\b"
    r"|\s+(?:there|here)$|(?<=[a-z]s)\s+[a-z]{3,}ing\b|\s+in\s+(?:its|his|her|their)\b|\s+(?:over|during|in)\s+(?:the\s+)?(?:last|past|recent)\b"
)
# After a noun that ends its phrase, not before another noun: "the court said", not "the court appearance".
ENDS = rf"(?=[.,;:!?’'”\")—–]|$|\n|\s+(?:{any_of('after_nouns')}|[a-z]+ed|[a-z]+[^s]s|[A-Z]\w+)\b)"
_CLASH = re.compile(r"(?P<word>\w+)\s+(?=(?:the|an?)\s+\w)")  # "the video went viral | the planetarium"
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
_MEASURED = re.compile(r"\s+(?:who|which|that|in|at|on|from|with)\b|[,;:(—–]")
_MEASURE = words("measures")
_PLURAL = words("plurals")
_PART = re.compile(r"(?:\d\s?%|percent|per cent|\bhalf|\bmost|thirds?|quarters?|fifths?)$", re.IGNORECASE)
_GUARDS = {
    "national",
    "coast",
    "republican",
    "revolutionary",
    "presidential",
    "civil",
    "home",
    "state",
    "border",
    "royal",
    "imperial",
    "palace",
}
_FIGURES = {"senior", "leading", "prominent", "top", "influential", "opposition", "religious", "powerful", "veteran"}  # people, not numbers
_PARTS = r"half|most|(?:(?:one|two|three)[ -])?(?:thirds?|quarters?|fifths?)|(?:three-quarter|two-third|one-third)s?"
_SHARE = re.compile(
    r"(?:(?:more than|over|nearly|about|around|almost|at least|only|some|the) )*"
    rf"(?:[\d.,]+|[\w.,-]+ (?:percent|per cent)|{_PARTS}) of "
)
_ROUGHLY = (
    "only|just|some|as many as|as few as|up to|at least|at most|more than|less than|fewer than|well over|over|under|"
    "about|around|nearly|almost|roughly|the|an?|relatively|mere|modest|further|another|full|vast|large|overwhelming|growing|small|great|whole|huge|significant|good"
)
_COUNT = r"(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)\s?(?:%|per\s?cent)"
_AMOUNT = re.compile(
    rf"(?:(?:{_ROUGHLY})\s+)*(?:{_COUNT}|{_PARTS}|number|majority|minority|proportion|lot|plenty|dozens|scores|hundreds|thousands)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\s+of\s+(?:(?:all|both|the|these|his|her|its|their|our|\d+)\s+)*(?!(?:them|us|those|you|it)\b)(?=\w)", re.IGNORECASE)
LONGEST = 9  # words of a phrase that can be a name


def noun_phrase(text: str, span: Span) -> Span:
    """The phrase without quotation marks before it and what follows its head; "a group of soldiers" is kept whole."""
    phrase = text[slice(*span)]
    start = m.end() if (m := re.match(r"[\s“\"‘']+", phrase)) else 0
    cut = _BREAK.search(phrase, start + 1)
    while (
        cut
        and cut.group().strip() == "of"
        and (phrase[: cut.start()].split()[-1].lower() in _MEASURE or _PART.search(phrase, start, cut.start()))
    ):
        cut = _MEASURED.search(phrase, cut.end())
    if cut and cut.group().strip() == "and" and kind(tokens(text, (span[0] + start, span[0] + cut.start())) or [""]) is None:
        cut = _BREAK.search(phrase, cut.end())  # "small and large publishers"
    end = cut.start() if cut else len(phrase.rstrip(" .,"))
    clashes = [m.end() for m in _CLASH.finditer(phrase, start, end) if m["word"].lower() not in words("before_the")]
    return span[0] + (clashes[-1] if clashes and is_definite(phrase, (start, end)) else start), span[0] + end


def bare(text: str, noun: Span) -> Span:
    """The noun phrase without determiners and numbers in front."""
    found = _DETERMINER.match(text, *noun)
    if found is None or found.end() >= noun[1] or text.startswith("of ", found.end()):
        return noun
    return found.end(), noun[1]


def tokens(text: str, span: Span) -> list[str]:
    """Its words in lower case."""
    return [t.group().lower() for t in WORD.finditer(text, *span)]


def is_definite(text: str, noun: Span) -> bool:
    """Whether it begins with "the", "this", "his" or the like."""
    return bool(_DEFINITE.match(text, *noun))


def is_office(text: str, noun: Span) -> bool:
    """Whether it is a title with a capital that stands for its holder: "Crown Prince", "Chief Minister"."""
    found = text[slice(*noun)].split()
    if not found or not found[0][0].isupper() or found[-1].lower() not in titles.OFFICES:
        return False
    return all(w.lower() in titles.OFFICES | titles.QUALIFYING for w in found)


def whole(text: str, noun: Span, phrase: Span) -> Span:
    """The noun phrase without determiners, with what follows its head up to a clause: "nurse at St. Mary’s".

    "a group of …" keeps its article; a phrase too long to be a name is cut after its head."""
    begin = of_amount(text, noun) or bare(text, noun)[0]
    if re.match(r"\w+ of\b", text[begin : phrase[1]]) and text[slice(*noun)].split()[0].lower() in {"a", "an", "one"}:
        begin = noun[0]
    cut = _CLAUSE.search(text, noun[1], phrase[1])
    end = cut.start() if cut else phrase[0] + len(text[slice(*phrase)].rstrip(' .,”"'))
    return (begin, end) if len(text[begin:end].split()) <= LONGEST else (begin, max(noun[1], begin + 1))


def of_amount(text: str, span: Span) -> int | None:
    """Where those begin of whom a phrase tells how many: "53 percent of the | nurses"; None when it tells no such thing."""
    amount = _AMOUNT.match(text, *span)
    of = _OF_ALL.match(text, amount.end(), span[1]) if amount else None
    return of.end() if of else None


def is_amount(text: str, span: Span) -> bool:
    """Whether a phrase is an amount and nothing else: "only 7 percent", "more than half"."""
    amount = _AMOUNT.match(text, *span)
    return amount is not None and not text[amount.end() : span[1]].strip(" ,.")


def is_guard(found: list[str]) -> bool:
    """Whether a phrase of these words is a body of guards: "coast guard", not "prison guard"."""
    return found[-1] == "guard" and bool(_GUARDS & set(found))


def kind(found: list[str]) -> EntityType | None:
    """What a phrase of these words speaks of, by its head; None when that is no word for people or for what acts like people."""
    head = found[-1]
    if len(found) > 2 and _SHARE.match(" ".join(found)):
        return "Group"
    measured = next((t for i, t in enumerate(found) if t in _MEASURE and found[i + 1 : i + 2] == ["of"]), None)
    if measured:
        return "Person" if measured == "one" else "Group"
    if head == "guard" and not is_guard(found):
        return "Person"
    if head == "figures" and _FIGURES & set(found):
        return "Group"
    if head in words("organizations"):
        return "Group" if head.endswith("s") and head != "police" else "Organization"
    if is_person_noun(head) or head in {"person", "another", "someone", "somebody"} or head.endswith("-year-old"):
        return "Person"
    return "Group" if _is_plural(head) else None


def _is_plural(head: str) -> bool:
    stems = {head.rstrip("s"), re.sub(r"(?:ies|e?s)$", "", head), re.sub(r"ies$", "y", head)}
    return head in _PLURAL or head.endswith("men") or any(stems & words(name) for name in ("organizations", "persons", "abbreviated"))
