"""Spans as one compact literal: `"0-81 82-160"`; with a mention's kind as its first letters: `"0-7n 30-32p"`.

A sentence or a mention that nothing points at gets no node of its own (four statements each would be a third of an article); all of
them together are one literal of the text or of the entity, from which every offset can be read back.
"""

from __future__ import annotations

from typing import Final, cast

from kg.model import Mention, MentionKind, Spans

_KINDS: Final[dict[str, MentionKind]] = {"n": "name", "d": "nominal", "p": "pronoun"}
_LETTERS: Final = {kind: letter for letter, kind in _KINDS.items()}


def write_spans(spans: Spans) -> str:
    """`((0, 81), (82, 160))` → `"0-81 82-160"`."""
    return " ".join(f"{begin}-{end}" for begin, end in spans)


def read_spans(literal: str) -> Spans:
    """The spans in a literal of `write_spans`; raises `ValueError` when it is none."""
    return tuple(cast("tuple[int, int]", tuple(map(int, item.split("-", 1)))) for item in literal.split())


def write_mentions(mentions: tuple[Mention, ...]) -> str:
    """Each span followed by `n` for a name, `d` for a nominal, `p` for a pronoun."""
    return " ".join(f"{mention.begin}-{mention.end}{_LETTERS[mention.kind]}" for mention in mentions)


def read_mentions(literal: str) -> tuple[Mention, ...]:
    """The mentions in a literal of `write_mentions`; raises `ValueError` or `KeyError` when it is none."""
    items = literal.split()
    return tuple(Mention(*read_spans(item[:-1])[0], _KINDS[item[-1]]) for item in items)
