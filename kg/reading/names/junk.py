"""Names that are none, or others, by what stands beside them: codes of an exchange, marks of products, callings in front."""

from __future__ import annotations

import re

from kg.reading.lexicon import any_of, is_person_noun, words
from kg.reading.text import titles

_SCORE = re.compile(r"(?<=[a-z])\s\d{1,3}$")
_CODE = re.compile(r"[(:\s](?:[A-Z]{3,8}|Nasdaq|OTC)\s?:\s?$")  # "(NYSE: | SLM)"
_MARK = re.compile(r"\s?[™®℠]")
_HEAD_OF_SIDE = re.compile(r"(?:Leader|Chief Whip|Speaker|Head|Clerk)\s+of\s+the\s+[A-Z][\w-]+\s+(?=[A-Z][\w’'-]+\s+[A-Z])")
_OPENS = re.compile(r"(?:^|[.!?:][”\"’]?\s+|\n\s*)$")
_TOLD = re.compile(r"\b(?:told|telling)\s+$")
_TOLD_ENDS = re.compile(r"[.,;”\"]|\s+(?:on|in|that|by|he|she|they|via|last|this|earlier|late|from)\b|$")
_SEEN = re.compile(r"\b(?:seen|obtained|reviewed) by (?:the )?$")
_CREDIT = re.compile(r"\)\s+[-–—]")  # "SELM, May 1 (Norpress) - "
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?"
_IS_PERSON = re.compile(r",?\s+(?:who|\d{1,2})\b|,\s+(?:an?\s|(?:his|her|their)\s|age)")
_A_BODY = re.compile(rf"(?:\A|[.!?][”\"’]?\s|\n)The (?:[a-z-]+ ){{0,2}}(?:{any_of('organizations')}), $")  # "The regulator, | Selmo, said"
_EXPERTS = re.compile(r"\s+(?:analysts?|economists?|strategists?)\b")


def is_code(text: str, b: int, e: int) -> bool:
    """Whether a name is a share's code: "(NASDAQ: | SLMW)"."""
    return text[b:e].isupper() and bool(_CODE.search(text, max(0, b - 12), b))


def product(text: str, b: int, e: int) -> str:
    """The name when it has the mark of a product behind it, "SelmSafe™", else nothing."""
    name = text[b:e].rstrip("™®℠")
    return name if _MARK.match(text, b + len(name)) else ""


def without_score(text: str, b: int, e: int) -> int:
    """Where a name ends that was read with a score behind it: "Selm Rovers | 2", where the text has it without one, too."""
    found = _SCORE.search(text, b, e)
    name = text[b : found.start()] if found else ""
    return found.start() if found and re.search(rf"{re.escape(name)}(?!\s?\d|\w)", text) else e


def beyond(text: str, b: int, e: int) -> int:
    """Where a person's name begins that was read with an office or a calling: "Leader of the Opposition | Ana Ruiz", "Baker | Ana Ruiz"."""
    if m := _HEAD_OF_SIDE.match(text, b, e):
        return m.end()
    first, _, rest = text[b:e].partition(" ")
    called = first.lower()
    opens = " " in rest and _OPENS.search(text, max(0, b - 4), b)
    if opens and is_person_noun(called) and called not in words("given_m") | words("given_f") | titles.OFFICES:
        return b + len(first) + 1
    return b


def is_firm(text: str, b: int, e: int) -> bool:
    """Whether a name ends in a word of firms, "Orvane Pharma", and does not begin as a person's or stand where one is told of."""
    first, *rest = text[b:e].lower().split()
    if not rest or rest[-1] not in words("firms") or _IS_PERSON.match(text, e):
        return False
    called = first in words("given_m") | words("given_f") or len(first.rstrip(".")) == 1 or titles.before(text, b) != b
    return not called and not re.search(rf"\b{_TITLE} {re.escape(text[b:e].split()[-1])}\b", text)


def hint(text: str, b: int, e: int, kind: str) -> tuple[str, int]:
    """What a name must be by the words around it, and how much that counts: a place is told nothing, a front
    is none, analysts are a bank’s, and who is called “Ms. Bank” is no bank."""
    told = _TOLD.search(text, max(0, b - 8), b) and _TOLD_ENDS.match(text, e)
    credited = text[b - 1 : b] == "(" and _CREDIT.match(text, e)
    if kind == "Place" and (told or credited or _SEEN.search(text, max(0, b - 16), b)):
        return "Organization", 9
    if kind == "Place" and " " in text[b:e] and text[b:e].split()[-1].lower() in words("armed"):
        return "Organization", 5
    if kind == "Person" and " " not in text[b:e] and text[e : e + 1] == "," and _A_BODY.search(text, max(0, b - 40), b):
        return "Organization", 5
    if " " in text[b:e] and _EXPERTS.match(text, e):
        return "Organization", 5
    if kind == "Person" and is_firm(text, b, e):
        return "Organization", 5
    last = text[b:e].split()[-1]
    if last != text[b:e] and last.lower() in words("organizations") and re.search(rf"\b{_TITLE} {re.escape(last)}\b", text):
        return "Person", 9  # "Ms. Contractor"
    return "", 0
