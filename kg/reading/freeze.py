"""Figures and drafts as the frozen model: entities, claims and attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import Article, Attribution, Claim, Entity, Extraction, Span
from kg.reading.attributions.drafts import Draft, words_of
from kg.reading.attributions.made import NEAR
from kg.reading.properties import manner, medium, stance, times
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import quotes

AROUND = 500  # characters on either side of a cue in which time and medium are looked for


def freeze(scene: Scene, drafts: list[Draft], marks: list[quotes.Quote], empty: Extraction) -> Extraction:
    """`empty` with the figures as entities, and a claim and an attribution for each draft; `marks` are the quotes."""
    used = {id(f) for d in drafts for f in (d.speaker, d.on_behalf_of)} | {id(of) for f in scene.figures for _, of, *_ in f.roles}
    used |= {id(member) for f in scene.figures if id(f) in used for member in f.members}
    kept = [f for f in scene.figures if not (f.people or f.unnamed) or id(f) in used]
    for f in kept:
        f.mentions.sort(key=lambda m: m.begin)
    kept.sort(key=lambda f: (f.mentions[0].begin, f.name))
    ids = {id(f): f"e{i}" for i, f in enumerate(kept, 1)}
    entities = tuple(Entity(ids[id(f)], f.name, f.type, tuple(f.mentions), f.as_roles(ids), f.as_members(ids)) for f in kept)
    numbers = {id(d): i for i, d in enumerate(drafts, 1)}
    claims = tuple(_claim(scene, d, f"c{numbers[id(d)]}", kept, ids) for d in drafts if not d.anaphoric)
    freezer = _Freezer(scene, drafts, marks, ids, numbers, empty.article)
    return replace(empty, entities=entities, claims=claims, attributions=tuple(map(freezer.attribution, drafts)))


def _claim(scene: Scene, d: Draft, name: str, kept: list[Figure], ids: dict[int, str]) -> Claim:
    words = d.words(scene.text)
    found = {id(f) for b, e in d.content for m, f in scene.mentions(b, e) if m.end <= e}
    about = tuple(ids[id(f)] for f in kept if id(f) in found)
    return Claim(name, words, d.content, stance.polarity(words), about)


@dataclass(frozen=True)
class _Freezer:
    scene: Scene
    drafts: list[Draft]
    marks: list[quotes.Quote]
    ids: dict[int, str]
    numbers: dict[int, int]
    article: Article

    def attribution(self, d: Draft) -> Attribution:
        text = self.scene.text
        cue, content = words_of(text, d.cue), d.words(text)
        around, at = self._around(d)
        said = times.find(around, at)
        said_from, said_to = times.resolve(said, self.article.published) if said else (None, None)
        relayed = next((o for o in self._near(d) if o.inside is d and d.disputes is not o and (o.source or not d.disputes)), None)
        claimant = d.disputes if d.anaphoric else d
        return Attribution(
            id=self._id(d), source=d.source, cue=d.cue, content=d.content, by=d.by, score=d.score,
            claim=f"c{self.numbers[id(claimant)]}" if claimant else None,
            speaker=self._entity(d.speaker), on_behalf_of=self._entity(d.on_behalf_of), addressee=self._entity(d.addressee),
            manner=manner.of(text, d.content, self.marks, d.cue[0][0]), stance=d.stance,  # type: ignore[arg-type]
            certainty=stance.certainty(cue, content), kind=stance.kind(cue, content),
            medium=medium.of(around, at, words_of(text, d.source), d.addressee.name if d.addressee else ""),
            said_words=said, said_from=said_from, said_to=said_to,
            disputes=self._id(d.disputes) if d.disputes else None, relays=self._id(relayed) if relayed else None,
        )  # fmt: skip

    def _id(self, d: Draft) -> str:
        return f"a{self.numbers[id(d)]}"

    def _near(self, d: Draft) -> list[Draft]:
        i = self.numbers[id(d)] - 1
        return self.drafts[max(0, i - NEAR) : i + NEAR + 1]

    def _entity(self, f: Figure | None) -> str | None:
        return self.ids.get(id(f)) if f else None

    def _around(self, d: Draft) -> tuple[str, int]:
        """The cue's sentence with all blanked that is content or another attribution's, and where the cue stands in it."""
        first, last = self.scene.sentence(d.cue[0][0])
        first, last = max(first, d.cue[0][0] - AROUND), min(max(last, d.cue[-1][1]), d.cue[-1][1] + AROUND)
        begin, end = first, last
        for o in self._near(d):
            if o is d or (o.source == d.source and o.source) or o is d.inside or o.inside is d:
                continue
            if o.cue[0][0] < d.cue[0][0] and first <= o.cue[0][0]:
                begin = max(begin, min(o.cue[-1][1], d.begin))
            elif d.cue[0][0] < o.cue[0][0] < end:
                end = max(d.cue[-1][1], min(end, min(b for b, _ in (*o.source, *o.cue))))
        return _blank(
            self.scene.text, (first, last), (*d.content, *_undated(self.scene.text, d.source), (first, begin), (end, last))
        ), d.cue[0][0] - first


def _undated(text: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """The source's spans, unless they say when a document came out."""
    return () if re.search(r"\b(?:published|issued|released|dated)\b", words_of(text, source)) else source


def _blank(text: str, span: Span, out: tuple[Span, ...]) -> str:
    """The text of `span` with NUL for each character in `out`, so that offsets stay and words do not meet."""
    chars = list(text[slice(*span)])
    for b, e in out:
        first, last = max(b, span[0]) - span[0], min(e, span[1]) - span[0]
        if first < last:
            chars[first:last] = "\0" * (last - first)
    return "".join(chars)
