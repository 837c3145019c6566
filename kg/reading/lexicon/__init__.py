"""Word lists and cue tables that the rules read: data files beside this one."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

_HERE = Path(__file__).parent
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "hear": "hears heard hearing",
    "find": "finds found finding",
    "seek": "seeks sought seeking",
    "swear": "swears swore sworn swearing",
    "understand": "understands understood understanding",
    "beg": "begs begged begging",
    "plan": "plans planned planning",
    "rebut": "rebuts rebutted rebutting",
    "commit": "commits committed committing",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "hold": "holds held holding",
    "take": "takes took taken taking",
    "win": "wins won winning",
    "lose": "loses lost losing",
    "fall": "falls fell fallen falling",
    "leave": "leaves left leaving",
    "rise": "rises rose risen rising",
    "keep": "keeps kept keeping",
    "overrun": "overruns overran overrunning",
    "retake": "retakes retook retaken retaking",
    "repel": "repels repelled repelling",
}


@functools.cache
def words(name: str) -> frozenset[str]:
    """The lines of `NAME.txt`."""
    return frozenset((_HERE / f"{name}.txt").read_text("utf-8").split("\n")) - {""}


@functools.cache
def forms(lemma: str) -> frozenset[str]:
    """Inflected forms of a verb or noun, itself included; of a phrase, by its first word ("call for" → "called for")."""
    head, _, rest = lemma.partition(" ")
    found = {head, *_IRREGULAR[head].split()} if head in _IRREGULAR else {head, *_regular(head)}
    return frozenset(f"{form} {rest}".strip() for form in found)


def _regular(verb: str) -> set[str]:
    if re.search(r"[^aeiou]y$", verb):
        return {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    if verb.endswith("e"):
        return {verb + "s", verb + "d", verb[:-1] + "ing"}
    if re.search(r"(s|x|z|ch|sh)$", verb):
        return {verb + "es", verb + "ed", verb + "ing"}
    return {verb + "s", verb + "ed", verb + "ing"}


@functools.cache
def cue_table(table: str) -> dict[str, str]:
    """`cues.toml`: from an inflected form to its value in one table ("stance", "kind", "certainty")."""
    lists: dict[str, list[str]] = tomllib.loads((_HERE / "cues.toml").read_text("utf-8"))[table]
    return {form: value for value, lemmas in lists.items() for lemma in lemmas for form in forms(lemma)}


def look_up(table: str, cue: str) -> str | None:
    """The value of a cue's words in a table: the longest entry found in them, the last where several are as long."""
    known = cue_table(table)
    tokens = re.findall(r"[\w’'-]+", cue.lower())
    for size in (2, 1):
        for i in range(len(tokens) - size, -1, -1):
            value = known.get(" ".join(tokens[i : i + size]))
            if value:
                return value
    return None
