"""Name spans as the model gives them, mended: whole words, whole names, no titles or possessives, types that agree with each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from kg.model import Span
from kg.reading.lexicon import any_of, table, words
from kg.reading.names import demonyms, edges, junk
from kg.reading.network.reader import Name
from kg.reading.reference import offices
from kg.reading.reference.figures import key_of
from kg.reading.text import titles

KINDS = {"Person", "Organization", "Place", "NORP"}
_POSSESSIVE = re.compile(r"[’']s?$")
_DANGLING = re.compile(r"(?:\s+(?:of|the|and|for|in|at|de)|[-\s,.(/]*[-\s,(/])+$")
_CAPITALIZED = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'.&-]*")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z]{2,}(?:[ .-]+[^\W\d_a-z]{2,}){0,3})(?:,\s+[A-Z][\w. ]{1,30}?)?\s*(?:\([^)]{2,40}\)\s*)?[—–-]+\s"
)
_COLON_LINE = re.compile(r"(?<![^\n])(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,2}):\s(?=[A-Z][a-z]+ [a-z])")
_LED = re.compile(rf"\s+(?:(?:deputy|vice|former|managing)\s+)?(?:{any_of('leaders')})\s+[A-Z]", re.IGNORECASE)
_STATE = re.compile(r"(?:[A-Z][\w’']+\s+){0,2}(?:Republic|Kingdom|Sultanate|Emirate)\s+of\s+(?:the\s+)?[A-Z]")
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|(?:government|people|capital|city|town|republic|state|province|village|island|kingdom) of)\s+$"
)

_COUNTRIES = frozenset(land.casefold() for land in table("demonyms").values())
_GOES_ON = re.compile(r" |\s+[“\"‘'(][\w-]+(?:\s[\w-]+)?[”\"’')]\s+|(?<=\w)[”\"]\s+")  # Tom “Tata” Hale
_NICKNAME = re.compile(r"\s[“\"][\w-]+(?:\s[\w-]+)?[”\"]\s")  # what was read as a name in Jon “The Mill” Hale
_HYPHENED = re.compile(r"-(?!(?:led|era|like|style|backed|linked|run|based|owned|made|free|ed)\b)[a-z]{2,7}(?![\w-])")  # Lau Mo | -sheung
_OFFICE = re.compile(
    r"(?:(?:Under|Vice)[ -]?)?(?:Secretary|Minister|Commissioner|Director|Ambassador|Governor|Head|Chief|Professor)\s+(?:for|of)\s"
)
_POST = re.compile(rf"(?:[A-Z][a-z]+\s+)?(?:{any_of('posts')})\s+(?=[A-Z])")  # "Selm SP | A Ruiz"
_WEB = re.compile(r"(?:(?<=\.)|\.(?=(?:co|com|net|org)\b)|(?<=\.co)\.)[a-z]{2,4}(?:\.[a-z]{2})?(?!\w)")  # "Selm.co. | ke", "Selm | .com"
_FULL_STOP = re.compile(r"\w{5,}\.$")
_SENTENCE_END = re.compile(r"(?:\w{5,}[.!?]|\b(?P<name>[A-Z][a-z]\w*)\.(?=\s+(?P=name)\b))\s+(?=[A-Z])")  # "Tom Vo. Vo left": two
_IN_OFFICES = titles.OFFICES | titles.QUALIFYING | {"general"}
_NO_NAME = re.compile(
    r"\w+-(?:based|born|trained|educated|backed|owned|listed|led|run|wide|style|era)|An?|The|This|That|I|He|She|It|We|You|They|My|Our|Group\s+[A-Z\d]|[A-Z]{2,5}s|CEO|CFO|COO|MEC|MEP|MLA|MLC|CCTV(?=\s(?:footage|camera|video|image))"
)

_OPEN = re.compile(r"\w\(\w+$")  # "OD(S | )"
_SHORT_GIVEN = re.compile(r"\b(?:Md|Mohd|Muhd|Mst)\.?\s+$")  # "Md | Hale": short for a given name
_ROYAL = re.compile(r"\b(?:King|Queen|Prince|Princess|Crown Prince|Emperor|Empress|Sultan|Sheikh|Saint)\s+$")  # "King | Hale Hospital"

Spotted = tuple[int, int, str]


def mend(text: str, names: list[Name], paragraphs: Iterable[Span] = ()) -> list[Spotted]:
    """Spans and types of the names that make entities, in text order and apart from each other; dates, money and the like are left out."""
    read = list(paragraphs) or [(0, len(text))]
    kept = _grow(text, edges.whole(text, _clean(text, names)), read)
    kinds = _kinds(text, kept, {b for b, _ in read})
    return [(b, e, kinds[key_of(text[b:e])]) for b, e, _ in kept]


def _clean(text: str, names: list[Name]) -> list[Spotted]:
    kept: list[Spotted] = []
    short = offices.abbreviated(text)
    people = {text[n.begin : n.end] for n in names if n.type == "Person"}
    known = {text[n.begin : n.end] for n in names}
    products = {junk.product(text, n.begin, n.end) for n in names}
    for n in sorted((part for name in names for part in _by_sentence(text, name)), key=lambda n: n.begin):
        b, e = _word_edges(text, n.begin, n.end)
        e = junk.without_score(text, b, e)
        e -= text[b:e].endswith(".") and text[b : e - 1] in known
        if n.type == "Misc" and _LED.match(text, e):
            n = replace(n, type="Organization")
        if n.type not in KINDS or (kept and kept[-1][1] > b):
            continue
        if _is_office(text, n, b, e) or text[b:e].lower() in short or junk.is_code(text, b, e):
            continue
        if text[b:e] in products:
            continue
        if n.type == "Person":
            b += titles.leading(text[b:e])
            b = junk.beyond(text, _beyond_post(text, b, e, people), e)
            e += len(m.group()) if (m := _HYPHENED.match(text, e)) else 0
            b = _beyond_country(text, b, e)
            b = m.start() if (m := _SHORT_GIVEN.search(text, max(0, b - 6), b)) else b
        if n.type == "Organization" and text[b:e].split()[-1].lower() in words("organizations"):
            b = m.start() if (m := _ROYAL.search(text, max(0, b - 15), b)) else b
        if n.type == "Person" and len(kept) > 1 and kept[-2][2] == "Person" and _NICKNAME.fullmatch(text, kept[-2][1], b):
            kept.pop()
        goes_on = kept and _GOES_ON.fullmatch(text, kept[-1][1], b) and not _SENTENCE_END.search(text, kept[-1][0], b + 1)
        if goes_on and kept[-1][2] == n.type == "Person":
            kept[-1] = (kept[-1][0], e, n.type)
        elif any(c.isupper() or c.isdigit() for c in text[b:e]) and (e - b > 1 or n.score == 1.0) and not _is_no_name(text, b, e):
            kept.append((b, e, n.type))
    return kept


def _by_sentence(text: str, name: Name) -> list[Name]:
    """A name that was read across the end of a sentence, "… Hale. Ana Ruiz …", as the two it is."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, name.begin, name.end) if m.end() < name.end]
    borders = [name.begin, *ends, name.end]
    return [name] if not ends else [replace(name, begin=b, end=e) for b, e in pairwise(borders)]


