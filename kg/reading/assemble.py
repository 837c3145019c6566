"""The order of the stages."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import __version__
from kg.link import within
from kg.model import Article, Extraction, Run
from kg.reading.attributions import disputes, made
from kg.reading.freeze import freeze
from kg.reading.names import clusters, genders, headlines, nicknames, platforms
from kg.reading.network.pieces import paragraphs
from kg.reading.network.reader import load
from kg.reading.properties import unverified
from kg.reading.reference import author, bodies, described, interviews, introduced, offices, roles, speakers
from kg.reading.reference.scene import Scene
from kg.reading.rules import every
from kg.reading.text import language, quotes, sentences

_BLOB = re.compile(r"[\w+/=-]{500,}", re.ASCII)  # no word: encoded data in a scraped page
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
    scene.author = author.find(scene)
    drafts = made.drafts(text, every.frames(network, scene, frames, spans, article.headlines, marks), [(s.begin, s.end) for s in split])
    described.find(scene, drafts)
    offices.find(text, scene.figures)
    speakers.find(scene, drafts)
    introduced.find(scene, drafts)
    speakers.in_headlines(scene, drafts, article.headlines)
    disputes.link(scene, drafts)
    run = Run(__version__, network.name, network.sha256)
    found = freeze(scene, drafts, marks, Extraction(article, run, split, errors=_errors(article)))
    return unverified.mark(replace(found, links=within(found)))


def _errors(article: Article) -> tuple[str, ...]:
    found = []
    if len(article.text) > LONGEST:
        found.append(f"only the first {LONGEST} of {len(article.text)} characters were read")
    if article.language and article.language != "en":
        found.append(f"the text looks like language {article.language!r}; what is read of it is not to be relied on: only English is known")
    return tuple(found)
