"""The order of the stages, and their results as the frozen model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg import __version__
from kg.link import within
from kg.model import Article, Attribution, Claim, Entity, Extraction, Run, Span, Spans
from kg.reading import (
    addressee,
    anaphora,
    anonymous,
    answers,
    behalf,
    bodies,
    called,
    clusters,
    continued,
    coordinate,
    counted,
    cues,
    denied,
    described,
    disputes,
    genders,
    headings,
    headlines,
    hearsay,
    inner,
    interviews,
    introduced,
    language,
    manner,
    medium,
    nested,
    nicknames,
    nouns,
    offices,
    papers,
    patients,
    platforms,
    pronouns,
    quotes,
    refer,
    rejected,
    rivals,
    roles,
    sentences,
    stance,
    subjects,
    times,
    transcripts,
    undecided,
    unverified,
    verbs,
    whole,
    written,
)
from kg.reading.drafts import Draft
from kg.reading.figures import Figure
from kg.reading.mend import mend
from kg.reading.network import Frame, load
from kg.reading.pieces import paragraphs
from kg.reading.scene import Scene
from kg.reading.walk import Walk

_BLOB = re.compile(r"[\w+/=-]{500,}", re.ASCII)  # no word: encoded data in a scraped page
NEAR = 40  # attributions before and after, by their cues, among which one may hold another
AROUND = 500  # characters on either side of a cue in which time and medium are looked for
LONGEST = 400_000  # characters of one article that are read: ten times a long feature


def assemble(article: Article, model: str | None) -> Extraction:
    """See `kg.reading.read`."""
    network = load(model)
    text = article.text
    spans = paragraphs(text[:LONGEST], (*article.skipped, *(m.span() for m in _BLOB.finditer(text[:LONGEST]))))
    article = replace(article, language=language.of_article(article))
    righted = quotes.righted(text)
    names, frames = network.read(righted, spans)
    split = sentences.split(text, spans)
    marks = quotes.find(righted, spans)
    names = headlines.names(text, article.headlines, platforms.add(text, spans, names))
    scene = Scene(text, split, clusters.gather(text, names, spans), [(q.begin, q.end) for q in marks])
    genders.find(scene)
    nicknames.find(scene)
    bodies.find(scene)
    roles.find(scene)
    scene.interviewed = interviews.find(scene, article.headlines)
    borders = [(s.begin, s.end) for s in split]
    mended = [m for f in continued.extend(frames, marks, spans) if (m := mend(text, f, marks, borders))]
    mended += [m for f in nested.find(network, text, mended, marks) if (m := mend(text, f, marks, borders))]
    mended = whole.clauses(text, mended, borders)
    tallied = counted.find(text, borders, mended, scene.quoted)
    mended = rivals.cut(text, mended, scene.quoted, tallied)
    mended = undecided.whole(text, anonymous.whole(text, mended))
    unread = denied.find(text, borders, mended, scene.quoted)
    aside = rejected.asides(text, borders, [*mended, *unread])
    mended = denied.apart(text, mended, [*unread, *aside])
    clauses = verbs.find(text, borders, [*mended, *unread, *aside], scene.quoted)
    mended = verbs.share(text, mended, clauses)
    below = written.find(text, spans, mended)
    mended = written.instead(mended, below)
    before = inner.find(text, mended, scene.quoted)
    read_by = [(f, f"{network.name}@{network.sha256[:8]}") for f in mended]
    read_by += [(f, transcripts.RULE) for f in transcripts.find(text, spans, mended)]
    read_by += [(f, headings.RULE) for f in headings.find(text, article.headlines, scene.figures, mended)]
    read_by += [(f, verbs.RULE) for f in clauses]
    read_by += [(f, written.RULE) for f in below]
    read_by += [(f, called.RULE) for f in called.find(text, borders, mended)]
    read_by += [(f, inner.RULE) for f in before]
    read_by += [*((f, denied.RULE) for f in unread), *((f, rejected.RULE) for f in aside)]
    read_by += [(f, counted.RULE) for f in tallied]
    read_by += [(f, answers.RULE) for f in answers.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    read_by += [(f, undecided.RULE) for f in undecided.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    told = denied.apart(text, nouns.find(text, borders, mended, scene.quoted), [*unread, *aside])
    read_by += [(f, nouns.RULE) for f in told]
    read_by += [(f, rejected.RULE) for f in rejected.find(text, borders, [f for f, _ in read_by], told)]
    drafts = _drafts(text, read_by, borders)
    described.find(scene, drafts)
    offices.find(text, scene.figures)
    _speakers(scene, drafts)
    introduced.find(scene, drafts)
    _in_headlines(scene, drafts, article.headlines)
    disputes.link(scene, drafts)
    run = Run(__version__, network.name, network.sha256)
    found = _freeze(scene, drafts, marks, Extraction(article, run, split, errors=_errors(article)))
    return unverified.mark(replace(found, links=within(found)))


def _errors(article: Article) -> tuple[str, ...]:
    found = []
    if len(article.text) > LONGEST:
        found.append(f"only the first {LONGEST} of {len(article.text)} characters were read")
    if article.language and article.language != "en":
        found.append(f"the text looks like language {article.language!r}; what is read of it is not to be relied on: only English is known")
    return tuple(found)


def _drafts(text: str, frames: list[tuple[Frame, str]], borders: list[Span]) -> list[Draft]:
    """Drafts of frames with what read each, in the order of their cues."""
    drafts = [Draft(f.source, f.cue, f.content, round(f.score, 3), by) for f, by in sorted(frames, key=lambda f: f[0].cue)]
    subjects.find(text, drafts, borders)
    patients.find(text, drafts)
    coordinate.share(text, drafts, borders)
    drafts = [d for d in coordinate.distinct(drafts) if cues.is_believed(text, d)]
    for d in drafts:
        d.content = tuple(quotes.closed(text, s) for s in d.content)
    for i, d in enumerate(drafts):
        content = d.words(text)
        d.anaphoric = anaphora.is_anaphoric(content)
        d.stance = stance.stance(f"not {_words(text, d.cue)}" if cues.is_neither(text, d) else _words(text, d.cue), content)
        if d.stance == "asserts":
            d.stance = anaphora.refutation(content) or d.stance
        begin, end = d.cue[0]
        around = [o for o in drafts[max(0, i - NEAR) : i + NEAR + 1] for b, e in o.content if b <= begin and end <= e and o is not d]
        d.inside = min(around, key=lambda o: sum(e - b for b, e in o.content), default=None)
    return drafts


def _speakers(scene: Scene, drafts: list[Draft]) -> None:
    walk = Walk(scene)
    for d in drafts:
        walk.to(d.source[0][0] if d.source else d.cue[0][0])
        sentence = scene.sentence(d.cue[0][0])
        told = addressee.passive(scene.text, d.cue[0], sentence[0])
        if told and any(b < told[1] and told[0] < e for b, e in d.source):  # "residents were told": nobody is named who told them
            d.source = ()
        if hearsay.is_hearsay(scene.text, d) or refer.is_told(scene.text, d):
            d.source = ()
        if d.source:
            scene.tells(d.content)
            found = refer.speaker(scene, d.source[0], d.cue[0], inner=d.inside is not None)
            scene.tells(())
            d.speaker, d.on_behalf_of = found.figure, found.on_behalf_of
            papers.remember(scene, found, sentence, d.content, scene.text[slice(*d.cue[0])].lower())
        stop = min((b for b, _ in d.content if b >= d.cue[-1][1]), default=sentence[1])
        if whom := addressee.find(scene.text, d.cue[0], stop) or told:
            d.addressee = refer.resolve(scene, whom).figure
    walk.to(len(scene.text))
    for d in drafts:
        if d.inside and d.source:
            _within(scene, d, d.inside)


def _within(scene: Scene, d: Draft, outer: Draft) -> None:
    """In what is quoted, "I" is who speaks, and "he" is somebody else."""
    word = scene.text[slice(*d.source[0])].lower()
    if word in {"i", "we"}:
        d.speaker, d.on_behalf_of = outer.speaker, outer.on_behalf_of
    elif word in pronouns.GENDERS and d.speaker and d.speaker is outer.speaker and scene.is_quoted(d.source[0][0]):
        scene.forget(d.speaker, d.source[0])
        d.speaker = pronouns.pronoun(scene, word, d.source[0], but=outer.speaker)
        d.on_behalf_of = behalf.behalf(d.speaker) if d.speaker else None


def _in_headlines(scene: Scene, drafts: list[Draft], spans: Spans) -> None:
    """Those who speak in a headline by a bare noun are those called so in the text."""
    for d in drafts:
        inside = d.source and any(b <= d.source[0][0] < e for b, e in spans)
        known = d.speaker and any(not any(b <= m.begin < e for b, e in spans) for m in d.speaker.mentions)
        if inside and not known and (said := headlines.speaker(scene, d.source[0], spans)):
            d.speaker, d.on_behalf_of = said.figure, said.on_behalf_of


def _freeze(scene: Scene, drafts: list[Draft], marks: list[quotes.Quote], empty: Extraction) -> Extraction:
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
        cue, content = _words(text, d.cue), d.words(text)
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
            medium=medium.of(around, at, _words(text, d.source), d.addressee.name if d.addressee else ""),
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
    return () if re.search(r"\b(?:published|issued|released|dated)\b", _words(text, source)) else source


def _blank(text: str, span: Span, out: tuple[Span, ...]) -> str:
    """The text of `span` with NUL for each character in `out`, so that offsets stay and words do not meet."""
    chars = list(text[slice(*span)])
    for b, e in out:
        first, last = max(b, span[0]) - span[0], min(e, span[1]) - span[0]
        if first < last:
            chars[first:last] = "\0" * (last - first)
    return "".join(chars)


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(text[b:e] for b, e in spans)
