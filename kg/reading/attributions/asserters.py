"""Who else in the article says what a noun within a dispute tells: "rejected the claim that the mine had poisoned the river"."""

from __future__ import annotations

from kg.link.pairs import COMPARED, stems
from kg.reading.attributions.drafts import Draft
from kg.reading.properties import stance
from kg.reading.reference.scene import Scene

BEFORE, AFTER = 40, 15  # sayings around
EARLIER, LATER = 10, 6  # sentences
FEWEST, SHARE = 2, 0.65  # words of what is rejected that the other says, too


def asserter(scene: Scene, draft: Draft, told: Draft, drafts: list[Draft], at: int) -> Draft | None:
    """The saying of another side that asserts what is `told` in a dispute in most of its words: the fullest, of several the nearest."""
    rejected = told.words(scene.text)
    words, plain, here = stems(rejected), stance.polarity(rejected), scene.sentence_of(draft.cue[0][0])
    side = {draft.speaker, draft.on_behalf_of} - {None}
    best: tuple[int, bool, int] = (0, False, 0)
    found = None
    for d in drafts[max(0, at - BEFORE) : at + AFTER]:
        away = here - scene.sentence_of(d.cue[0][0])
        if d is draft or d is told or not _asserts(scene, d) or {d.speaker, d.on_behalf_of} & side or not -LATER <= away <= EARLIER:
            continue
        said = d.words(scene.text)
        shared = len(words & stems(said))
        fits = shared >= max(FEWEST, SHARE * len(words)) and stance.polarity(said) == plain
        if fits and (shared, away >= 0, -abs(away)) > best:
            best, found = (shared, away >= 0, -abs(away)), d
    return found


def _asserts(scene: Scene, d: Draft) -> bool:
    """Whether somebody states it, and not only in what another rejects."""
    if d.speaker is None or d.anaphoric or d.stance not in {"asserts", "confirms"} or (d.inside and d.inside.stance != "asserts"):
        return False
    return stance.kind(scene.text[slice(*d.cue[0])], d.words(scene.text)) in COMPARED
