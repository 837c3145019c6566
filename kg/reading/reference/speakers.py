"""Who speaks in each attribution, for whom, and to whom, in the order of the text."""

from __future__ import annotations

from kg.model import Spans
from kg.reading.attributions import hearsay
from kg.reading.attributions.drafts import Draft
from kg.reading.names import headlines
from kg.reading.properties import addressee
from kg.reading.reference import behalf, papers, pronouns, refer
from kg.reading.reference.scene import Scene
from kg.reading.reference.walk import Walk


def find(scene: Scene, drafts: list[Draft]) -> None:
    """Give each draft its speaker, on whose behalf they speak and the addressee; sources that are nobody are taken away."""
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


def in_headlines(scene: Scene, drafts: list[Draft], spans: Spans) -> None:
    """Those who speak in a headline by a bare noun are those called so in the text."""
    for d in drafts:
        inside = d.source and any(b <= d.source[0][0] < e for b, e in spans)
        known = d.speaker and any(not any(b <= m.begin < e for b, e in spans) for m in d.speaker.mentions)
        if inside and not known and (said := headlines.speaker(scene, d.source[0], spans)):
            d.speaker, d.on_behalf_of = said.figure, said.on_behalf_of
