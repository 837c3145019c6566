"""Who a source phrase speaks of: names, titles, pronouns, "the group", "its spokesman"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from kg.model import Sentence, Span
from kg.reading.figures import Figure, key_of
from kg.reading.lexicon import words
from kg.reading.roles import FAMILY

HE, SHE, IT, THEY = (
    {"he", "his", "him", "himself"},
    {"she", "her", "hers", "herself"},
    {"it", "its", "itself"},
    {"they", "their", "them", "themselves"},
)
WHO = {"who", "which", "that", "whose", "whom"}
SPOKES = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokespersons", "representative", "representatives", "spox"]
)
PAPER = frozenset(
    [
        "statement",
        "statements",
        "communique",
        "release",
        "website",
        "account",
        "tweet",
        "tweets",
        "post",
        "posts",
        "letter",
        "email",
        "memo",
        "filing",
        "press-release",
        "message",
        "video",
        "page",
        "office",
    ]
)
HEARSAY = frozenset(
    [
        "rumor",
        "rumors",
        "rumour",
        "rumours",
        "report",
        "reports",
        "speculation",
        "allegation",
        "allegations",
        "poll",
        "polls",
        "survey",
        "surveys",
        "study",
        "studies",
        "data",
        "figures",
        "evidence",
        "research",
        "document",
        "documents",
        "records",
        "record",
        "results",
        "analysis",
        "footage",
        "images",
        "image",
        "photos",
        "findings",
        "numbers",
        "emails",
        "book",
        "article",
        "articles",
        "ad",
        "ads",
        "sign",
        "signs",
        "many",
        "some",
        "others",
        "few",
        "most",
        "one",
        "all",
        "it",
        "this",
        "that",
        "these",
        "those",
        "news",
        "everyone",
        "people",
    ]
)
POINTING = frozenset(
    [
        "group",
        "company",
        "firm",
        "organization",
        "organisation",
        "agency",
        "ministry",
        "department",
        "party",
        "club",
        "team",
        "union",
        "association",
        "commission",
        "committee",
        "council",
        "bank",
        "movement",
        "university",
        "paper",
        "newspaper",
        "charity",
        "body",
        "watchdog",
        "regulator",
        "institute",
        "airline",
        "manufacturer",
        "maker",
        "retailer",
        "publisher",
        "broadcaster",
        "insurer",
        "operator",
        "federation",
        "authority",
        "foundation",
        "force",
        "campaign",
    ]
)
_DETERMINER = re.compile(
    r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|one|some|several|many|two|three|four|other|another|both|all)\b\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s+(?:of|for|from|in|at|with|on|by|near|to|about|familiar|close|there|here|who|which|that|whose|and|including|involved|briefed|speaking|within|inside|based)\b|[,;:(—–]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+(?:[’'.][\w-]+)*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: who speaks, and for whom where the text says so."""

    figure: Figure | None = None
    on_behalf_of: Figure | None = None


