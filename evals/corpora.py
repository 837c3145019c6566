"""Gold that is not ours: PolNeAR's lines, and a folder with an article whose gold is given as phrases."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.gold import Gold, parsed, read_exactly, spans
from evals.phrases import places
from kg.errors import InputError
from kg.model import Span, Spans
from kg.reading.network.pieces import paragraphs
from kg.reading.properties import manner
from kg.reading.text import quotes


def polnear(path: Path) -> Iterator[Gold]:
    """The articles of a JSONL file with text and attribution spans; they have no names, so they are scored by spans only.

    How direct a content is, is told by the quotation marks around it.
    """
    with path.open(encoding="utf-8") as lines:
        for data in map(json.loads, filter(str.strip, lines)):
            text = data["text"]
            marks = quotes.find(text, paragraphs(text))
            attributions = [
                {"id": f"a{i}", "manner": manner.of(text, spans(entry["content"]), marks), **entry}
                for i, entry in enumerate(data["attributions"])
            ]
            yield parsed(data["doc"], text, {"published": data.get("date"), "attributions": attributions})


def speakers(part: str, news: Path) -> Iterator[Gold]:
    """The articles of evals/speakers/PART, their texts taken from the JSONL file `news` and compared with the hash that the gold holds."""
    texts = {row["doc"]: row["text"] for row in map(json.loads, news.read_text("utf-8").splitlines())}
    for path in sorted((Path(__file__).parent / "speakers" / part).glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        text = texts.get(data["doc"], "")
        if hashlib.sha256(text.encode()).hexdigest() != data["sha256"]:
            raise InputError(f"{news}: the text of {data['doc']} is not the one its gold was made on (--news)")
        kept = [{k: v for k, v in entry.items() if k not in ("nested_in", "doubtful")} for entry in data["attributions"]]
        yield parsed(data["doc"], text, data | {"attributions": kept})


def seed(folder: Path) -> Iterator[Gold]:
    """The articles NAME.txt of `folder` with NAME.gold.json. A phrase is taken at the place where source, cue and content are nearest.

    What is before the end of the repeated headline is not counted.
    """
    paths = sorted(folder.glob("*.gold.json")) or sorted(folder.glob("articles/*.gold.json"))
    if not paths:
        raise InputError(f"{folder}: no NAME.gold.json here (--seed)")
    for path in paths:
        data = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        text = read_exactly(path.with_name(f"{name}.txt"))
        yield parsed(name, text, _data(text, data))


def _data(text: str, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "published": data["reference_date"],
        "attributions": [_attribution(text, entry) for entry in data["attributions"]],
        "entities": [entry | {"roles": _roles(entry)} for entry in data["entities"]],
        "contradictions": [{"a": pair["a"], "b": pair["b"], "basis": pair["kind"]} for pair in data["contradictions"]],
        "not_contradictions": data["not_contradictions"],
        "boilerplate": [match.span() for phrase in data["boilerplate"] for match in re.finditer(re.escape(phrase), text)],
        "ignored": [(0, places(text, data["headline"])[-1][1])] if "headline" in data else [],
    }


def _attribution(text: str, entry: dict[str, Any]) -> dict[str, Any]:
    source, cue, content = _nearest(text, entry["source"], entry["cue"], entry["content"])
    kept = {key: entry.get(key) for key in ("id", "speaker", "manner", "medium", "disputes", "polarity", "about")}
    first, _, last = (entry.get("time") or "").partition("/")
    return kept | {"source": source, "cue": cue, "content": content, "said_from": first or None, "said_to": last or first or None}


def _nearest(text: str, source: str | None, cue: str, content: list[str]) -> tuple[Spans, Spans, Spans]:
    cues = places(text, cue)
    sources = _anywhere(text, source) if source else [None]
    firsts = _anywhere(text, content[0])
    triples = ((s, c, f) for s in sources for c in cues for f in firsts if not (f[0] < c[1] and c[0] < f[1]))
    rest = tuple(_anywhere(text, piece)[0] for piece in content[1:])
    best = min(triples, key=lambda triple: sum(_gap(triple[1], piece) for piece in (triple[0] or triple[1], triple[2], *rest)))
    return ((best[0],) if best[0] else ()), (best[1],), (best[2], *rest)


def _anywhere(text: str, phrase: str) -> list[Span]:
    return places(text, phrase) or places(text.lower(), phrase.lower())


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _roles(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"role": entry["role"], "of": entry.get("of")}] if "role" in entry else []
