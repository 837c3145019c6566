"""All attributions of an article: those of the trained reader, mended, and those that one rule after the other finds besides."""

from __future__ import annotations

from kg.model import Span, Spans
from kg.reading.attributions import anonymous, beyond, continued, rivals, unquoted, whole
from kg.reading.attributions.mend import mend
from kg.reading.network.frames import Frame
from kg.reading.network.reader import Network
from kg.reading.reference.scene import Scene
from kg.reading.rules import (
    answers,
    besides,
    called,
    claimed,
    counted,
    denied,
    headings,
    inner,
    nested,
    nouns,
    plain,
    posts,
    rejected,
    transcripts,
    undecided,
    verbs,
    written,
)
from kg.reading.text.quotes import Quote


def frames(
    network: Network, scene: Scene, read: list[Frame], paragraphs: list[Span], headlines: Spans, marks: list[Quote]
) -> list[tuple[Frame, str]]:
    """Each attribution with what read it, the model by name and digest or a rule; `read` is what the model found in the whole text, the
    contents of which it is given once more, for what stands within them."""
    text, borders = scene.text, [(s.begin, s.end) for s in scene.sentences]
    mended = [m for f in continued.extend(read, marks, paragraphs) if (m := mend(text, f, marks, borders))]
    mended += [m for f in nested.find(network, text, mended, marks) if (m := mend(text, f, marks, borders))]
    mended = unquoted.cut(text, whole.clauses(text, mended, borders), borders, scene.quoted)
    mended = beyond.cut(text, mended, scene.quoted)
    tallied = counted.find(text, borders, mended, scene.quoted)
    mended = rivals.cut(text, mended, scene.quoted, tallied)
    mended = undecided.whole(text, anonymous.whole(text, mended))
    unread = denied.find(text, borders, mended, scene.quoted)
    aside = rejected.asides(text, borders, [*mended, *unread])
    mended = denied.apart(text, mended, [*unread, *aside])
    clauses = verbs.find(text, borders, [*mended, *unread, *aside], scene.quoted)
    mended = verbs.share(text, mended, clauses)
    below = written.find(text, paragraphs, mended)
    mended = written.instead(mended, below)
    before = inner.find(text, mended, scene.quoted)
    read_by = [(f, f"{network.name}@{network.sha256[:8]}") for f in mended]
    read_by += [(f, transcripts.RULE) for f in transcripts.find(text, paragraphs, mended)]
    read_by += [(f, headings.RULE) for f in headings.find(text, headlines, scene.figures, mended)]
    read_by += [(f, posts.RULE) for f in posts.find(text, paragraphs, scene.figures, [f for f, _ in read_by])]
    read_by += [(f, verbs.RULE) for f in clauses]
    read_by += [(f, written.RULE) for f in below]
    read_by += [(f, called.RULE) for f in called.find(text, borders, mended)]
    read_by += [(f, inner.RULE) for f in before]
    read_by += [*((f, denied.RULE) for f in unread), *((f, rejected.RULE) for f in aside)]
    read_by += [(f, counted.RULE) for f in tallied]
    read_by += [(f, claimed.RULE) for f in claimed.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    read_by += [(f, answers.RULE) for f in answers.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    read_by += [(f, undecided.RULE) for f in undecided.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    read_by += [(f, plain.RULE) for f in plain.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    read_by += [(f, besides.RULE) for f in besides.find(text, borders, [f for f, _ in read_by], scene.quoted)]
    told = denied.apart(text, nouns.find(text, borders, mended, scene.quoted), [*unread, *aside])
    read_by += [(f, nouns.RULE) for f in told]
    read_by += [(f, rejected.RULE) for f in rejected.find(text, borders, [f for f, _ in read_by], told)]
    return read_by
