"""The closed word lists by which page furniture is known. No name of a site, person or place belongs here."""

from __future__ import annotations

import re

_BUTTONS = """
    share tweet print email e-mail mail pin whatsapp facebook twitter linkedin pinterest reddit telegram instagram youtube tiktok messenger
    scroll swipe tap click drag zoom subscribe newsletter newsletters comment comments reply login logout signup register menu navigation
    close toggle expand collapse copy bookmark save previous next prev back loading load follow like download play pause mute unmute replay
    fullscreen view skip search advertisement ad ads x bluesky threads
"""
_FILLERS = """
    a an all and app article articles by caption captions content down for here home image in link links log main me more now of off on or
    our out page photo photos pdf post posts screen sign site slide slideshow story the this to top up us version via video with your
"""
_ALONE = """
    share tweet print email e-mail advertisement advertisements ad comments subscribe menu newsletter newsletters loading sponsored related
    trending scroll login logout register uncategorized uncategorised search bookmark
"""
_PRESS = """
    argus beacon bugle chronicle courier daily dispatch echo examiner express gazette globe guardian herald independent inquirer journal
    ledger mail mercury mirror monitor news observer post press record register reporter review sentinel standard star sun telegraph times
    tribune weekly
"""
BUTTONS, FILLERS, ALONE = (frozenset(words.split()) for words in (_BUTTONS, _FILLERS, _ALONE))
SPEECH = re.compile(
    r"(?i)\b(said|says|saying|told|tells|added|wrote|according to|argued|claimed|asked|urged|warned|insisted|explained|announced)\b"
)
QUOTED = re.compile(r"[\"“”«»„]|(?<!\w)[‘'][^’']+[’'](?!\w)")
_LINKS = "of the for de la le du da di van von bin al el and via by from courtesy y und et"
_NAME_LINKS = frozenset(_LINKS.split()) | {"", "-", "&", "+"}
_MASTHEAD = re.compile(
    rf"(?:The (?:[A-Z][\w’'-]* ){{0,3}}|(?:[A-Z][\w’'-]* ){{1,2}})"
    rf"(?:{'|'.join(w.title() for w in _PRESS.split())})(?: of [A-Z][\w’'-]*| Online)?"
)
_TOKEN = re.compile(r"[^\s/,|;–—]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BUTTON_WORD = re.compile(r"[A-Za-z]+(?:-mail)?")
_NO_BUTTON = re.compile(r"[^\w\s:!|/•·&>»+-]")


def names_only(text: str, most: int = 10) -> bool:
    """Whether `text` is nothing but capitalised words, @handles, years and the little words that join them; at most `most` words."""
    tokens = [token.strip("().[]'’\"") for token in _TOKEN.findall(text)]
    named = any(_is_name(token) for token in tokens)
    return named and len(tokens) <= most and all(_is_name(token) or token.lower() in _NAME_LINKS for token in tokens)


def masthead(text: str) -> bool:
    """Whether `text` is nothing but what a paper may be called: "The Harbor Post", "Harbor Daily News", "The Mirror of Harbor"."""
    return bool(_MASTHEAD.fullmatch(text))


def _is_name(token: str) -> bool:
    return token[:1].isupper() or token[:1] in {"@", "©"} or bool(_YEAR.fullmatch(token))


def buttons_only(text: str) -> bool:
    """Whether `text` is nothing but the labels of buttons and menus, perhaps glued together ("ShareTweetPrint")."""
    if _NO_BUTTON.search(text):
        return False
    words = [word.lower() for word in _BUTTON_WORD.findall(_CAMEL.sub(" ", text))]
    if len(words) == 1:
        return words[0] in ALONE
    labels = [word for word in words if word in BUTTONS]
    return 2 <= len(words) <= 12 and set(words) <= BUTTONS | FILLERS and (len(labels) >= 2 or words[0] in BUTTONS)
