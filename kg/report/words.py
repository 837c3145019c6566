"""The words in which a report explains what the model means by its terms."""

from __future__ import annotations

import re
from typing import Final

WHY: Final = {
    "explicit": "The text itself says so: one side disputes or denies what the other says.",
    "negation": "One side asserts what the other negates.",
    "antonym": "The two say opposite things of the same.",
    "state": "The two put the same thing into states that exclude each other.",
    "numeric": "The two give numbers for the same thing that cannot both hold.",
    "time": "The two give times for the same thing that cannot both hold.",
    "place": "The two give places for the same thing that cannot both hold.",
    "modality": "One side says that it is so, the other that it cannot be.",
    "wording": "The wording of the two excludes each other.",
    "reversal": "The same side says the opposite of what it said earlier.",
}
"""Why two accounts exclude each other, by the basis of the contradiction."""

VERBS: Final = {
    "contradicts": "contradicts",
    "supports": "supports",
    "same": "says the same as",
    "disputes": "disputes",
    "relays": "passes on words of",
}

_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]")


def shown(value: object) -> str:
    """`value` as text in which control characters, and those that turn the direction of others, are seen instead of working."""
    return _CONTROLS.sub("\ufffd", str(value))


def brief(value: object) -> str:
    """A value in a table: scores to two places, of our own names only the end, nothing for None."""
    if isinstance(value, float):
        return f"{value:.2f}"
    return re.sub(r"^https?://\S+[/#]([a-z]{3}_[a-z2-7]{16})$", r"\1", "" if value is None else str(value))


def web_address(url: str | None) -> str | None:
    """`url` when following it opens a page, else None: no `javascript:` and the like."""
    return url if url and re.match(r"https?://[^\s\x00-\x1f]+$", url, re.IGNORECASE) else None
