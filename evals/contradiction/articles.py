"""Whole articles, annotated by hand: who contradicts or supports whom, so that precision is counted over all that kg links in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evals.contradiction.pairs import HERE, Place, check, place
from evals.contradiction.score import ALIKE, Reader, alike
from evals.tally import Count, Score
from kg.model import Attribution, Extraction

LOTS = ("first", "second", "third")  # chosen for their words of dispute; rules were mended on them, and the ratchet holds them
RANDOM = "fourth", "fifth"  # hundreds, chosen by nothing: world news; the rest of both corpora but for the untouched half
LABELS = {"contradicts": "contradict", "supports": "support", "same": "support"}
Two = frozenset[int]


@dataclass(frozen=True, slots=True)
class Item:
    """One contradiction or agreement: any of `pairs` (of numbers of sayings) tells it. What is not `asked` may be found and need not."""

    label: str
    asked: bool
    pairs: frozenset[Two]


@dataclass(frozen=True, slots=True)
class Whole:
    """One article: the sayings that its items are of, and all items that a reader found in it."""

    doc: str
    sayings: tuple[Place, ...]
    items: tuple[Item, ...]


def load(lot: str, texts: dict[str, dict[str, Any]]) -> list[Whole]:
    """The articles of one lot; raises `InputError` when a text is missing or another than the one that was annotated."""
    rows = map(json.loads, (HERE / "whole" / f"{lot}.jsonl").read_text("utf-8").splitlines())
    return [_whole(row, texts) for row in rows]


def _whole(row: dict[str, Any], texts: dict[str, dict[str, Any]]) -> Whole:
    check(row, texts)
    sayings = tuple(place(row["doc"], saying) for saying in row["sayings"])
    items = (Item(i["label"], i["asked"], frozenset(map(frozenset, i["pairs"]))) for i in row["items"])
    return Whole(row["doc"], sayings, tuple(items))


def score(articles: Iterable[Whole], read: Reader, least: float) -> Score:
    """Precision over links that are at least so sure and attributions that dispute another, recall over the items asked for."""
    out: Score = {"contradict": Count(), "support": Count()}
    for one in articles:
        linked = _linked(read(one.doc), one, least)
        for label in out:
            items = [item for item in one.items if item.label == label]
            right = frozenset[Two]().union(*(item.pairs for item in items))
            mine = [two for found, two in linked if found == label]
            asked = [item for item in items if item.asked]
            found = sum(bool(item.pairs & set(mine)) for item in asked)
            out[label] += Count(right=sum(two in right for two in mine), pred=len(mine), found=found, gold=len(asked))
    return out


def _linked(x: Extraction, one: Whole, least: float) -> list[tuple[str, Two]]:
    """What kg links, each pair once for a label: by the numbers of the sayings that are annotated, negative ones for others."""
    numbers = {a.id: _number(a, i, one.sayings) for i, a in enumerate(x.attributions)}
    links = [(LABELS[link.relation], link.a, link.b) for link in x.links if link.score >= least]
    links += [("contradict", a.id, a.disputes) for a in x.attributions if a.disputes]
    return sorted({(label, frozenset((numbers[a], numbers[b]))) for label, a, b in links}, key=str)


def _number(a: Attribution, i: int, sayings: tuple[Place, ...]) -> int:
    """Of the annotated sayings with most of its content the one whose cue is nearest; of none a number of its own."""
    same = [(abs(a.cue[0][0] - one.cue[0]), n) for n, one in enumerate(sayings) if alike(a, one) >= ALIKE]
    return min(same, default=(0, -1 - i))[1]
