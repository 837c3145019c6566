"""Names to figures: who and what the article speaks of, each with every place that names it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.model import EntityType, Mention, Role
from kg.reading.network import Name

TITLE = re.compile(
    r"\b(?P<title>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Madam|Rev|Fr|Hon|Sheikh|Ayatollah|Imam|Judge|Justice|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Gov|Sen|Rep|Pope|King|"
    r"Queen|Prince|Princess|President|Professor|Senator|General|Colonel|Captain|Major|Chancellor|Premier|Minister|Ambassador|Secretary|Governor|Mayor|"
    r"Sergeant|Lieutenant|Commander|Admiral|Bishop|Archbishop|Cardinal|Father|Sister|Brother)\.?)\s+$"
)
_MALE, _FEMALE = (
    {"mr", "sir", "lord", "king", "prince", "pope", "father", "fr", "imam", "sheikh", "ayatollah"},
    {"mrs", "ms", "miss", "dame", "lady", "madam", "queen", "princess", "sister"},
)
_POSSESSIVE = re.compile(r"[’']s?$")
_SUFFIX = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


@dataclass
class Figure:
    """An entity in the making. `nicknames` are lower-case nominal phrases the text has used for it ("opposition group")."""

    name: str
    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    roles: list[tuple[str, Figure | None, int, int]] = field(default_factory=list)
    nicknames: set[str] = field(default_factory=set)
    gender: str | None = None
    people: bool = False  # named by a nationality, party or faith word

    def add(self, begin: int, end: int, kind: str = "name") -> None:
        """Note one more mention, unless the span is taken."""
        if not any(m.begin < end and m.end > begin for m in self.mentions):
            self.mentions.append(Mention(begin, end, kind))  # type: ignore[arg-type]

    def has_role(self, noun: str) -> bool:
        """Whether one of its roles has that noun."""
        return any(noun == role.split()[-1] or noun in role.split() for role, *_ in self.roles)

    def as_roles(self, ids: dict[int, str]) -> tuple[Role, ...]:
        """Its roles for the model, owners by entity id."""
        return tuple(Role(r, ids.get(id(of)) if of else None, b, e) for r, of, b, e in self.roles)


def key_of(surface: str) -> str:
    """A name as it is compared: lower case, single spaces, plain apostrophes, no leading article, no possessive."""
    plain = re.sub(r"\s+", " ", surface.replace("’", "'")).strip().casefold()
    return re.sub(r"^(?:the|a|an) ", "", re.sub(r"'s?$", "", plain))


def gather(text: str, names: list[Name]) -> list[Figure]:
    """Figures with their name mentions, in order of first mention. Dates, money and the like are left out."""
    spans = _repair(text, names)
    kinds = _kinds(text, spans)
    groups: dict[str, list[tuple[int, int]]] = {}
    for b, e, _ in spans:
        groups.setdefault(key_of(text[b:e]), []).append((b, e))
    figures: list[Figure] = []
    order = sorted(groups, key=lambda k: (-len(k.split()), groups[k][0]))
    for key in order:
        kind = kinds[key]
        home = _home(key, kind, groups[key], figures, text)
        if home is None:
            home = Figure(_best(text, groups[key]), "Group" if kind == "NORP" else kind, people=kind == "NORP")  # type: ignore[arg-type]
            figures.append(home)
        for b, e in groups[key]:
            _mention(text, home, b, e)
    for figure in figures:
        figure.mentions.sort(key=lambda m: m.begin)
    return sorted(figures, key=lambda f: f.mentions[0].begin)


def _repair(text: str, names: list[Name]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for n in names:
        if n.type not in {"Person", "Organization", "Place", "NORP"}:
            continue
        b, e = n.begin, n.end
        e -= len(m.group()) if (m := _POSSESSIVE.search(text[b:e])) else 0
        while e < len(text) and text[e].isalnum():  # never end inside a word
            e += 1
        while b > 0 and text[b - 1].isalnum():
            b -= 1
        if kept and kept[-1][1] >= b:
            continue
        if kept and kept[-1][2] == n.type == "Person" and text[kept[-1][1] : b] == " ":
            kept[-1] = (kept[-1][0], e, n.type)
        elif any(c.isupper() or c.isdigit() for c in text[b:e]) and e - b > 1:
            kept.append((b, e, n.type))
    return kept


def _kinds(text: str, spans: list[tuple[int, int, str]]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = {}
    for b, e, kind in spans:
        votes.setdefault(key_of(text[b:e]), Counter())[kind] += 1
    kinds = {key: count.most_common(1)[0][0] for key, count in votes.items()}
    surnames = {part for key, kind in kinds.items() if kind == "Person" and " " in key for part in key.split()[-1:]}
    return {key: "Person" if key in surnames and kind != "Person" and votes[key]["Person"] else kind for key, kind in kinds.items()}


def _mention(text: str, figure: Figure, b: int, e: int) -> None:
    if figure.type == "Person" and (title := TITLE.search(text, max(0, b - 14), b)):
        word = title["title"].rstrip(".").lower()
        figure.gender = figure.gender or ("m" if word in _MALE else "f" if word in _FEMALE else None)
        b = title.start()
    figure.add(b, e)


def _best(text: str, spans: list[tuple[int, int]]) -> str:
    return re.sub(r"^(?:the|The) ", "", re.sub(r"\s+", " ", text[spans[0][0] : spans[0][1]]))


def _home(key: str, kind: str, spans: list[tuple[int, int]], figures: list[Figure], text: str) -> Figure | None:
    same = [f for f in figures if f.type == kind]
    if kind == "Person":
        return _person(key, spans, same, text)
    if kind == "Organization":
        return _organization(key, same)
    return None


def _person(key: str, spans: list[tuple[int, int]], people: list[Figure], text: str) -> Figure | None:
    parts = [p for p in key.split() if p not in _SUFFIX]
    fits = [f for f in people if _fits(parts, [p for p in key_of(f.name).split() if p not in _SUFFIX])]
    if len(parts) == 1 and len(fits) > 1:
        title = TITLE.search(text, max(0, spans[0][0] - 14), spans[0][0])
        word = title["title"].rstrip(".").lower() if title else ""
        gender = "m" if word in _MALE else "f" if word in _FEMALE else None
        fits = [f for f in fits if gender is None or f.gender in {None, gender}] or fits
        before = [f for f in fits if f.mentions[0].begin < spans[0][0]]
        return max(before, key=lambda f: max(m.begin for m in f.mentions if m.begin < spans[0][0]), default=fits[0])
    return fits[0] if fits else None


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether the parts of a shorter name are those of the longer one: surname, given name, or both with others left out."""
    if not short or not long:
        return False
    if len(short) == 1:
        return (len(long) > 1 and short[0] in (long[-1], long[0], "-".join(long[-1:]))) or short == long
    return short[-1] == long[-1] and all(any(p == q or _initial(p, q) for q in long[:-1]) for p in short[:-1])


def _initial(p: str, q: str) -> bool:
    return (len(p.rstrip(".")) == 1 and q.startswith(p[0])) or (len(q.rstrip(".")) == 1 and p.startswith(q[0]))


def _organization(key: str, organizations: list[Figure]) -> Figure | None:
    parts = key.split()
    for f in organizations:
        name = key_of(f.name)
        long = name.split()
        if (
            len(parts) == 1
            and len(long) > 1
            and key.replace(".", "") == "".join(p[0] for p in re.split(r"[\s-]+", name) if p not in {"of", "the", "and", "for"})
        ):
            return f
        if len(parts) > 1 and f" {key} " in f" {name} ":
            return f
    return None
