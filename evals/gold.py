"""Gold readings, as tests/gold/NAME.json keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Spans


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """`speaker`, `on_behalf_of` and `about` are entity names; `addressee` is one or words; days are ISO dates."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None = None
    on_behalf_of: str | None = None
    addressee: str | None = None
    manner: str | None = None
    stance: str | None = None
    polarity: str | None = None
    certainty: str | None = None
    kind: str | None = None
    medium: str | None = None
    said_words: str | None = None
    said_from: str | None = None
    said_to: str | None = None
    disputes: str | None = None
    relays: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """`aliases` are mention texts besides the name; `roles` are pairs of a role and the entity name it is held at, or None."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    roles: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """One article and its gold. `also` are contradicting pairs that one may find or not; `ignored` is text whose attributions do not count;
    where `names` is false the gold has spans only."""

    doc: str
    text: str
    published: str | None = None
    attributions: tuple[GoldAttribution, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    bases: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    not_contradictions: tuple[tuple[str, str], ...] = ()
    boilerplate: Spans = ()
    ignored: Spans = ()
    names: bool = True


def spans(pairs: Sequence[Sequence[int]] | None) -> Spans:
    """JSON's lists of two as spans."""
    return tuple((begin, end) for begin, end in pairs or ())


def parsed(doc: str, text: str, data: dict[str, Any]) -> Gold:
    """Gold from the JSON object `data`."""
    contradictions = data.get("contradictions", [])
    return Gold(
        doc=doc,
        text=text,
        published=data.get("published"),
        attributions=tuple(_attribution(entry) for entry in data["attributions"]),
        entities=tuple(_entity(entry) for entry in data.get("entities", [])),
        contradictions=tuple((pair["a"], pair["b"]) for pair in contradictions),
        bases=tuple(pair["basis"] for pair in contradictions),
        also=_pairs(data.get("also")),
        not_contradictions=_pairs(data.get("not_contradictions")),
        boilerplate=spans(data.get("boilerplate")),
        ignored=spans(data.get("ignored")),
        names="entities" in data,
    )


def load(folder: Path) -> Iterator[Gold]:
    """The gold articles of `folder` (NAME.txt beside NAME.json), by name. Raises `InputError` when there are none."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: no gold articles here; name a folder that holds NAME.txt and NAME.json (--gold)")
    for path in paths:
        yield parsed(path.stem, read_exactly(path.with_suffix(".txt")), json.loads(path.read_text(encoding="utf-8")))


def read_exactly(path: Path) -> str:
    """The file's text with its line ends as they are, so that offsets hold."""
    return path.read_bytes().decode("utf-8")


def _attribution(entry: dict[str, Any]) -> GoldAttribution:
    rest = {key: value for key, value in entry.items() if key not in ("source", "cue", "content", "about")}
    source, cue, content = (spans(entry.get(key)) for key in ("source", "cue", "content"))
    return GoldAttribution(**rest, source=source, cue=cue, content=content, about=tuple(entry.get("about") or ()))


def _entity(entry: dict[str, Any]) -> GoldEntity:
    roles = tuple((role["role"], role["of"]) for role in entry.get("roles", []))
    return GoldEntity(entry["name"], entry["type"], tuple(entry.get("aliases", [])), roles)


def _pairs(pairs: Sequence[Sequence[str]] | None) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in pairs or ())
