"""Draws pairs of attributions to annotate: from blocks that share an entity and words, not from what linking rules find.

True contradictions are rare among pairs drawn evenly, so the blocks are blended: each stratum below is a loose sign that two sayings
might bear on each other, and gives its quota. `near` and `far` have no sign at all beyond shared words: the background.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from kg.model import Attribution, Extraction

SEED = 20240611
REACH = 12  # sentences apart within one article
DAYS = 14  # days apart, where both articles say when they came out
BLOCK = 60  # sayings that share an entity and a word; larger blocks say nothing
PER_ARTICLE, PER_SAYING = 3, 2
QUOTAS = {
    "dispute": 80,
    "support": 40,
    "contrast": 45,
    "negation": 60,
    "number": 50,
    "control": 20,
    "near": 35,
    "far-dispute": 30,
    "far-negation": 35,
    "far-number": 40,
    "far": 45,
}
BLENDED = 240
"""Of a first sample by the quotas above, drawn at random, so many were annotated. One in twenty was a contradiction."""
TIGHT_QUOTAS = {
    "refuted": 75,
    "countered": 30,
    "accused": 45,
    "but": 40,
    "negated": 40,
    "confirmed": 30,
    "counted": 30,
    "far-negated": 20,
    "far-counted": 20,
}
"""A second sample, of pairs with a plainer sign: where contradictions and their look-alikes are."""
DENIAL_QUOTAS = {"denied": 110, "accused-first": 40, "rival-count": 35}
"""A third sample: for each denial the earlier saying that shares most words with it, so that there are enough contradictions to count."""
_DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|disput(?:e[ds]?|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refut(?:e[ds]?|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted|ting)?|"
    r"disagree[ds]?|(?:fir(?:ed|es)|hit|push(?:ed|es)?) back|call(?:ed|s|ing)? (?:it|that|the|this) .{0,30}(?:lie|false|baseless"
    r"|untrue|nonsense))\b",
    re.IGNORECASE,
)
_REFUTES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying|ial)|disput(?:e[ds]?|ing)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|refut\w+|contradict\w*|rebut\w*|counter(?:ed|s|ing)|challeng(?:ed|es|ing)|"
    r"contest(?:ed|s|ing)|disagree\w*|(?:push(?:ed|es|ing)?|hit|fir(?:ed|es)|sh[oo]t) back|insist\w*|maintain(?:ed|s)|scoff\w*"
    r"|downplay\w*|play(?:ed|s) down|disavow\w*|clarif\w+)\b",
    re.IGNORECASE,
)
_REFUTED = re.compile(
    r"\W*(?:that(?:[’']s| is| was)?|it(?:[’']s| is)?|this is)?\W*(?:simply |absolutely |completely |just )*(?:not true|false"
    r"|untrue|wrong|a lie|lies|no\b|nonsense|not the case|never)",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    r"\b(?:confirm\w*|echo\w*|agree[ds]?|corroborat\w*|back(?:ed|s)|support(?:ed|s)|acknowledg\w*|admit\w*|conced\w+|verif\w+)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"(?:^|[.!?”\"]\s+)(?:but|however|yet|still|instead|in fact|on the contrary)\b|\b(?:contradict|contrary to|despite|at odds"
    r"|conflict(?:ing|s) with|disput)\w*",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"\b(?:accus\w+|alleg\w+|claim\w*|charg(?:ed|es|ing)|blam\w+|suggest\w*|argu\w+)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands))\b(?:\s+(?:percent|per cent"
    r"|million|billion|\w+)){0,1}\s+([a-z]{4,})",
    re.IGNORECASE,
)
_DISPUTE = re.compile(
    r"\b(?:den(?:y|ied|ies|ying|ial)|disput\w+|reject\w*|dismiss\w*|refut\w+|contradict\w*|rebut\w*|counter\w*|challeng\w+|contest\w*|disagree\w*|"
    r"false|untrue|not true|baseless|unfounded|wrong|lie[sd]?|lying|contrary|misleading|inaccurate|incorrect|nonsense|denounc\w+"
    r"|accus\w+|alleg\w+)\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"\b(?:confirm\w*|echo\w*|agree[ds]?|agreeing|corroborat\w*|back(?:ed|s|ing)|support\w*|acknowledg\w*|admit\w*|conced\w+|likewise|similarly|also|verif\w+)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:but|however|while|despite|although|though|whereas|even as|yet|instead|contrary|meanwhile|nonetheless)\b", re.IGNORECASE
)
_CONTROL = re.compile(
    r"\b(?:control\w*|captur\w+|seiz\w+|retak\w+|occup\w+|w[oi]n(?:s|ning)?|los[et]s?|losing|victor\w+|defeat\w*|alive|dead|died|killed|resign\w*|arrest\w*|free|guilty|innocent|legal|illegal)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|\w+n[’']t|fail\w*|den(?:y|ied|ies))\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|most|majority)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{4,}", re.IGNORECASE)


@dataclass(frozen=True)
class Saying:
    """One attribution, with what blocks are made of."""

    read: Extraction
    attribution: Attribution

    @cached_property
    def content(self) -> str:
        return " ".join(self.read.article.text[b:e] for b, e in self.attribution.content)

    @cached_property
    def around(self) -> str:
        """Source, cue and their neighbourhood."""
        begin, end = self.attribution.cue[0][0], self.attribution.cue[-1][1]
        return self.read.article.text[max(0, begin - 80) : end + 20]

    @cached_property
    def sentence(self) -> int:
        return sum(s.end <= self.attribution.cue[0][0] for s in self.read.sentences)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(w.lower()[:6] for w in _WORD.findall(self.content))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of the names of who speaks and of what it is about."""
        about = {e for c in self.read.claims if c.id == self.attribution.claim for e in c.about}
        who = about | {self.attribution.speaker, self.attribution.on_behalf_of}
        return frozenset(w.lower() for e in self.read.entities if e.id in who for w in _WORD.findall(e.name))


