"""Names to figures: which names are one person, organization or place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from kg.model import EntityType, Mention, Span
from kg.reading.lexicon import table, words
from kg.reading.names import spans, spelling
from kg.reading.network.reader import Name
from kg.reading.reference.figures import Figure, key_of
from kg.reading.text import titles

_SUFFIX = {"jr", "jr.", "jnr", "snr", "sr", "sr.", "ii", "iii", "iv"}
_OPENS = re.compile(r"(?:[’']s?)?[\s“\"]*\([\s“\"]*")
_COINED = re.compile(r"[A-Z][a-z]+")  # of syllables, or of a name in another language: "Chamber of Builders (Capra)"
_KIN = "son|daughter|wife|husband|widow|widower|brother|sister|father|mother|nephew|niece|cousin|uncle|aunt|grandson|granddaughter"
_OF_A_RELATIVE = re.compile(rf"\b(?:{_KIN}) of (?:[\w’'-]+ ){{0,6}}$")
_THEIR_RELATIVE = re.compile(rf"(?:\b(?:his|her|their)|[’']s) (?:[a-z-]+ ){{0,2}}(?:{_KIN}),? $|\band (?:{_KIN}), $", re.IGNORECASE)
_FAMILY = 400  # characters in which the namesake stands before whose relative "her son" is
_LABEL = re.compile(r"(?<![^\n])[A-Z]{2,4}:")
_ORGANS = {"board", "cabinet", "committee", "congress", "council", "court", "foundation", "secretariat", "tribunal"}
_OF_WHAT = re.compile(r"\s(?:of|for|in)\s.*")  # "party | of oland"
_PRESS = {
    "argus", "beacon", "chronicle", "courier", "dispatch", "echo", "examiner", "gazette", "herald", "inquirer", "mail", "mercury",
    "observer", "post", "register", "sentinel", "standard", "star", "telegraph", "times", "tribune",
}  # fmt: skip
_NO_RELATION = re.compile(
    r",?\s+\(?(?:(?:who|and)\s+(?:is|was)\s+)?(?:of\s+)?(?:no\s+relation|not\s+related|unrelated)(?:\s+(?:of|to)\b|[,)])"
)
_GIVEN_TITLE = re.compile(r"(?:^|\s)(?P<title>Sheikh)\s+\S+$")  # a title in one country, a given name in another
_SMALL = {
    "of", "the", "and", "for", "in", "on", "de", "la", "las", "los", "el", "del", "des", "du", "da", "do", "dos", "et", "e", "y", "to", "&",
}  # fmt: skip


def gather(text: str, names: list[Name], paragraphs: Iterable[Span] = ()) -> list[Figure]:
    """Figures with their name mentions, in order of first mention."""
    spotted = spans.mend(text, names, paragraphs)
    titled = {key_of(text[b:e]) for b, e, kind in spotted if kind == "Person" and titles.before(text, b) < b}
    strangers = {key_of(text[b:e]) for b, e, kind in spotted if kind == "Person" and _NO_RELATION.match(text, e)}
    book = _Book(_in_parentheses(text, spotted) | _labels(text, spotted), titled, _relatives(text, spotted), strangers)
    for b, e, kind in sorted(spotted, key=lambda s: (-len(key_of(text[s[0] : s[1]]).split()), s[0])):
        begin = titles.before(text, b) if kind == "Person" else b
        gender = titles.gender_of_title(text[begin:b])
        figure = book.figure(text[b:e], kind, gender, b)
        figure.gender = gender or figure.gender
        figure.titled = figure.titled or gender is not None
        figure.mentions.append(Mention(begin, e))
    for figure in book.figures:
        figure.mentions.sort(key=lambda m: m.begin)
        _call_by_title(text, figure)
        _in_small_letters(text, figure)
    return sorted(book.figures, key=lambda f: f.mentions[0].begin)


def _call_by_title(text: str, figure: Figure) -> None:
    """A title that may be a given name is part of a name of one word, where an office stands before it or it is left out elsewhere."""
    if figure.type != "Person" or " " in figure.name:
        return
    called = [text[m.begin : m.end] for m in figure.mentions]
    found = [m for c in called if (m := _GIVEN_TITLE.search(c))]
    if found and (len(found) < len(called) or any(m.start() for m in found)):
        figure.name = f"{found[0]['title']} {figure.name}"
        figure.gender, figure.titled = None, False


def _in_small_letters(text: str, figure: Figure) -> None:
    """A place that a dateline writes in capitals is called as the text writes it further on: "SELM — The mayor of Selm …"."""
    if figure.type == "Place" and figure.name.isupper():
        written = (text[m.begin : m.end] for m in figure.mentions)
        figure.name = next((w for w in written if w.casefold() == figure.name.casefold() and w.istitle()), figure.name)


@dataclass
class _Book:
    """Figures so far, to be found by a word of their name or by its initials. `short` is from `_in_parentheses`, `relatives` from
    `_relatives`; `titled` are the names that have a title somewhere, as only persons do, `strangers` those of people who
    are said to be no relation of somebody."""

    short: dict[str, str]
    titled: set[str]
    relatives: dict[str, int]
    strangers: set[str]
    figures: list[Figure] = field(default_factory=list)
    known: dict[tuple[str, str], Figure] = field(default_factory=dict)
    by_word: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[str, list[Figure]] = field(default_factory=dict)

    def figure(self, surface: str, kind: str, gender: str | None, at: int) -> Figure:
        """The figure of that name at offset `at`, made when it is new."""
        key = key_of(surface)
        key = table("aliases").get(key, key)
        key = _short_state(key) if kind == "Place" and ("", _short_state(key)) in self.known else key
        same = self.known.get((kind, key))
        home = same if same and (kind != "Person" or _agree(gender, same)) else self.known.get(("", self.short.get(key, "")))
        if key not in self.strangers or " " not in key:
            home = (
                home
                or self._as_before(key, kind, gender)
                or _home(key, kind, gender, at, self._near(key), self.titled, self.relatives)
                or self._misspelt(key, kind)
            )
        home = home or self._add(surface, kind, key)
        if kind != "Person" or " " in key:  # a bare surname is looked up anew each time
            self.known.setdefault((kind, key), home)
        else:
            self.bare.setdefault(key, []).append(home)
        self.known.setdefault(("", key), home)
        return home

    def _as_before(self, key: str, kind: str, gender: str | None) -> Figure | None:
        """Whom a bare surname meant before, though another of the name has been named in full since: a text calls one person so."""
        return next((f for f in self.bare.get(key, ()) if kind == f.type == "Person" and _agree(gender, f)), None)

    def _near(self, key: str) -> list[Figure]:
        words_of = {_bare(w) for w in key.split()} | {key.replace(".", ""), key[:-1], key[:-2]}
        return list({id(f): f for w in sorted(words_of) for f in self.by_word.get(w, ())}.values())

    def _misspelt(self, key: str, kind: str) -> Figure | None:
        """The one person whose surname a bare surname misses by a letter, or a full name with the same given names."""
        *given, surname = key.split()
        near = [f for f in self.figures if kind == f.type == "Person" and " " in f.name and spelling.one_off(surname, _parts(f)[-1])]
        near = [f for f in near if not given or given == _parts(f)[:-1]]
        return near[0] if len(near) == 1 else None

    def _add(self, surface: str, kind: str, key: str) -> Figure:
        figure = _new(surface, kind, key)
        self.figures.append(figure)
        for word in {*map(_bare, key.split()), *initials(key)}:
            self.by_word[word].append(figure)
        return figure


def _new(surface: str, kind: str, key: str) -> Figure:
    name = re.sub(r"^[Tt]he ", "", re.sub(r"\s+", " ", surface.replace("[", "").replace("]", "")))
    figure = Figure(name, cast("EntityType", "Group" if kind == "NORP" else kind), people=kind == "NORP")
    figure.gender = titles.gender_of_name(key) if kind == "Person" else None
    figure.platform = name in words("platforms")
    return figure


def _in_parentheses(text: str, spotted: list[spans.Spotted]) -> dict[str, str]:
    """From a short name to the long one it stands behind in parentheses: "World Food Programme (WFP)", "Chamber of Builders (Capra)"."""
    found = {}
    for (b, e, kind), (b2, e2, kind2) in pairwise(spotted):
        after = text[e2 : e2 + 1]
        if kind == "Person" or not _OPENS.fullmatch(text, e, b2) or after not in {")", "”", '"', ","}:
            continue
        both = kind == kind2 == "Organization" and after == ")" and " " in text[b:e]
        if _short_for(text[b2:e2], text[b:e]) or (both and _COINED.fullmatch(text, b2, e2)):
            found[key_of(text[b2:e2])] = key_of(text[b:e])
    return found


def _labels(text: str, spotted: list[spans.Spotted]) -> dict[str, str]:
    """From initials before a colon, as interviews have them, to the one name they are of: "AR:" of Ana Ruiz, "TSC:" of The Selm Courier."""
    labels = {text[b:e] for b, e, _ in spotted if (m := _LABEL.match(text, b)) and m.end() == e + 1}
    found = {}
    for label in labels:
        long = {key for b, e, _ in spotted if label.lower() in initials(key := key_of(text[b:e])) | initials(f"the {key}")}
        if len(long) == 1:
            found[label.lower()] = long.pop()
    return found


def _short_for(short: str, long: str) -> bool:
    """Whether a name in parentheses may stand for the one before: initials, or one word whose letters it has in their order."""
    letters = iter(long.lower())
    return short.isupper() or (" " not in short and len(short) < len(long) and all(c in letters for c in short.lower()))


def _family(name: str) -> set[str]:
    """The words of a name, or of a text, that may be a surname."""
    return {w.lower() for w in re.findall(r"\w{2,}", name)}


def _relatives(text: str, spotted: list[spans.Spotted]) -> dict[str, int]:
    """Names that say whose relative somebody is ("Ana Ruiz, daughter of the tycoon Tom Ruiz"), and where they first stand otherwise."""
    own: dict[str, int] = {}
    relatives = set()
    for b, _, key in sorted((b, e, key_of(text[b:e])) for b, e, kind in spotted if kind == "Person"):
        theirs = _THEIR_RELATIVE.search(text, max(0, b - 80), b)
        if _OF_A_RELATIVE.search(text, max(0, b - 80), b) or (theirs and _family(key) & _family(text[max(0, b - _FAMILY) : theirs.end()])):
            relatives.add(key)
        else:
            own.setdefault(key, b)
    return {key: own.get(key, len(text)) for key in relatives if " " in key}


def _home(
    key: str, kind: str, gender: str | None, at: int, figures: list[Figure], titled: set[str], relatives: dict[str, int]
) -> Figure | None:
    if kind == "Person":
        return _person(key, gender, at, figures, relatives) or (None if key in titled else _namesake(key, figures))
    if kind == "Organization":
        if same := next((f for f in figures if f.type == "Organization" and spelling.same_company(key, key_of(f.name))), None):
            same.nicknames.add(key)
            return same
        fits = [f for f in figures if f.type == "Organization" and _shortened(key, key_of(f.name)) and not _has_organ(key, f, at)]
        first = [f for f in fits if key_of(f.name).split()[0] == key]
        first = [f for f in first if spelling.is_bare(key, key_of(f.name))][:1] or first  # "Morton" of Morton Holdings and Morton News
        fits = first or fits
        return (
            None
            if len(first) > 1 or (first and first[0].mentions[0].begin > at and key not in words("organizations"))
            else fits[0]
            if fits
            else None
        )
    if kind == "Place" and key in words("land") | words("organizations"):
        return next((f for f in figures if f.type == "Place" and key in key_of(f.name).split()), None)
    return None


def _agree(gender: str | None, figure: Figure) -> bool:
    return gender is None or figure.gender in {None, gender}


def _person(key: str, gender: str | None, at: int, figures: list[Figure], relatives: dict[str, int]) -> Figure | None:
    """The person whose name a shorter one fits; of several the one named last before, and no mere relative."""
    parts = [p for p in key.split() if p not in _SUFFIX]
    fits = [f for f in figures if f.type == "Person" and _agree(gender, f) and _fits(parts, _parts(f))]
    if len(fits) < 2:
        return fits[0] if fits else None
    fits = [f for f in fits if at > relatives.get(key_of(f.name), 0)] or fits
    return max(fits, key=lambda f: max((m.begin for m in f.mentions if m.begin < at), default=-f.mentions[0].begin))


def _parts(figure: Figure) -> list[str]:
    return [p for p in key_of(figure.name).split() if p not in _SUFFIX]


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether the parts of a shorter name are those of the longer one: its surname, given name, tail, beginning, or both ends."""
    if short == long or (short and len(short) < len(long) and [_bare(p) for p in short] == [_bare(p) for p in long[-len(short) :]]):
        return True
    if 1 < len(short) < len(long) and short == long[: len(short)]:  # "Abdel Shakour" of Abdel Shakour Muhammad Khamis
        return True
    if len(short) == 1:
        return len(long) > 1 and any(_bare(short[0]) == _bare(p) for p in (long[0], *long[1:]) if len(p.rstrip(".")) > 1)
    if len(short) > 1 and any(short == long[i : i + len(short)] for i in range(len(long))):  # "Teresa Vo" of Ana Teresa Vo Ruiz
        return True
    return short[-1] == long[-1] and all(any(p == q or _initial(p, q) for q in long[:-1]) for p in short[:-1])


