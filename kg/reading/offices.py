"""Ministers and their ministries: "Minister of Tourism Ana Ruiz" speaks for the Ministry of Tourism where the text names it."""

from __future__ import annotations

import re

from kg.reading.figures import Figure

_HEADS = re.compile(r"\b(?:minister|secretary)\b")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?P<what>[A-Z][\w-]+)")
_OFFICES = {"ministry", "department"}
_LOOSE = {"the", "of", "for", "and", "minister", "secretary", "prime", "deputy", "state", "former", "general", "press", "first"}


def find(text: str, figures: list[Figure]) -> None:
    """Let each minister who holds office nowhere else work for the ministry whose name shares a word with the office."""
    offices = [f for f in figures if f.type == "Organization" and f.words() & _OFFICES]
    for person in figures if offices else ():
        if person.type == "Person" and person.works_for is None:
            person.works_for = next((o for role in person.roles for o in offices if _subject(text, role) & o.words()), None)


def _subject(text: str, role: tuple[str, Figure | None, int, int]) -> frozenset[str]:
    """What the office is about: "foreign" of "foreign minister", "tourism" of "minister of tourism"."""
    title, _, _, end = role
    if not _HEADS.search(title):
        return frozenset()
    after = _OF.match(text, end)
    return (frozenset(re.findall(r"\w+", title)) | ({after["what"].lower()} if after else frozenset())) - _LOOSE
