"""Decisions as JSON, one a line: for other stores, for other tools, and for `evals`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from kg.errors import InputError
from kg.model import EntityType, Relation, Spans
from kg.review.decision import Decision, Place, Speaker, Verdict

_NEW = ("source", "cue", "content")
_PARTIES = ("speaker", "on_behalf_of")
_PLAIN = ("relation", "key", "reason", "by")


def to_line(decision: Decision, shown: Mapping[str, str] | None = None) -> str:
    """A decision as one line of JSON; what it does not say is left out. `shown` is added for people, and not read back."""
    told: dict[str, Any] = {"verdict": decision.verdict, "at": _place(decision.place)}
    if decision.other:
        told["other"] = _place(decision.other)
    right = {part: spans for part in _NEW if (spans := getattr(decision, part)) is not None}
    parties = {part: one for part in _PARTIES if (one := getattr(decision, part)) is not None}
    right |= {part: {"name": one.name, "type": one.type, "mention": one.mention} for part, one in parties.items()}
    if right:
        told["right"] = right
    told |= {name: value for name in _PLAIN if (value := getattr(decision, name)) is not None}
    return json.dumps(told | ({"shown": shown} if shown else {}), ensure_ascii=True)


def _place(place: Place) -> dict[str, Any]:
    return {"text_sha256": place.text} | {part: spans for part in _NEW if (spans := getattr(place, part))}


def from_lines(lines: Iterable[str]) -> Iterator[Decision]:
    """The decisions in lines of `to_line`; raises `InputError` that names the first line that is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _decision(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(f"line {number} is no decision: {type(error).__name__}: {error}") from None


def _decision(told: dict[str, Any]) -> Decision:
    right = told.get("right", {})
    new: dict[str, Any] = {part: _speaker(right[part]) for part in _PARTIES if part in right}
    new |= {part: _spans(right[part]) for part in _NEW if part in right}
    new |= {name: _text(told[name]) for name in _PLAIN[1:] if name in told}
    return Decision(
        verdict=_one_of(told["verdict"], Verdict),
        place=_read_place(told["at"]),
        other=_read_place(told["other"]) if "other" in told else None,
        **new,
        relation=_one_of(told["relation"], Relation) if "relation" in told else None,
    )


def _read_place(told: dict[str, Any]) -> Place:
    return Place(_text(told["text_sha256"]), *(_spans(told.get(part, [])) for part in _NEW))


def _speaker(told: dict[str, Any]) -> Speaker:
    mention = told.get("mention")
    return Speaker(_text(told["name"]), _one_of(told.get("type", "Person"), EntityType), _spans([mention])[0] if mention else None)


def _spans(told: list[list[int]]) -> Spans:
    spans = tuple(sorted((begin, end) for begin, end in told))
    if not all(type(begin) is int and type(end) is int and 0 <= begin < end for begin, end in spans):
        raise ValueError(f"{told} are no spans")
    return spans


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _one_of(value: object, kinds: Any) -> Any:  # noqa: ANN401
    if value not in get_args(kinds):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(kinds))}")
    return value