def signs(a: Saying, b: Saying) -> Iterator[str]:
    """The strata that a pair belongs to."""
    both = f"{a.around} {b.around}"
    if _DISPUTE.search(both):
        yield "dispute"
    if _SUPPORT.search(a.around) or _SUPPORT.search(b.around):
        yield "support"
    if _CONTRAST.search(b.around) and b.sentence - a.sentence <= 2:
        yield "contrast"
    if bool(_NEGATIVE.search(a.content)) != bool(_NEGATIVE.search(b.content)):
        yield "negation"
    if _NUMBER.search(a.content) and _NUMBER.search(b.content):
        yield "number"
    if _CONTROL.search(a.content) and _CONTROL.search(b.content):
        yield "control"
    yield "near"


def tight_signs(a: Saying, b: Saying) -> Iterator[str]:
    """The tight strata of a pair of one article, `a` before `b` and by another speaker."""
    apart, shared = b.sentence - a.sentence, len(a.words & b.words)
    cue = " ".join(b.read.article.text[x:y] for x, y in b.attribution.cue)
    if apart <= 5 and (shared or a.names & b.names) and (_REFUTES.search(cue) or _REFUTED.match(b.content)):
        yield "refuted"
    if apart <= 5 and _REFUTES.search(b.around) and not _REFUTES.search(cue) and shared >= 2:
        yield "countered"
    first = " ".join(a.read.article.text[x:y] for x, y in a.attribution.cue)
    if apart <= 6 and b.attribution.speaker in _about(a) and _ACCUSES.search(first):
        yield "accused"
    if apart <= 1 and _BUT.search(b.around):
        yield "but"
    if bool(_NEGATIVE.search(a.content)) != bool(_NEGATIVE.search(b.content)) and len((a.words & b.words) - a.names) >= 3:
        yield "negated"
    if apart <= 4 and shared >= 2 and _CONFIRMS.search(cue):
        yield "confirmed"
    if _counted(a) & _counted(b):
        yield "counted"


def _about(s: Saying) -> set[str]:
    return {e for c in s.read.claims if c.id == s.attribution.claim for e in c.about}


def _counted(s: Saying) -> set[str]:
    return {m.group(1).lower()[:6] for m in _COUNT.finditer(s.content)}


def sayings(reads: Iterable[Extraction]) -> list[Saying]:
    """Attributions with a known source and enough words to say something."""
    return [Saying(x, a) for x in reads for a in x.attributions if a.source and len(Saying(x, a).content.split()) >= 3]


def near(all_said: Sequence[Saying]) -> Iterator[tuple[str, Saying, Saying]]:
    """Pairs of one article, of different speakers, few sentences apart, with an entity or a word in common or standing side by side."""
    by_doc: dict[str, list[Saying]] = defaultdict(list)
    for s in all_said:
        by_doc[s.read.article.doc].append(s)
    for said in by_doc.values():
        for a, b in combinations(sorted(said, key=lambda s: s.attribution.cue), 2):
            apart = b.sentence - a.sentence
            if apart > REACH or a.attribution.speaker == b.attribution.speaker or b.attribution.id == a.attribution.relays:
                continue
            shared = len(a.words & b.words) + bool(a.names & b.names)
            yield from (
                (sign, a, b) for sign in signs(a, b) if shared >= (1 if sign in {"dispute", "support", "contrast"} and apart <= 2 else 2)
            )


def near_tight(all_said: Sequence[Saying]) -> Iterator[tuple[str, Saying, Saying]]:
    """Pairs of one article and different speakers with a tight sign."""
    by_doc: dict[str, list[Saying]] = defaultdict(list)
    for s in all_said:
        by_doc[s.read.article.doc].append(s)
    for said in by_doc.values():
        for a, b in combinations(sorted(said, key=lambda s: s.attribution.cue), 2):
            if (
                b.sentence - a.sentence <= REACH
                and a.attribution.speaker != b.attribution.speaker
                and b.attribution.id != a.attribution.relays
            ):
                yield from ((sign, a, b) for sign in tight_signs(a, b))


