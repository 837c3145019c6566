"""How deep the elements of a page are nested, counted without building a tree."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_UNCLOSED = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "body", "head"),
    )
)
"""Elements that hold nothing, or whose end is often left out."""


def depth(page: str) -> int:
    """The largest number of elements that are open at one place; those whose end may be left out are not counted."""
    now = most = 0
    for closing, name in _TAG.findall(page):
        if name.lower() in _UNCLOSED:
            continue
        now = max(0, now - 1) if closing else now + 1
        most = max(most, now)
    return most
