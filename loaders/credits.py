"""Lines that say who made or owns the picture, the text or the page."""

from __future__ import annotations

import re

from kg.loaders.patterns import whole
from kg.loaders.words import SPEECH, names_only

_PICTURE = r"(?:file |stock |handout |archive )?(?:photos?|photographs?|images?|pictures?|pics?|illustration|graphic|video)"
_CREDIT = whole(
    rf"[(\[]?(?:{_PICTURE}(?: credits?| courtesy| source)?|credits?|courtesy)"
    r"(?: ?(?:[:|/–—…]|\.{3}) ?(?:by |courtesy (?:of )?|via )?| (?:by|via|courtesy of|courtesy) )"
    r"(?P<who>.+?)[)\]]?\.?"
)
_CAPTION = whole(r"(?:image|photo|picture|video) captions? ?[:,–—|-].{2,250}", r"(?:image|photo|picture) caption")
_VIA = re.compile(r"^(?P<who>[A-Z]\S*(?: \S+){1,4}) via (?P<agency>[A-Z]\S*(?: \S+){0,3})$")
_SLASH = re.compile(r"^(?P<who>[A-Z][\w.’'-]+(?: [\w.’'-]+){1,4}) ?/ ?(?P<agency>[A-Z]\S*(?: [A-Z]\S*){0,2})$")
_COPYRIGHT = whole(
    r"copyright\b.{0,20}(?:18|19|20)\d\d\b.*",
    r"(?:[^.]{0,80}[.] )?©.*",
    r"\(c\) ?(?:19|20)\d\d\b.*",
    r"(?:[^.]{0,120}[.] )?all rights reserved(?:[.,].*)?",
    r"(?:this (?:material|article|content|story)|no part of this \w+) may not be (?:published|reproduced|copied|redistributed)\b.*",
)
_SOURCE = whole(
    r"source link[.:]?(?: ?https?://\S+)?",
    r"(?:view|read|see) (?:the )?(?:original|source)(?: (?:article|story|post|link))?[.:]?(?: ?https?://\S+)?",
    r"original (?:article|source|link)[.:]?(?: ?https?://\S+)?",
    r"link to source",
    r"(?:https?://|www\.)\S+",
    r"pic\.\S+/\S+",
)
_FEED_FOOT = whole(r"the post (?-i:[^a-z]).{2,300} (?:first appeared|appeared first) on (?-i:[^a-z]).{1,80}")
_SOURCE_NAME = whole(r"(?:sources?|via) ?: ?(?P<who>.+)")
_DESK = r"(?:additional )?(?:reporting|writing|editing|compiled) by [^.“”\"]+"
_CONTRIBUTED = whole(
    r"contributing to this (?:report|story|article) (?:was|were) .{3,200}",
    r"(?-i:[A-Z]).{3,200} contributed (?:(?:additional )?reporting|(?:reporting )?to this (?:report|story|article))\b.{0,60}",
)
_SIGN_OFF = whole(rf"\(?{_DESK}(?:[;.] ?{_DESK})*\.?\)?")


def photo_credit(line: str) -> bool:
    """Who took the picture: "Photo: …", "(Image courtesy of …)", "Credit…via …", "A Name via An Agency", "A Name/Agency"; its caption."""
    if _CAPTION.match(line):
        return True
    match = _CREDIT.match(line)
    if match:
        return names_only(match["who"].removeprefix("via "))
    bare = line.strip("()[]").removesuffix(".")
    other = _VIA.match(bare) or _SLASH.match(bare)
    return other is not None and names_only(other["who"], 5) and names_only(other["agency"], 3)


def source_link(line: str) -> bool:
    """Where the text was taken from: "Source link", a bare address, "Source: An Agency", "The post … appeared first on …"."""
    named = _SOURCE_NAME.match(line)
    return bool(_SOURCE.match(line) or _FEED_FOOT.match(line)) or (named is not None and names_only(named["who"], 5))


def copyright_line(line: str) -> bool:
    """Rights reserved, and leave to copy."""
    return bool(_COPYRIGHT.match(line)) and not SPEECH.search(line)


def sign_off(line: str) -> bool:
    """The desk's sign-off: "(Reporting by …; Editing by …)", "… contributed to this report"."""
    if _CONTRIBUTED.match(line):
        return not SPEECH.search(line)
    marked = line.startswith("(") or ";" in line or names_only(line, 12)
    return marked and bool(_SIGN_OFF.match(line)) and not SPEECH.search(line)
