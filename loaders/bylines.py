"""Who wrote the article: the lines at its top that say so, and those at its end that say who they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.lines import Line
from kg.loaders.words import QUOTED, SPEECH
from kg.model import Span

_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|and|de|van|von|bin|al)){1,6}"
_BY = re.compile(rf"^(?:[Bb]y|BY) (?P<who>{_NAME})(?P<rest>(?:,| in) [A-Z][\w’'& -]+| ?[|·•] ?.{{2,100}}|,? \S+@\S+)?$")
_ROLE = r"(?:[A-Z]?[a-z]+ ){0,2}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist)"
_SIGNED = re.compile(rf"^(?:(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{1,3}}?)(?:,| [—–|-])? )?(?:[Oo]ur )?{_ROLE}$")
_ABOUT = r"(?:covers|writes|reports|is an?|is the|can be reached|joined|has (?:covered|written|worked))\b"
TOP = 8  # lines at the top among which such a line is looked for


def find(lines: Sequence[Line]) -> list[Span]:
    """Spans of bylines at the top, and of lines that tell of those whom they name: "Ana Ruiz covers courts for the Courier."."""
    top = [(line, found) for line in lines[:TOP] if (found := _BY.match(line.text) or _SIGNED.match(line.text))]
    names = [re.escape(name) for _, found in top if found["who"] for name in found["who"].split(" and ") if " " in name]
    about = re.compile(rf"^(?:{'|'.join(names)}) {_ABOUT}") if names else None
    end = [line for line in lines[TOP:] if about and about.match(line.text) and not (QUOTED.search(line.text) or SPEECH.search(line.text))]
    return [line.span for line in (*(line for line, _ in top), *end)]