def _is_office(text: str, n: Name, b: int, e: int) -> bool:
    """Whether a name is an office and nothing else: "Minister of Health", "Crown Prince"."""
    if n.type == "Person" and _OFFICE.match(text, b, e):
        return True
    long = table("shortened").get(text[b:e].lower()) if text[b:e].isupper() and text[max(0, b - 4) : b].lower() == "the " else None
    if long and long in text.lower():
        return True
    tokens = text[b:e].lower().split()
    if n.type == "Organization" and len(tokens) == 3 and tokens[0] in titles.OFFICES and tokens[1] in {"of", "for"}:
        return not (words("organizations") & set(tokens))
    return n.type in {"Person", "Organization"} and len(tokens) > 1 and all(t in _IN_OFFICES for t in tokens)


def _is_no_name(text: str, b: int, e: int) -> bool:
    """Whether a capital makes no name: "An", "Group C", "SMEs"."""
    found = _NO_NAME.match(text, b)
    return found is not None and found.end() == e


def _beyond_country(text: str, b: int, e: int) -> int:
    """Where a name begins that was read with the country an envoy is sent to: "ambassador to Oland | Tom Hale"."""
    first, _, rest = text[b:e].partition(" ")
    sent = first.casefold() in _COUNTRIES and " " in rest and text[max(0, b - 4) : b].endswith(" to ")
    return b + len(first) + 1 if sent else b


def _beyond_post(text: str, b: int, e: int, people: set[str]) -> int:
    """Where a name begins that was read with a post in initials: "OC | Ruiz" where "Ana Ruiz" is named, "MK | Ana Ruiz"; not "MK Ruiz"."""
    found = _POST.match(text, b, e)
    rest = text[found.end() : e] if found else ""
    known = any(name.endswith(f" {rest}") and not name.startswith(text[b : b + 2]) for name in people)
    return found.end() if found and (" " in rest or known) else b


def _word_edges(text: str, b: int, e: int) -> Span:
    while e < len(text) and text[e].isalnum() and text[e - 1].isalnum():
        e += 1
    while b > 0 and text[b - 1].isalnum() and text[b].isalnum():
        b -= 1
    while e > b and unicodedata.category(text[e - 1]) in {"So", "Cf", "Sk", "Mn"}:
        e -= 1 + (e - 1 > b and text[e - 2] == " ")
    b += len(text[b:e]) - len(text[b:e].lstrip(" \t.,\"“‘'("))
    e -= len(m.group()) if (m := _POSSESSIVE.search(text[b:e])) else 0
    e += len(m.group()) if (m := _WEB.match(text, e)) else 0
    e += text[e : e + 1] == ")" and bool(_OPEN.search(text, b, e))
    e -= bool(_FULL_STOP.search(text, b, e))
    if text[b:e].startswith("s ") and b and text[b - 1] in "’'":
        b += 2
    return b, e - len(m.group()) if (m := _DANGLING.search(text[b:e])) else e


