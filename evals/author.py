"""Compile authored gold (TOML, phrases) into gold with offsets (JSON): `python -m evals.author [--check] [--show] [FOLDER]`.

FOLDER (default tests/gold) holds NAME.txt and authored/NAME.toml; NAME.json is written beside NAME.txt. tests/gold/README.md says how to
write one.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from evals.phrases import near, only, places
from kg.errors import InputError
from kg.model import Spans

_DEFAULTS = {"manner": "indirect", "stance": "asserts", "polarity": "positive", "certainty": "certain", "kind": "statement"}
_PLAIN = ("speaker", "on_behalf_of", "addressee", *_DEFAULTS, "medium", "said_words", "said_from", "said_to", "disputes", "relays", "about")
_KEYS = {"id", "source", "cue", "content", *_PLAIN}


def compiled(text: str, authored: dict[str, Any]) -> dict[str, Any]:
    """The gold of one article with character offsets. Raises `InputError` that names what does not fit."""
    published = authored.get("published")
    defaults = _DEFAULTS if authored.get("labels", True) else {}
    gold = {
        "published": published and published.isoformat(),
        "attributions": [_attribution(text, entry, defaults) for entry in authored["attributions"]],
        "entities": [_entity(text, entry) for entry in authored["entities"]],
        "contradictions": [dict(zip(("a", "b", "basis", "why"), entry, strict=True)) for entry in authored.get("contradictions", [])],
        "also": authored.get("also", []),
        "not_contradictions": authored.get("not_contradictions", []),
        "boilerplate": [only(text, phrase) for phrase in authored.get("boilerplate", [])],
        "doubtful": authored.get("doubtful", []),
    }
    _check_names(gold)
    return gold


def _attribution(text: str, entry: dict[str, Any], defaults: dict[str, str]) -> dict[str, Any]:
    if unknown := entry.keys() - _KEYS:
        raise InputError(f"{entry['id']}: no such key: {', '.join(sorted(unknown))}")
    try:
        content: Spans = tuple(only(text, phrase) for phrase in _list(entry["content"]))
        cue: Spans = tuple(near(text, phrase, content, content) for phrase in _list(entry["cue"]))
        source = tuple(near(text, phrase, cue, (*content, *cue)) for phrase in _list(entry.get("source")))
    except InputError as error:
        raise InputError(f"{entry['id']}: {error}") from error
    rest = {key: entry.get(key, defaults.get(key)) for key in _PLAIN}
    rest["about"] = rest["about"] or []
    rest["said_from"], rest["said_to"] = _days(entry)
    return {"id": entry["id"], "source": source, "cue": cue, "content": content, **rest}


def _days(entry: dict[str, Any]) -> tuple[str | None, str | None]:
    first = entry.get("said_from")
    last = entry.get("said_to", first)
    return first and first.isoformat(), last and last.isoformat()


def _entity(text: str, entry: dict[str, Any]) -> dict[str, Any]:
    for phrase in (entry["name"], *entry.get("aliases", [])):
        if not places(text.casefold(), phrase.casefold()):
            raise InputError(f"entity {entry['name']}: {phrase!r} is not in the text")
    roles = [role.partition(" | ") for role in entry.get("roles", [])]
    return {
        "name": entry["name"],
        "type": entry["type"],
        "aliases": entry.get("aliases", []),
        "roles": [{"role": role, "of": of or None} for role, _, of in roles],
    }


def _check_names(gold: dict[str, Any]) -> None:
    names = {entity["name"] for entity in gold["entities"]}
    ids = {entry["id"] for entry in gold["attributions"]}
    if len(ids) != len(gold["attributions"]) or len(names) != len(gold["entities"]):
        raise InputError("an id or an entity name is used twice")
    used = [(entry["id"], entry[key]) for entry in gold["attributions"] for key in ("speaker", "on_behalf_of")]
    used += [(entry["id"], name) for entry in gold["attributions"] for name in entry["about"]]
    used += [(entity["name"], role["of"]) for entity in gold["entities"] for role in entity["roles"]]
    for where, name in used:
        if name and name not in names:
            raise InputError(f"{where}: no entity is named {name!r}")
    pairs = [(pair["a"], pair["b"]) for pair in gold["contradictions"]] + [
        tuple(pair) for pair in gold["also"] + gold["not_contradictions"]
    ]
    pairs += [(entry["id"], entry[key]) for entry in gold["attributions"] for key in ("disputes", "relays") if entry[key]]
    for pair in pairs:
        if missing := set(pair) - ids:
            raise InputError(f"{pair}: no attribution is called {', '.join(sorted(missing))}")


def _list(phrases: str | list[str] | None) -> list[str]:
    return [phrases] if isinstance(phrases, str) else list(phrases or ())


def show(text: str, gold: dict[str, Any]) -> str:
    """The attributions in words, one a line, to read over."""
    lines = []
    for entry in gold["attributions"]:
        spans = [" … ".join(text[begin:end] for begin, end in entry[key]) for key in ("source", "cue", "content")]
        facts = {key: entry[key] for key in _PLAIN if entry[key] not in (None, [], _DEFAULTS.get(key, ""))}
        lines.append(f"{entry['id']} [{spans[0]}] <{spans[1]}> {{{spans[2]}}} {facts}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.author", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "tests" / "gold")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a NAME.json is not what its TOML says")
    parser.add_argument("--show", metavar="NAME", help="print the attributions of one article in words")
    options = parser.parse_args(arguments)
    stale = [path for path in sorted(options.folder.glob("authored/*.toml")) if _one(path, options)]
    print(*(f"{path}: out of date or wrong" for path in stale), sep="\n", end="\n" if stale else "")
    return 1 if stale else 0


def _one(path: Path, options: argparse.Namespace) -> bool:
    text_path = options.folder / f"{path.stem}.txt"
    text = text_path.read_text(encoding="utf-8")
    try:
        gold = compiled(text, tomllib.loads(path.read_text(encoding="utf-8")))
    except (InputError, tomllib.TOMLDecodeError, KeyError) as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return True
    if options.show == path.stem:
        print(show(text, gold))
    out = text_path.with_suffix(".json")
    written = dumps(gold)
    if options.check:
        return not out.is_file() or out.read_text(encoding="utf-8") != written
    out.write_text(written, encoding="utf-8")
    return False


def dumps(gold: dict[str, Any]) -> str:
    """JSON with one attribution, entity or pair a line, so that a diff can be read."""
    parts = []
    for key, value in gold.items():
        rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value) if isinstance(value, list) else ""
        parts.append(f" {json.dumps(key)}: " + (f"[\n  {rows}\n ]" if rows else json.dumps(value, ensure_ascii=False)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