def _short_state(key: str) -> str:
    """ "islamic republic of oland" is "oland"."""
    return re.sub(r"^(?:[\w']+ ){0,2}(?:republic|kingdom|sultanate|emirate|state) of (?:the )?", "", key)


def _bare(part: str) -> str:
    return re.sub(r"^(?:al|el|ul)-", "", part.strip("“”\"‘’'()"))


def _initial(p: str, q: str) -> bool:
    return (len(p.rstrip(".")) == 1 and q.startswith(p[0])) or (len(q.rstrip(".")) == 1 and p.startswith(q[0]))


def _namesake(key: str, figures: list[Figure]) -> Figure | None:
    """One word read as a person with which an organization’s name begins is that organization: "Morton" of Morton Steel."""
    if " " in key or key in words("given_m") | words("given_f"):
        return None
    return next((f for f in figures if f.type == "Organization" and " " in f.name and key_of(f.name).split()[0] == key), None)


def _shortened(key: str, name: str) -> bool:
    """Whether `key` is short for an organization's name: its initials, or a run of its words."""
    long = name.split()
    if len(long) < 2:
        return False
    if " " in key and (re.search(rf"\b(?:of|for|at) (?:the )?{re.escape(key)}$", name) or _abridged(key.split(), long)):
        return _abridged(key.split(), long)  # "Bureau of the Water Board" is another
    if key == long[-1] and key in _PRESS:
        return True  # "the Post" of the Selm Post
    if " " in key or (key == long[0] and key not in words("generic")) or (key in long and key in words("organizations")):
        return f" {key} " in f" {name} "
    return len(key) > 1 and (key.replace(".", "") in initials(name) or _run_on(key, long))


