"""Lines of a page's frame: menus, log-ins, forms, times, contacts, and the labels of a press release."""

from __future__ import annotations

import re

from kg.loaders.patterns import whole
from kg.loaders.words import QUOTED, SPEECH

_NAMES = """
    about advertise archive archives arts business careers classifieds community contact cookies crime culture deals economy
    education entertainment environment ethics events faq features finance food gaming guidelines health help home jobs laptops
    lifestyle local magazine markets money music national news obituaries opinion phones podcasts politics privacy property
    puzzles regional reviews science search shop sport sports statement tech technology terms travel tv video videos weather world
"""
_SMALL = "a and c for of our st the tip to us u s uk"
_SECTIONS, _JOINING = (frozenset(words.split()) for words in (_NAMES, _SMALL))
_WORD = re.compile(r"[A-Za-z]+")
_NO_MENU = re.compile(r"[^\w\s|/·•&>»+’'-]")
_ACCOUNT = r"(?:(?:log|sign) ?(?:in|out|up)|my account|register|subscribe|e-paper)"
_LOG_IN = whole(rf"{_ACCOUNT}(?:\s*[|/·•]?\s*{_ACCOUNT})*")
_CRUMBS = whole(r"home(?: ?[/|›»>] ?[\w’'& -]{2,40})+")
_FORM = whole(
    r"(?:enter |your )*e-?mail(?: address)?(?: \((?:required|optional)\))?:?",
    r"by (?:signing up|subscribing|registering|submitting|providing)\b.{0,120}\b(?:cookies?|terms|privacy)\b.*",
    r"comments? \(\d+\)",
    r"listen to (?:this|the) (?:article|story)(?:\W+\d+ min\w*)?",
    r".{0,100}\bmay (?:earn|receive) (?:a|an|some) (?:[a-z]+ ){0,2}commissions?\b.{0,60}",
)
_TIMES = whole(
    r"(?:first |last )?(?:published|updated|posted|modified)(?: (?:on|at))?"
    r"(?:: .{0,80}\d.{0,60}| (?:at )?\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?|[A-Z]{3,4})?)"
)
_ADDRESS = r"(?:.{0,40}[\w.+-]+@[\w-]+\.\w+|@\w+|\(?\d{3}\)?[ .-]\d{3})"
_CONTACT = whole(
    r"for immediate release\W*",
    r"(?:(?:media|press|investor) (?:contacts?|inquiries|enquiries)|(?:notes?|note) to editors?)\W*",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:(?:tel|phone|fax|mobile)\W+)?(?=(?:\D*\d){7})\+?\(?\d{2,4}\)?(?:[ .-]\d{2,4}){1,4}",
    rf"(?:(?:you can )?(?:reach|contact|email|e-mail|follow) )?[^.!?,;]{{3,60}}(?: can be reached)? (?:at|on|via) {_ADDRESS}.{{0,60}}",
)


def menu(line: str) -> bool:
    """At least three names of sections and nothing else: "News Sport Weather Jobs"."""
    found = [word.lower() for word in _WORD.findall(line)]
    sections = [word for word in found if word in _SECTIONS]
    return len(sections) > 2 and set(found) <= _SECTIONS | _JOINING and not _NO_MENU.search(line)


def frame(line: str) -> bool:
    """Log-ins, crumbs of a path, fields of a form, times of publication, contacts."""
    found = any(pattern.match(line) for pattern in (_LOG_IN, _CRUMBS, _FORM, _TIMES, _CONTACT))
    return found and not SPEECH.search(line) and not QUOTED.search(line)
