"""A sentence with source, cue and content marked, so that they can be told apart with and without colours."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from kg.cli.terminal import clean
from kg.model import Spans


class Mark(NamedTuple):
    """How one role is shown: the signs around it, and the terminal's code for its colour."""

    open: str
    close: str
    colour: str


MARKS = {"source": Mark("{", "}", "\x1b[36m"), "cue": Mark("<", ">", "\x1b[33m"), "content": Mark("[", "]", "\x1b[1m")}
_RESET = "\x1b[0m"


def legend(colour: bool) -> str:
    """What the signs mean, shown in themselves."""
    return "  ".join(_painted(f"{mark.open}{role}{mark.close}", [role], colour) for role, mark in MARKS.items())


def mark(text: str, begin: int, spans: Mapping[str, Spans], *, colour: bool = False) -> str:
    """`text`, which stands at offset `begin`, with the `spans` of each role (offsets counted as `begin` is) marked.

    Parts of spans outside `text` are left out. Nothing in `text` can steer a terminal any more.
    """
    end = begin + len(text)
    inside = [(max(b, begin), min(e, end), role) for role in MARKS for b, e in spans.get(role, ()) if b < end and e > begin]
    cuts = sorted({begin, end, *(b for b, _, _ in inside), *(e for _, e, _ in inside)})
    pieces = [_signs(at, inside) + _painted(text[at - begin : to - begin], _roles(at, inside), colour) for at, to in pairwise(cuts)]
    return "".join(pieces) + _signs(end, inside)


def _signs(at: int, inside: list[tuple[int, int, str]]) -> str:
    """The signs at one place: closing ones first, the innermost span's first; then opening ones, the outermost span's first."""
    closing = sorted((span for span in inside if span[1] == at), key=lambda span: -span[0])
    opening = sorted((span for span in inside if span[0] == at), key=lambda span: -span[1])
    return "".join(MARKS[role].close for _, _, role in closing) + "".join(MARKS[role].open for _, _, role in opening)


def _roles(at: int, inside: list[tuple[int, int, str]]) -> list[str]:
    return [role for b, e, role in inside if b <= at < e]


def _painted(text: str, roles: list[str], colour: bool) -> str:
    return "".join(MARKS[role].colour for role in roles) + clean(text) + _RESET if colour and roles else clean(text)
