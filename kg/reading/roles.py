"""Titles and appositives: "Ana Ruiz, the ministry's spokeswoman", "party leader Ana Ruiz", "its spokesman, Ana Ruiz"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.figures import Figure
from kg.reading.lexicon import words

_AFTER = re.compile(
    r",\s+(?P<body>(?:(?!\b(?:who|which|said|says|told|wrote|was|were|is|are|has|had|have)\b)[^,;.!?“”\"\n—]){2,90})(?=[,;.!?“”\"\n—]|\s(?:who|said|says|told|wrote|was|is|has|had))"
)
_BEFORE = re.compile(r"(?P<body>(?:[\w’'.-]+\s+){1,6}?),?\s*$")
_WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")
_DETERMINER = {"the", "a", "an", "his", "her", "their", "its", "our", "my", "former", "then"}
_PRONOUN = {"its", "his", "her", "their"}
FAMILY = frozenset(
    [
        "son",
        "daughter",
        "brother",
        "sister",
        "wife",
        "husband",
        "mother",
        "father",
        "cousin",
        "uncle",
        "aunt",
        "nephew",
        "niece",
        "friend",
        "widow",
        "grandson",
        "granddaughter",
        "partner",
        "twin",
        "parent",
        "resident",
        "native",
        "survivor",
        "victim",
        "witness",
        "neighbor",
        "neighbour",
        "fan",
        "critic",
        "opponent",
        "rival",
    ]
)


def find(text: str, figures: list[Figure], sentences: list[Span]) -> None:
    """Give each person the roles that stand beside a mention, with what they are a role of where that is named."""
    at = sorted((m.begin, m.end, f) for f in figures for m in f.mentions)
    for person in [f for f in figures if f.type == "Person"]:
        for m in list(person.mentions):
            sentence = next(((b, e) for b, e in sentences if b <= m.begin < e), None)
            if sentence:
                _after(text, person, m.end, sentence, at)
                _before(text, person, m.begin, sentence, at)


def _after(text: str, person: Figure, end: int, sentence: Span, at: list[tuple[int, int, Figure]]) -> None:
    match = _AFTER.match(text, end, min(len(text), sentence[1] + 1))
    if not match:
        return
    tokens = list(_WORD.finditer(text, match.start("body"), match.end("body")))
    head = next((i for i, t in enumerate(tokens) if _person_noun(t.group())), None)
    if head is None or any(t.group().lower() in {"and", "or", "that", "to"} for t in tokens[:head]):
        return
    while head + 1 < len(tokens) and _person_noun(tokens[head + 1].group()):
        head += 1
    _give(text, person, tokens[: head + 1], tokens[head + 1 :], at)


def _before(text: str, person: Figure, begin: int, sentence: Span, at: list[tuple[int, int, Figure]]) -> None:
    tokens = list(_WORD.finditer(text, max(sentence[0], begin - 80), begin))
    if not tokens or not re.fullmatch(r",?\s+", text[tokens[-1].end() : begin]):
        return
    comma = "," in text[tokens[-1].end() : begin]
    if not _person_noun(tokens[-1].group()):
        return
    start = len(tokens) - 1
    while start > 0 and _joins(text, tokens[start - 1], tokens[start]):
        start -= 1
    if comma and not _definite(tokens[start:]):
        return
    _give(text, person, tokens[start:], [], at)


def _definite(tokens: list[re.Match[str]]) -> bool:
    return tokens[0].group().lower() in {"the", *_PRONOUN} or any(re.search(r"[’']s?$", t.group()) for t in tokens)


_STOPPERS = frozenset(
    [
        "said",
        "says",
        "told",
        "by",
        "to",
        "of",
        "for",
        "with",
        "and",
        "or",
        "but",
        "from",
        "in",
        "on",
        "at",
        "as",
        "when",
        "while",
        "that",
        "who",
        "whom",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "has",
        "had",
        "have",
        "after",
        "before",
        "against",
        "including",
        "like",
        "than",
        "between",
        "about",
        "over",
        "under",
        "into",
    ]
)


def _joins(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words next to each other belong to one noun phrase that ends in the role."""
    gap = text[left.end() : right.start()]
    return gap.strip() in {"", "’", "'"} and left.group().lower() not in _STOPPERS and right.group().lower() not in _DETERMINER


def _person_noun(word: str) -> bool:
    return re.sub(r"(?<=[a-z])s$", "", word.lower()) in words("persons") or word.lower() in words("persons")


def _give(text: str, person: Figure, role: list[re.Match[str]], rest: list[re.Match[str]], at: list[tuple[int, int, Figure]]) -> None:
    """`role` are the words up to the role noun, perhaps with whose it is; `rest` is what follows ("of the commission")."""
    owner, owned = _inside(role[0].start(), role[-1].end(), at), 0
    for i, token in enumerate(role):
        if (owner and token.start() < owner[1]) or re.search(r"[’']s?$", token.group()) or token.group().lower() in _DETERMINER:
            owned = i + 1
    kept = role[owned:]
    if not kept:
        return
    title = text[kept[0].start() : kept[-1].end()].lower()
    of = owner[2] if owner else None
    if of is None and rest and rest[0].group().lower() in {"of", "for", "at", "with", "in", "from", "to"}:
        following = _inside(rest[0].start(), rest[min(5, len(rest) - 1)].end(), at)
        of = following[2] if following and text[following[0] - 1] != "-" else None
    if of is not person and not any(title == known for known, *_ in person.roles):
        person.roles.append((title, of, kept[0].start(), kept[-1].end()))


def _inside(begin: int, end: int, at: list[tuple[int, int, Figure]]) -> tuple[int, int, Figure] | None:
    return next(((b, e, f) for b, e, f in at if begin <= b and e <= end), None)
