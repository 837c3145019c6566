"""What people decided, as rows: and whether what it is about is in any reading of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

import pyoxigraph

from kg.errors import InputError
from kg.model import Extraction
from kg.rdf import terms as t
from kg.rdf.logged import Entry, in_seconds
from kg.review import Decision, Place, reviewed, text_sha256
from kg.review.attach import ALIKE, alike
from kg.review.decision import Verdict
from kg.rows import Rows, Value
from kg.store.graphs import node_of
from kg.store.reviewing import decisions, reading_in

COLUMNS: Final = ("decision", "verdict", "about", "state", "words", "right", "reason", "by", "at", "doc", "begin", "end")
ATTACHED, UNATTACHED, UNDONE, REPLACED = "attached", "unattached", "undone", "replaced"


def decided(live: pyoxigraph.Store, history: pyoxigraph.Store, base: str, log: Iterable[Entry], *, unattached: bool, undone: bool) -> Rows:
    """All decisions, in the order of the `log`, also those that were `undone` or replaced, or only those whose words no reading of today
    has; `state` says which is which."""
    now = decisions(live, base)
    all_ = (decisions(history, base) if undone else {}) | now
    made, ended = _told_of(log)
    readings = _readings(live, history, base, {place.text for d in all_.values() for place in (d.place, d.other) if place})
    rows = []
    for iri in sorted(all_, key=lambda one: (made[one].number if one in made else 0, one)):
        is_replaced = iri in ended and ended[iri].act in get_args(Verdict)
        gone = None if iri in now else REPLACED if is_replaced else UNDONE
        rows.append(_row(iri, all_[iri], readings, gone, in_seconds(made[iri].at) if iri in made else None))
    return Rows(COLUMNS, [row for row in rows if not unattached or row[COLUMNS.index("state")] == UNATTACHED])


def _told_of(log: Iterable[Entry]) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """The last entries of the log that add, and that remove something, by its IRI."""
    made, ended = {}, {}
    for entry in log:
        made.update(dict.fromkeys(entry.adds, entry))
        ended.update(dict.fromkeys(entry.removes, entry))
    return made, ended


def _readings(live: pyoxigraph.Store, history: pyoxigraph.Store, base: str, texts: set[str]) -> dict[str, list[Extraction]]:
    """How the texts with these hashes were read, by hash: what counts, and what was retracted."""
    found: dict[str, list[Extraction]] = defaultdict(list)
    for db in (live, history):
        for quad in db.quads_for_pattern(None, t.IS_STRING, None, None):
            digest = text_sha256(quad.object.value)  # type: ignore[union-attr]
            if digest in texts and (db is live or not found[digest]):
                try:
                    found[digest].append(reading_in([history, live], base, node_of(quad.graph_name)).extraction)
                except InputError:
                    continue
    return found


def _row(iri: str, decision: Decision, readings: dict[str, list[Extraction]], gone: str | None, at: str | None) -> tuple[Value, ...]:
    told = next(iter(readings.get(decision.place.text, [])), None)
    about = "article" if decision.key is not None else "link" if decision.other else "attribution"
    ends = [place for place in (decision.place, decision.other) if place]
    is_found = all(any(_is_in(decision, place, one) for one in readings.get(place.text, [])) for place in ends)
    words = " | ".join(_words(place, readings) for place in ends) if decision.key is None else decision.key
    span = (decision.place.content[0][0], decision.place.content[-1][1]) if decision.place.content else (None, None)
    state = gone or (ATTACHED if is_found else UNATTACHED)
    why = (_right(decision, readings), decision.reason, decision.by)
    return (iri, decision.verdict, about, state, words, *why, at, told.article.doc if told else None, *span)


def _is_in(decision: Decision, place: Place, told: Extraction) -> bool:
    if decision.key is not None:
        return told.article.key == decision.key
    if decision.other is None:
        return decision in reviewed(told, [decision]).attached
    return any(alike(place, a, told.article.text) >= ALIKE for a in told.attributions)


def _words(place: Place, readings: dict[str, list[Extraction]]) -> str:
    told = next(iter(readings.get(place.text, [])), None)
    if told is None:
        return "(the text is not in this store)"
    return " … ".join(told.article.text[begin:end] for begin, end in place.content)


def _right(decision: Decision, readings: dict[str, list[Extraction]]) -> str | None:
    """What is right instead, part by part; None where nothing is."""
    spans = {part: one for part in ("source", "cue", "content") if (one := getattr(decision, part)) is not None}
    told = {part: _words(Place(decision.place.text, content=one), readings) or "none" for part, one in spans.items()}
    parties = {part: one for part in ("speaker", "on_behalf_of") if (one := getattr(decision, part)) is not None}
    told |= {part: one.name or "nobody" for part, one in parties.items()}
    return "; ".join(f"{part.replace('_', ' ')}: {words}" for part, words in told.items()) or None


def unattached_by(old: Extraction, new: Extraction, wanted: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions that a reading has something for, and another does not."""
    before, after = reviewed(old, wanted).attached, reviewed(new, wanted).attached
    return (decision for decision in before if decision not in after)