def _grow(text: str, spotted: list[Spotted], read: list[Span]) -> list[Spotted]:
    """With every place of a name of several words that was read somewhere: pieces of it grow, and places passed over are added."""
    known: dict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for b, e, kind in spotted:
        name = text[b:e]
        if " " in name and kind != "NORP" and "\n" not in name:
            known[name.split()[0]].setdefault(name, Counter())[kind] += 1
    places = (m for b, e in read for m in _CAPITALIZED.finditer(text, b, e))
    found = [s for m in places if (s := _longest(text, m.start(), known.get(_POSSESSIVE.sub("", m.group()), {})))]
    return _merge(found, spotted)


def _longest(text: str, at: int, known: dict[str, Counter[str]]) -> Spotted | None:
    for name in sorted(known, key=len, reverse=True):
        end = at + len(name)
        if text.startswith(name, at) and not (end < len(text) and text[end].isalnum()):
            return at, end, known[name].most_common(1)[0][0]
    return None


def _merge(whole: list[Spotted], pieces: list[Spotted]) -> list[Spotted]:
    """Spans of both lists in text order; of two that overlap the longer one stands."""
    out: list[Spotted] = []
    for span in sorted({*whole, *pieces}, key=lambda s: (s[0], -s[1])):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
        elif span[1] - span[0] > out[-1][1] - out[-1][0]:
            out[-1] = span
    return out


def _kinds(text: str, spotted: list[Spotted], heads: set[int]) -> dict[str, str]:
    """One type for each key, by vote; a dateline, "in …" and telling last words have a vote too.

    A surname or given name of a person named in full is a person, unless a place
    is hinted at; a word for people of a country is no place."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    hinted: set[str] = set()
    for b, e, kind in spotted:
        key = key_of(text[b:e])
        votes[key][kind] += 2
        hint, weight = junk.hint(text, b, e, kind)
        if not hint:
            hint, weight = _hint(text, b, e, heads)
        if hint:
            votes[key][hint] += weight
            hinted.add(key)
    kinds = {key: vote.most_common(1)[0][0] for key, vote in votes.items()}
    parts = {part for key, kind in kinds.items() if kind == "Person" and " " in key for part in (key.split()[-1], key.split()[0])}
    kinds = {
        key: "Person" if key in parts and key not in hinted and kind != "NORP" and not (kind == "Place" and key in _COUNTRIES) else kind
        for key, kind in kinds.items()
    }
    kinds = {key: "Person" if key not in hinted and _full_name(key, kinds) else kind for key, kind in kinds.items()}
    kinds = {key: "Organization" if _firm(key, kinds) else kind for key, kind in kinds.items()}
    return demonyms.settle(kinds, parts)


def _firm(key: str, kinds: dict[str, str]) -> bool:
    """Whether the name of two words or more is that of a firm where it has its "Ltd" behind it."""
    return " " in key and any(
        kinds.get(f"{key} {suffix}") == "Organization" for suffix in ("ltd", "ltd.", "inc", "inc.", "plc", "llc", "limited")
    )


def _full_name(key: str, kinds: dict[str, str]) -> bool:
    """Whether two or three words end in what is a person by itself elsewhere, none is a word for organizations, and a name that was
    read as an organization’s begins with a given name."""
    tokens = key.split()
    bodies = set(tokens) & (words("organizations") | words("generic"))
    given = kinds[key] != "Organization" or tokens[0] in words("given_m") | words("given_f")
    return 1 < len(tokens) < 4 and kinds.get(tokens[-1]) == "Person" and given and not bodies


def _colon_line(text: str, b: int) -> re.Match[str] | None:
    """The place before a colon that opens the one paragraph of a text that has one: "SELM: It rained"."""
    found = list(_COLON_LINE.finditer(text)) if _COLON_LINE.match(text, b) else []
    return found[0] if len(found) == 1 and found[0].start() == b else None


def _hint(text: str, b: int, e: int, heads: set[int]) -> tuple[str, int]:
    if b in heads and ((m := _DATELINE.match(text, b)) or (m := _colon_line(text, b))) and m.end("place") == e:
        return "Place", 9
    if e < len(text) and text[e] in "’'":
        return "", 0
    tokens = key_of(text[b:e]).split()
    if _STATE.match(text, b, e):
        return "Place", 3
    if len(tokens) > 1 and tokens[0] in words("bodies_abroad"):
        return "Organization", 3
    if len(tokens) > 1 and tokens[-1] in words("organizations") and tokens[0] not in words("given_m") | words("given_f"):
        return ("", 0) if tokens[-1] == "bank" else ("Organization", 3)
    if titles.before(text, b) == b and len(tokens) == 1 and _PLACE_BEFORE.search(text, max(0, b - 16), b):
        return "Place", 3
    return "", 0
