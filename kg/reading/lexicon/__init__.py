"""Word lists and tables that the rules read: data files beside this one."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

_HERE = Path(__file__).parent


@functools.cache
def words(name: str) -> frozenset[str]:
    """The lines of `NAME.txt`."""
    return frozenset((_HERE / f"{name}.txt").read_text("utf-8").split("\n")) - {""}


@functools.cache
def table(name: str) -> dict[str, str]:
    """`NAME.tsv`: from the first field of each line to the second."""
    lines = (_HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@functools.lru_cache(maxsize=1 << 14)
def is_person_noun(word: str) -> bool:
    """Whether a lower-case word is one for a person: "nurse", "ceo", "director-general", "co-ordinator"."""
    known = _person_nouns()
    if word in known or "-" not in word:
        return word in known
    parts = {word.split("-")[0], word.split("-")[-1]}
    return word.replace("-", "") in known or bool(parts & (known - words("abbreviated")))


@functools.cache
def _person_nouns() -> frozenset[str]:
    return words("persons") | words("leaders") | words("abbreviated")


def any_of(name: str) -> str:
    """The lines of `NAME.txt` as a regular expression's alternatives, longest first."""
    return "|".join(re.escape(w) for w in sorted(words(name), key=lambda w: (-len(w), w)))


@functools.cache
def forms(lemma: str) -> frozenset[str]:
    """Inflected forms of a verb or noun, itself included; of a phrase, by its first word ("call for" → "called for")."""
    head, _, rest = lemma.partition(" ")
    irregular = table("irregular").get(head)
    found = {head, *(irregular.split() if irregular else _regular(head))}
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
def cue_table(name: str) -> dict[str, str]:
    """`cues.toml`: from an inflected form to its value in one table ("stance", "kind", "certainty")."""
    lists: dict[str, list[str]] = tomllib.loads((_HERE / "cues.toml").read_text("utf-8"))[name]
    return {form: value for value, lemmas in lists.items() for lemma in lemmas for form in forms(lemma)}


@functools.lru_cache(maxsize=1 << 12)
def look_up(name: str, cue: str) -> str | None:
    """The value of a cue's words in a table: the longest entry found in them, the last where several are as long."""
    known = cue_table(name)
    tokens = re.findall(r"[\w’'-]+", cue.lower())
    for size in (2, 1):
        for i in range(len(tokens) - size, -1, -1):
            value = known.get(" ".join(tokens[i : i + size]))
            if value:
                return value
    return None
