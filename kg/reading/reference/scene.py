"""What has been said of whom, as far as reading has come: the ground on which source phrases are resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from kg.model import Mention, MentionKind, Sentence, Span, Spans
from kg.reading.reference import offices
from kg.reading.reference.figures import Figure

WINDOW, LONGEST = 5, 4000  # sentences and characters that memory reaches back
FAR = 2000  # characters of a sentence on either side of an offset: one that is longer is no prose
SPOKE, OPENS, STEP, QUOTED, OWNS = 3.0, 2.0, 2.0, 2.5, 1.5
NAMED, NAMED_IN_QUOTES = 5.0, 20.0  # how much speaks against who is named in what is said
SUBJECT = 20  # characters of a sentence's beginning, where subjects mostly stand
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?=\s))")
_mention = lru_cache(maxsize=1 << 12)(Mention)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: who speaks, and for whom where the text says so. `paper` when a document speaks, perhaps for its maker.

    `voice`: somebody without a name speaks for the figure, so that "he" may be they: "m" or "f" by their calling, else "?".
    """

    figure: Figure | None = None
    on_behalf_of: Figure | None = None
    paper: bool = False
    voice: str | None = None


@dataclass
class Scene:
    """The text with its figures. `quoted` are the spans between quotation marks; `spoke` is where earlier speakers' cues stand,
    `papers` whose the documents are that have spoken, by their nouns, the last one last; `told` whom what is being said names, and how
    much speaks against that they say it; `interviewed` who "I" is outside quotes, else the `author`."""

    text: str
    sentences: tuple[Sentence, ...]
    figures: list[Figure]
    quoted: list[Span] = field(default_factory=list)
    spoke: list[tuple[int, Speaker]] = field(default_factory=list)
    papers: dict[str, Figure | None] = field(default_factory=dict)
    told: dict[Figure, float] = field(default_factory=dict)
    interviewed: Figure | None = None
    author: Figure | None = None

    def __post_init__(self) -> None:
        self._begins = [s.begin for s in self.sentences]
        self._quotes = sorted(self.quoted)
        self._ranks = list(accumulate(not self.is_quoted(s.begin + 1) for s in self.sentences))
        self._order = {id(f): i for i, f in enumerate(self.figures)}
        self._index: list[tuple[int, int, int, MentionKind]] = sorted(
            (m.begin, m.end, i, m.kind) for i, f in enumerate(self.figures) for m in f.mentions
        )

    @cached_property
    def offices(self) -> dict[str, str]:
        """Offices by the initials that the text has for them."""
        return offices.abbreviated(self.text)

    def sentence_of(self, at: int) -> int:
        """Index of the sentence at or before offset `at`."""
        return max(0, bisect_right(self._begins, at) - 1)

    def apart(self, one: int, other: int) -> int:
        """How many sentences the second of two offsets is further on; those that stand in quotes whole are not counted."""
        return self._ranks[self.sentence_of(other)] - self._ranks[self.sentence_of(one)] if self._ranks else 0

    def sentence(self, at: int) -> Span:
        """Span of that sentence, or of the whole text when there is none, as far as it is near."""
        i = self.sentence_of(at)
        begin, end = (self.sentences[i].begin, self.sentences[i].end) if self.sentences else (0, len(self.text))
        return max(begin, min(end, at) - FAR), min(end, max(begin, at) + FAR)

    def is_quoted(self, at: int) -> bool:
        """Whether offset `at` stands between quotation marks."""
        i = bisect_right(self._quotes, (at, len(self.text))) - 1
        return i >= 0 and self._quotes[i][0] <= at < self._quotes[i][1]

    def add(self, figure: Figure) -> Figure:
        """Take in a new figure, with the mentions it has."""
        self._order[id(figure)] = len(self.figures)
        self.figures.append(figure)
        for m in figure.mentions:
            insort(self._index, (m.begin, m.end, self._order[id(figure)], m.kind))
        return figure

    def note(self, figure: Figure, span: Span, kind: MentionKind) -> None:
        """Add a mention of a figure, unless one of its mentions overlaps it."""
        if any(f is figure for _, f in self.mentions(span[0] - 200, span[1]) if _.end > span[0]):
            return
        figure.mentions.append(Mention(*span, kind))
        insort(self._index, (*span, self._order[id(figure)], kind))

    def forget(self, figure: Figure, span: Span) -> None:
        """Take back a mention of a figure."""
        for m in [m for m in figure.mentions if (m.begin, m.end) == span]:
            figure.mentions.remove(m)
            self._index.remove((*span, self._order[id(figure)], m.kind))

    def widen(self, figure: Figure, m: Mention, begin: int) -> None:
        """Let a mention of a figure begin at `begin`, with the noun before its name: "the newspaper Selm Echo"."""
        if any(o.end > begin for o, _ in self.mentions(begin - 60, m.begin)):
            return
        figure.mentions[figure.mentions.index(m)] = Mention(begin, m.end, m.kind)
        self._index.remove((m.begin, m.end, self._order[id(figure)], m.kind))
        insort(self._index, (begin, m.end, self._order[id(figure)], m.kind))

    def mentions(self, begin: int, end: int) -> list[tuple[Mention, Figure]]:
        """Mentions that begin in `begin` … `end`, in text order, with their figures."""
        first, last = bisect_left(self._index, (begin, -1, -1, "")), bisect_left(self._index, (end, -1, -1, ""))
        return [(_mention(b, e, kind), self.figures[i]) for b, e, i, kind in self._index[first:last]]

    def tells(self, content: Spans) -> None:
        """Take note whom a content names: hardly "he" who says it."""
        found = [(m.begin, f) for b, e in content for m, f in self.mentions(b, e) if m.kind == "name" and f.type == "Person"]
        self.told = {f: NAMED_IN_QUOTES if self.is_quoted(at) else NAMED for at, f in found}

    def names(self, begin: int, end: int) -> list[tuple[int, int, Figure]]:
        """Name mentions that overlap `begin` … `end`: span and figure, in text order."""
        found = self.mentions(begin - 200, end)
        return [(m.begin, m.end, f) for m, f in found if m.kind == "name" and m.end > begin]

    def last(self, figures: list[Figure], at: int) -> Figure | None:
        """Who of those figures is mentioned last before offset `at`; None when none is."""
        wanted = {self._order[id(f)] for f in figures}
        before = range(bisect_left(self._index, (at, -1, -1, "")) - 1, -1, -1)
        found = next((self._index[i] for i in before if self._index[i][2] in wanted), None)
        return self.figures[found[2]] if found else None

    def heard(self, at: int, sentences: int) -> Speaker | None:
        """Who spoke last, where that is no more than so many sentences before offset `at`."""
        return self.spoke[-1][1] if self.spoke and self.apart(self.spoke[-1][0], at) <= sentences else None

    def recent(self, at: int, sentences: int = WINDOW) -> dict[Figure, float]:
        """Figures spoken of in the sentences before offset `at` and in its own up to there, with how salient each is.

        0 is a mention in passing in this sentence; each sentence back takes 2 off. Of those who spoke in one
        sentence the last is ahead by a hair.
        """
        start = max(at - LONGEST, self._back(at, sentences))
        here = self._ranks[self.sentence_of(at)] if self._ranks else 0
        found: dict[Figure, float] = {}
        for m, f in self.mentions(start, at):
            if m.end <= at and (score := self._weight(m, here)) > found.get(f, -99.0):
                found[f] = score
        for cue, speaker in reversed(self.spoke):
            if cue < start:
                break
            if speaker.figure and cue < at:
                score = SPOKE - STEP * self.apart(cue, at) + 0.1 * (cue - start) / (at - start)
                found[speaker.figure] = max(found.get(speaker.figure, -99.0), score)
        return found

    def _back(self, at: int, sentences: int) -> int:
        """Where the sentence begins that is so many sentences before offset `at`, quotes not counted."""
        here = self.sentence_of(at)
        if not self._ranks:
            return 0
        return self._begins[bisect_left(self._ranks, self._ranks[here] - sentences, 0, here)]

    def _weight(self, m: Mention, here: int) -> float:
        """How salient a mention is in a sentence of rank `here`."""
        there = self.sentence_of(m.begin)
        score = -STEP * (here - self._ranks[there])
        score += OPENS * (m.begin - self._begins[there] < SUBJECT)
        score -= QUOTED * self.is_quoted(m.begin)
        return score - OWNS * bool(_POSSESSIVE.match(self.text, m.end))
