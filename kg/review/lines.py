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
    """The decisions in lines of `to_line`; raises `InputError` that names the first line that is none, and what is wrong with it."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _decision(_object(json.loads(line), "it"))
        except json.JSONDecodeError as error:
            raise InputError(f"line {number} is no decision: it is no JSON: {error.msg} (column {error.colno})") from None
        except RecursionError:
            raise InputError(f"line {number} is no decision: it is nested too deep") from None
        except (ValueError, TypeError) as error:
            raise InputError(f"line {number} is no decision: {error}") from None


def _decision(told: dict[str, Any]) -> Decision:
    right = _object(told.get("right", {}), "right")
    new: dict[str, Any] = {part: _speaker(_object(right[part], part)) for part in _PARTIES if part in right}
    new |= {part: _spans(right[part], part) for part in _NEW if part in right}
    new |= {name: _text(told[name], name) for name in _PLAIN[1:] if name in told}
    return Decision(
        verdict=_one_of(_needed(told, "verdict"), Verdict),
        place=_read_place(_needed(told, "at"), "at"),
        other=_read_place(told["other"], "other") if "other" in told else None,
        **new,
        relation=_one_of(told["relation"], Relation) if "relation" in told else None,
    )


def _read_place(told: object, name: str) -> Place:
    found = _object(told, name)
    return Place(_text(_needed(found, "text_sha256", f" in {name}"), "text_sha256"), *(_spans(found.get(part, []), part) for part in _NEW))


def _speaker(told: dict[str, Any]) -> Speaker:
    mention = told.get("mention")
    kind = _one_of(told.get("type", "Person"), EntityType)
    return Speaker(_text(_needed(told, "name", " of a speaker"), "name"), kind, _spans([mention], "mention")[0] if mention else None)


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{name} is {value!r:.60}, and no object with names and values")
    return value


def _needed(told: dict[str, Any], name: str, where: str = "") -> Any:  # noqa: ANN401
    if name not in told:
        raise ValueError(f"{name!r} is missing{where}")
    return told[name]


def _spans(told: object, name: str) -> Spans:
    pairs: list[Any] = told if isinstance(told, list) else [told]
    if not all(map(_is_span, pairs)):
        raise ValueError(f"{name} is {told!r:.60}, and no list of spans such as [[120, 129]]")
    return tuple(sorted((begin, end) for begin, end in pairs))


def _is_span(pair: object) -> bool:
    match pair:
        case [int(begin), int(end)]:
            return type(begin) is type(end) is int and 0 <= begin < end
    return False


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} is {value!r:.60}, and no text")
    return value


def _one_of(value: object, kinds: Any) -> Any:  # noqa: ANN401
    if value not in get_args(kinds):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(kinds))}")
    return value