def _has_organ(key: str, figure: Figure, at: int) -> bool:
    """Whether a figure that is named later only is an organ of the one so called: the Selm Games Council of Selm Games."""
    last = key_of(figure.name).removeprefix(f"{key} ")
    return " " in key and last in _ORGANS and figure.mentions[0].begin > at


def _run_on(key: str, long: list[str]) -> bool:
    """Whether a word is the initials of a name with more letters of its last word: "OISc" of Oland Institute of Science."""
    telling = [w for w in long if w not in _SMALL]
    start = "".join(w[0] for w in telling[:-1])
    rest = key.removeprefix(start)
    return len(telling) > 2 and key != rest and 1 < len(rest) < 4 and telling[-1].startswith(rest)


def _abridged(short: list[str], long: list[str]) -> bool:
    """Whether a name begins and ends like a longer one and leaves out one or two words in between: "Oland Bank" of Oland Mutual Bank."""
    if not (short[0] == long[0] and short[-1] == long[-1] and 0 < len(long) - len(short) < 3 and short[-1] in words("organizations")):
        return False
    rest = iter(long)
    return all(w in rest for w in short) and not set(long) - set(short) & _SMALL


def initials(name: str) -> set[str]:
    """What a name in lower case may be shortened to: the initials of all its words, or of all but the small ones, or of three or more
    of these before what it is of: "ldp" of liberal democratic party of oland."""
    long = name.split()
    if len(long) < 2:
        return set()
    head = [w for w in _OF_WHAT.sub("", name).split() if w not in _SMALL]
    shorter = [head] if len(head) > 2 else []
    return {"".join(p[0] for n in ns for p in n.split("-") if p) for ns in (long, [w for w in long if w not in _SMALL], *shorter)}