@dataclass
class Scene:
    """What has been said of whom up to where reading stands."""

    text: str
    sentences: tuple[Sentence, ...]
    figures: list[Figure]
    spoke: list[tuple[int, Figure]] = field(default_factory=list)  # where each earlier speaker's cue stands
    quoted: list[Span] = field(default_factory=list)

    def sentence_of(self, at: int) -> int:
        """Index of the sentence at or before offset `at`."""
        return max(0, bisect_right([s.begin for s in self.sentences], at) - 1)

    def speaker(self, source: Span, cue: int) -> Speaker:
        """Who speaks in the phrase `source`, whose cue begins at `cue`; figures are made for those the text does not name."""
        found = self.resolve(source)
        if found.figure:
            self.spoke.append((cue, found.figure))
        return found

    def resolve(self, span: Span) -> Speaker:
        """Whom the phrase `span` speaks of, without making them the latest speaker."""
        phrase = self.text[span[0] : span[1]]
        word = phrase.lower().strip("“”\"'’‘ ,")
        if word in HE | SHE | IT | THEY | WHO:
            return self._as_speaker(self._pronoun(word, span))
        return self._named(span) or self._nominal(span)

    def _as_speaker(self, figure: Figure | None) -> Speaker:
        return Speaker(figure, behalf(figure) if figure else None)

    def _named(self, span: Span) -> Speaker | None:
        """A name that heads the phrase: the first person, else what ends a noun phrase of it."""
        inside = [
            (m.begin, m.end, f) for f in self.figures for m in f.mentions if m.kind == "name" and m.begin < span[1] and m.end > span[0]
        ]
        for b, e, f in sorted(inside, key=lambda i: (i[2].type != "Person", i[0])):
            if self._heads(b, e, span, f):
                return self._with_nickname(f, span, b)
        return None

    def _heads(self, b: int, e: int, span: Span, f: Figure) -> bool:
        before, after = self.text[span[0] : b], self.text[e : span[1]]
        if re.match(r"[’']s?\b", after) or re.search(
            r"(?:\b(?:of|for|from|in|at|with|on|by|near|to|about|against|around|outside|inside|and|including)\s+(?:the\s+)?|-)$",
            before,
            re.IGNORECASE,
        ):
            return False
        if f.type == "Person":
            return not re.match(r"\s+(?!(?:and|of|in|at|who|from|for|with|also|to|on|the|as)\b)[a-z]", after)
        return not re.match(r"\s+(?!(?:and|of|in|at|who|which|that|also|itself|themselves|on|to|for|under|as)\b)\w", after)

    def _with_nickname(self, f: Figure, span: Span, b: int) -> Speaker:
        before = self.text[span[0] : b]
        if f.type != "Person" and (m := re.fullmatch(r"(?P<noun>(?:the|an?)\s+[\w’' -]+),\s+(?:the\s+)?", before, re.IGNORECASE)):
            f.nicknames.add(key_of(m["noun"]))
            f.add(span[0], span[0] + m.end("noun"), "nominal")
        return Speaker(f, behalf(f))

    def _nominal(self, span: Span) -> Speaker:
        begin, end = self._noun_phrase(span)
        phrase = self.text[begin:end]
        tokens = [t.group().lower() for t in _WORD.finditer(phrase)]
        if not tokens:
            return Speaker()
        head = tokens[-1]
        owner = self.owner(span, (begin, end))
        if head in SPOKES or head in PAPER:
            return Speaker(owner) if owner else self._spokesman(span, (begin, end), head)
        if head in HEARSAY or not re.search(r"[a-z]", phrase, re.IGNORECASE):
            return Speaker()
        figure = self._match(tokens, span)
        if figure is None:
            figure = self._unnamed(span, tokens)
        return Speaker(figure, owner if owner is not figure else None) if figure else Speaker()

    def _spokesman(self, span: Span, noun: Span, head: str) -> Speaker:
        known = self._by_role(head, span[0])
        if known:
            known.add(*noun, "nominal")
            return Speaker(known, behalf(known))
        return Speaker(self._unnamed(span, [head])) if head in SPOKES else Speaker()

    def _noun_phrase(self, span: Span) -> Span:
        """The phrase up to what follows its head."""
        phrase = self.text[span[0] : span[1]]
        start = m.end() if (m := re.match(r"[\s“\"‘']+", phrase)) else 0
        cut = _BREAK.search(phrase, start + 1)
        return span[0] + start, span[0] + (cut.start() if cut else len(phrase.rstrip(" .,")))

    def owner(self, span: Span, noun: Span) -> Figure | None:
        """Whose the head is: "X’s spokesman", "its spokesman", "X spokesman", "spokesman for X", "representatives of the group"."""
        begin, end = noun
        names = [(m.begin, m.end, f) for f in self.figures for m in f.mentions if m.kind == "name"]
        inside = [f for b, e, f in names if b >= begin and e <= end]
        if inside:
            return inside[0]
        if m := re.match(r"(its|their|his|her)\b", self.text[begin:end], re.IGNORECASE):
            return self._pronoun(m.group().lower(), (begin, begin + m.end()))
        if m := re.match(r"(.+?)[’']s?\s", self.text[begin:end]):
            return self._match([t.group().lower() for t in _WORD.finditer(m[1])], (begin, begin + m.end(1)))
        if m := re.match(r"\s+(?:of|for|from|with|at|in|by)\s+(?=(?:the\s|an?\s)?(?P<rest>\S.*))", self.text[end : span[1]], re.DOTALL):
            rest = (end + m.end(), span[1])
            following = [f for b, e, f in names if rest[0] <= b <= rest[0] + 30 and b < rest[1]]
            if following:
                return following[0]
            inner = self._noun_phrase(rest)
            return self._match([t.group().lower() for t in _WORD.finditer(self.text[inner[0] : inner[1]])], inner)
        return None

    def _match(self, tokens: list[str], span: Span) -> Figure | None:
        """A known figure that a nominal phrase points at; the phrase becomes a mention of it."""
        while tokens and _DETERMINER.fullmatch(tokens[0]):
            tokens = tokens[1:]
        if not tokens:
            return None
        definite = bool(re.match(r"(?:the|this|that|these|those|his|her|its|their)\b", self.text[span[0] : span[1]], re.IGNORECASE))
        figure = self._by_words(tokens, span) if definite or len(tokens) > 1 else None
        if figure is None and definite:
            figure = self._by_role(tokens[-1], span[0]) or (
                self._latest_group(span[0]) if tokens[-1] in POINTING and len(tokens) == 1 else None
            )
        if figure is None and definite and len(tokens) == 1 and tokens[-1] in words("persons") and tokens[-1] not in SPOKES:
            figure = self._last_speaker(span[0])
        if figure:
            figure.add(*self._noun_phrase(span), "nominal")
        return figure

    def _by_words(self, tokens: list[str], span: Span) -> Figure | None:
        """An organization that shares the phrase's modifier or head with its name or with an earlier phrase for it."""
        head, modifiers = tokens[-1], set(tokens[:-1])
        if head not in words("organizations") and head not in {"side", "rebels", "fighters", "forces"}:
            return None
        best: tuple[float, int, Figure] | None = None
        for f in self.figures:
            if f.type not in {"Organization", "Group"} or (f.mentions and f.mentions[0].begin == span[0]):
                continue
            own = set(key_of(f.name).split()) | {w for n in f.nicknames for w in n.split()}
            score = (
                2.0 * bool(modifiers & own - {"the", "of", "and", "national", "united", "international"})
                + 1.0 * (head in own)
                - (0 if not modifiers or modifiers & own else 2)
            )
            if score <= 0 or (not modifiers and head not in own):
                continue
            distance = min(abs(m.begin - span[0]) for m in f.mentions)
            if best is None or (score, -distance) > best[:2]:
                best = (score, -distance, f)
        return best[2] if best else None

    def _by_role(self, noun: str, at: int) -> Figure | None:
        people = [f for f in self.figures if f.type == "Person" and f.has_role(noun)]
        before = [f for f in people if f.mentions[0].begin < at]
        return max(before, key=lambda f: max(m.begin for m in f.mentions if m.begin < at), default=people[0] if people else None)

    def _unnamed(self, span: Span, tokens: list[str]) -> Figure | None:
        phrase = re.sub(r"^(?:the)\s+", "", re.sub(r"\s+", " ", self.text[span[0] : span[1]]).strip(' ,.“”"'), flags=re.IGNORECASE)
        phrase = re.split(r",| who | which ", phrase)[0].strip()
        head = tokens[-1]
        for f in self.figures:
            if key_of(f.name) == key_of(phrase):
                f.add(*span, "nominal")
                return f
        if head in words("organizations"):
            kind = "Group" if head.endswith("s") else "Organization"
        elif head in words("persons") or re.search(r"-year-old$", head):
            kind = "Person"
        elif (
            re.sub(r"e?s$", "", head) in words("persons")
            or head in {"people", "men", "women", "police", "sources", "witnesses", "members", "staff", "children"}
            or head.endswith("men")
        ):
            kind = "Group"
        else:
            return None
        figure = Figure(phrase, kind)  # type: ignore[arg-type]
        figure.add(span[0], span[0] + min(len(self.text[span[0] : span[1]].split(",")[0]), span[1] - span[0]), "nominal")
        self.figures.append(figure)
        return figure

    # Pronouns

    def _pronoun(self, word: str, span: Span) -> Figure | None:
        if word in WHO:
            return self._relative(span[0])
        people = word in HE | SHE
        gender = "m" if word in HE else "f" if word in SHE else None
        best: tuple[float, Figure] | None = None
        here = self.sentence_of(span[0])
        for f in self.figures:
            if (
                (people and (f.type != "Person" or f.gender not in {None, gender}))
                or (word in IT and f.type not in {"Organization", "Place"})
                or (word in THEY and f.type in {"Person", "Place"})
            ):
                continue
            score = self._salience(f, span[0], here)
            if word in IT and f.type == "Place":
                score -= 3
            if score > -8 and (best is None or score > best[0]):
                best = (score, f)
        if best and people:
            best[1].gender = gender
        if best:
            best[1].add(*span, "pronoun")
        return best[1] if best else None

    def _salience(self, f: Figure, at: int, here: int) -> float:
        best = -99.0
        for m in f.mentions:
            if m.begin >= at or m.end > at:
                break
            there = self.sentence_of(m.begin)
            score = -2.0 * (here - there)
            score += 2.0 * any(b <= m.begin < e for b, e in self._subjects(there))
            score -= 2.5 * any(b <= m.begin < e for b, e in self.quoted)
            score -= 1.5 * bool(re.match(r"[’']s?\b", self.text[m.end : m.end + 2]))
            best = max(best, score)
        spoken = [c for c, g in self.spoke if g is f and c < at]
        if spoken:
            best = max(best, 3.0 - 2.0 * (here - self.sentence_of(spoken[-1])))
        return best

    def _subjects(self, index: int) -> list[Span]:
        """Roughly where a sentence's subject stands: its first forty characters."""
        s = self.sentences[index]
        return [(s.begin, s.begin + 40)]

    def _relative(self, at: int) -> Figure | None:
        """The antecedent of "who": what the text names right before it, within its sentence."""
        begin = self.sentences[self.sentence_of(at)].begin
        near = [(m.end, f) for f in self.figures for m in f.mentions if begin <= m.begin and m.end <= at]
        return max(near, key=lambda n: n[0], default=(0, None))[1]

    def _last_speaker(self, at: int) -> Figure | None:
        here = self.sentence_of(at)
        recent = [(c, f) for c, f in self.spoke if c < at and f.type == "Person" and here - self.sentence_of(c) <= 2]
        return recent[-1][1] if recent else None

    def _latest_group(self, at: int) -> Figure | None:
        here = self.sentence_of(at)
        groups = [(self._salience(f, at, here), f) for f in self.figures if f.type in {"Organization", "Group"}]
        best = max(groups, key=lambda g: g[0], default=(-99.0, None))
        return best[1] if best[0] > -8 else None


def behalf(figure: Figure) -> Figure | None:
    """For whom a person speaks: what their first role is a role of, unless it is a tie of family or the like."""
    if figure.type != "Person":
        return None
    return next((of for role, of, *_ in figure.roles if of and of.type != "Person" and not FAMILY & set(role.split())), None)
