"""A charge that somebody's words were false: "accused him of slandering the dead", "blamed the board for spreading panic"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import apart, link, said
from kg.model import Extraction, Link

RULE = "lying/1"
REACH = 4  # sentences back to what the accused has said
BEFORE = 8  # sayings
_ACCUSES = re.compile(r"\b(?:accus|blam|criticiz|criticis)\w*", re.IGNORECASE)
_FALSE = re.compile(
    r"\b(?:of|for) (?:\w+ly )?(?:lying|slander\w+|smear\w+|defam\w+|mislead\w+|distort\w+|fabricat\w+|exaggerat\w+|twist\w+|misrepresent\w+"
    r"|mischaracteri[sz]\w+|scaremonger\w+|fear-?monger\w+|making (?:it|things|this|that) up"
    r"|spreading (?:\w+ )?(?:lies|panic|rumou?rs|misinformation|disinformation|falsehoods|propaganda))\b",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Such a charge with the last thing that the accused has stated shortly before."""
    text, all_said = extraction.article.text, said(extraction)
    for i, b in enumerate(all_said):
        if not any(_ACCUSES.search(text[x:y]) for x, y in b.attribution.cue) or not _FALSE.search(b.claim.text):
            continue
        before = [a for a in reversed(all_said[max(0, i - BEFORE) : i]) if b.sentence - a.sentence <= REACH and apart(a, b)]
        a = next((a for a in before if set(b.claim.about) & a.side and a.attribution.kind == "statement"), None)
        if a:
            yield link(a, b, "contradicts", "explicit", RULE, 0.7)
