"""The annotated pairs: places in texts that are not ours, so offsets and a hash of the text stand for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Span, Spans

HERE = Path(__file__).parent
HALVES = ("tuned", "untouched")
LABELS = ("contradict", "support", "neither")


@dataclass(frozen=True, slots=True)
class Place:
    """One attribution: its document, and where its cue and content stand in the text."""

    doc: str
    cue: Span
    content: Spans


@dataclass(frozen=True, slots=True)
class Pair:
    """Two attributions and what a reader made of them; `basis` is that of a contradiction, `why` what makes a tempting pair none."""

    stratum: str
    a: Place
    b: Place
    label: str
    basis: str | None = None
    why: str | None = None


def load(half: str, texts: dict[str, dict[str, Any]]) -> list[Pair]:
    """The pairs of one half; raises `InputError` when a text is missing or another than the one that was annotated."""
    lines = (HERE / f"{half}.jsonl").read_text("utf-8").splitlines()
    return [_pair(json.loads(line), texts) for line in lines]


def read_texts(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """The rows of JSONL files by their `doc`."""
    return {row["doc"]: row for path in paths for row in map(json.loads, path.read_text("utf-8").splitlines())}


def _pair(row: dict[str, Any], texts: dict[str, dict[str, Any]]) -> Pair:
    a, b = (_place(row[side], texts) for side in ("a", "b"))
    return Pair(row["stratum"], a, b, row["label"], row.get("basis"), row.get("why"))


def _place(row: dict[str, Any], texts: dict[str, dict[str, Any]]) -> Place:
    check(row, texts)
    return place(row["doc"], row)


def place(doc: str, row: dict[str, Any]) -> Place:
    """One annotated saying of a document."""
    return Place(doc, tuple(row["cue"]), tuple((b, e) for b, e in row["content"]))


def check(row: dict[str, Any], texts: dict[str, dict[str, Any]]) -> None:
    """Raises `InputError` when the text of a row is missing or another than the one that was annotated."""
    text = texts.get(row["doc"], {"text": ""})["text"]
    if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
        raise InputError(f"the text of {row['doc']} is not here, or not the one that was annotated (--texts)")