def denials(all_said: Sequence[Saying]) -> Iterator[tuple[str, Saying, Saying]]:
    """Each denial, accusation and count with the one saying nearby, by another speaker, that shares most words with it."""
    by_doc: dict[str, list[Saying]] = defaultdict(list)
    for s in all_said:
        by_doc[s.read.article.doc].append(s)
    for said in by_doc.values():
        said.sort(key=lambda s: s.attribution.cue)
        for b in said:
            cue = " ".join(b.read.article.text[x:y] for x, y in b.attribution.cue)
            near_b = [
                a for a in said if a is not b and abs(a.sentence - b.sentence) <= 4 and a.attribution.speaker != b.attribution.speaker
            ]
            near_b = [a for a in near_b if b.attribution.id != a.attribution.relays and a.attribution.id != b.attribution.relays]
            if not near_b:
                continue
            a = max(near_b, key=lambda a: (len(a.words & b.words), a.attribution.cue))
            first, second = sorted((a, b), key=lambda s: s.attribution.cue)
            if _DENIES.search(cue) or _REFUTED.match(b.content):
                yield "denied", first, second
            if re.search(r"\b(?:accus|alleg|claim)\w*", cue, re.IGNORECASE):
                yield "accused-first", first, second
            rival = next(
                (
                    a
                    for a in near_b
                    if _counted(a) & _counted(b) and set(re.findall(r"\d+", a.content)) != set(re.findall(r"\d+", b.content))
                ),
                None,
            )
            if rival:
                first, second = sorted((rival, b), key=lambda s: s.attribution.cue)
                yield "rival-count", first, second


def far_tight(all_said: Sequence[Saying]) -> Iterator[tuple[str, Saying, Saying]]:
    """Pairs of two articles with a tight sign."""
    for sign, a, b in far(all_said):
        if sign == "far-negation" and len((a.words & b.words) - a.names) >= 4:
            yield "far-negated", a, b
        if sign == "far-number" and _counted(a) & _counted(b):
            yield "far-counted", a, b


def far(all_said: Sequence[Saying]) -> Iterator[tuple[str, Saying, Saying]]:
    """Pairs of two articles that share an entity and rare words, and came out about the same time where that is known."""
    seen = Counter(w for s in all_said for w in s.words)
    blocks: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for s in all_said:
        rare = sorted(s.words - s.names, key=lambda w: (seen[w], w))[:6]
        for key in ((n, w) for n in s.names for w in rare):
            blocks[key].append(s)
    done: set[tuple[int, int]] = set()
    for block in blocks.values():
        for a, b in combinations(block, 2) if len(block) <= BLOCK else ():
            if a.read is b.read or (id(a), id(b)) in done or not _same_days(a, b):
                continue
            done.add((id(a), id(b)))
            weight = sum(math.log(len(all_said) / seen[w]) for w in a.words & b.words)
            if weight >= 14 and a.content != b.content:
                yield from (("far" if sign == "near" else f"far-{sign}", a, b) for sign in signs(a, b))


def _same_days(a: Saying, b: Saying) -> bool:
    one, other = a.read.article.published, b.read.article.published
    return one is None or other is None or abs((one - other).days) <= DAYS


Found = Iterable[tuple[str, Saying, Saying]]


def _blend(said: Sequence[Saying]) -> Found:
    return (*near(said), *far(said))


def _tight(said: Sequence[Saying]) -> Found:
    return (*near_tight(said), *far_tight(said))


SAMPLES: dict[str, tuple[dict[str, int], Callable[[Sequence[Saying]], Found]]] = {
    "blend": (QUOTAS, _blend),
    "tight": (TIGHT_QUOTAS, _tight),
    "denials": (DENIAL_QUOTAS, denials),
}


def draw(reads: Sequence[Extraction], sample: str) -> list[tuple[str, Saying, Saying]]:
    """A sample: every stratum's quota, few pairs of one article and of one saying."""
    chance = random.Random(SEED)
    strata: dict[str, list[tuple[Saying, Saying]]] = defaultdict(list)
    said = sayings(reads)
    quotas, found = SAMPLES[sample]
    for sign, a, b in found(said):
        strata[sign].append((a, b))
    taken: dict[tuple[int, int], tuple[str, Saying, Saying]] = {}
    docs: Counter[str] = Counter()
    used: Counter[int] = Counter()
    for sign, quota in quotas.items():
        pool = strata[sign]
        chance.shuffle(pool)
        left = quota
        for a, b in pool:
            places = {a.read.article.doc, b.read.article.doc}
            crowded = any(docs[d] >= PER_ARTICLE for d in places) or used[id(a)] >= PER_SAYING or used[id(b)] >= PER_SAYING
            if left and not crowded and (id(a), id(b)) not in taken:
                taken[id(a), id(b)] = (sign, a, b)
                docs.update(places)
                used.update((id(a), id(b)))
                left -= 1
    return list(taken.values())
