"""A piece of HTML that is all content, as feeds and tables hold it, to text: one line a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul", "br", "td", "th"),
    )
)
_SILENT: Final = frozenset(("script", "style", "noscript", "iframe", "svg", "template", "object", "audio", "video", "form", "button"))
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|\w+);")


def to_text(fragment: str) -> str:
    """The text of `fragment`: blocks on lines of their own, runs of white space made one space. Plain text without tags stays as it is."""
    if not _TAGS.search(fragment):
        return fragment
    from lxml import html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    tree = html.document_fromstring(f"<div>{fragment}</div>".encode("utf-8", "replace"), parser=parser)
    lines = ("".join(line).split() for line in _lines(tree))
    return "\n".join(" ".join(words) for words in lines if words)


def _lines(tree: Any) -> Iterator[list[str]]:  # noqa: ANN401
    from lxml.etree import iterwalk

    line: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            yield line
            line = []
        silent = element.tag in _SILENT
        if event == "start" and silent:
            walk.skip_subtree()
        elif event == "start" and element.text:
            line.append(element.text)
        if event == "end" and element.tail:
            line.append(element.tail)
    yield line
