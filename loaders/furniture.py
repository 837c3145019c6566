"""One small rule for each kind of page furniture: a line in, whether it is wholly of that kind out.

Losing a real sentence is worse than keeping a stray line, so every rule wants the whole line, and those whose words prose might use stand
back from lines that quote or report speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.loaders.credits import copyright_line, photo_credit, sign_off, source_link
from kg.loaders.dates import is_date_line
from kg.loaders.menus import frame, menu
from kg.loaders.patterns import whole
from kg.loaders.words import QUOTED, SPEECH, buttons_only

Rule = Callable[[str], bool]

_ADVERT = whole(
    r"[-—*\[( ]*(?:advertisements?|advertising|sponsored(?: content| post| by)?|promoted(?: content)?|paid (?:post|content))[-—*\]) :]*",
    r"(?:story|article|text|report) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|video|image|photo|gallery))?\.?",
    r"continue reading(?: (?:the )?(?:main|full) story| below)?",
    r"skip (?:ad|advertisement)",
)
_KIND = r"(?:articles?|stories|story|posts?|news|topics?|content|reading|coverage|links?|videos?|for you|on this(?: story| topic)?)"
_MORE = whole(
    r"(?:read|see|view|load|show|learn|watch|find out) (?:the )?(?:more|full (?:story|article|report)|also|next)"
    r"(?: (?:here|below|about this))?\W*",
    r"more(?: from (?:the web|around the web|this section))?\W*",
    r"most (?:read|popular|viewed|shared)\W*",
    rf"(?:related|recommended|popular|latest|more|similar|further)(?: {_KIND})+\W*",
    r"you (?:may|might) (?:also )?(?:like|be interested in)\W*",
    r"what to read next\W*",
    r"editor[’']?s[’']? picks?\W*",
    r"trending(?: now)?\W*",
    r"in case you missed it\W*",
    r"back to top",
    r"(?:read|write|leave|post|add|view|see|show|hide)(?: a| all| the| your| \d+)* (?:comments?|reply)\W*",
    r"(?:join|start) the (?:conversation|discussion)\W*",
    r"comments are closed\W*",
)
_MORE_TITLE = whole(
    r"[(\[]?(?:also read|read also|read more|read next|must[- ]read|you may also like) ?[:|»>–—].{0,200}",
    r"[(\[]?(?:see also|see more|more on this|recommended|related(?: (?:article|story|news|reading|post))?s?) ?[:|»>–—](?:.{0,199}[^.])?",
)
_AGO = whole(r"(?:(?:last )?(?:published|posted|updated) )?(?:an?|\d+) (?:minute|hour|day|week|month)s? ago")
_COOKIE_WORD = r"(?:cookies?|policy|settings|preferences|consent|notice)"
_COOKIES = whole(
    r"(?:we|this (?:web)?site|our (?:web)?sites?|this page)(?: and our partners)? uses? cookies\b.*",
    r"by (?:continuing|using|clicking|browsing)\b.{0,120}\b(?:cookies?|terms|privacy policy)\b.*",
    rf"(?:accept|reject|manage|allow|cookie)(?: all| only)?(?: (?:necessary|essential))? {_COOKIE_WORD}(?: (?:settings|preferences))?\.?",
)
_OFFER = (
    r"(?:newsletters?|inbox|e-?mail (?:list|alerts?|updates)|mailing list|(?:breaking )?news alerts?|daily (?:briefing|digest|updates))"
)
_SIGN_UP = whole(
    rf"(?:[^.!?]{{0,40}}[,:] )?(?:sign up|subscribe|register|join|get|receive|enter your e-?mail)\b.{{0,140}}\b{_OFFER}\b.{{0,60}}",
    r"subscribe (?:now|today|here)\b[^.]{0,60}[.!]?",
    r"(?:already|not) (?:a|an|yet a) (?:subscriber|member)\?.{0,30}",
)
_LETTER = whole(r"(?:sign up|subscribe) (?:to|for) (?:our|the|a) (?:[\w’'-]+ ){0,4}(?:newsletters?|mailing list)\b ?[:.!,–—-].{0,160}")
_SITES = (
    "facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|tiktok|threads|bluesky|mastodon|pinterest|reddit|snapchat"
    "|(?:apple|google) news"
)
_PLATFORM = rf"(?:@\w+|(?:{_SITES})\b)"
_FOLLOW = whole(
    rf"(?:(?:follow|like|find|join|watch) .{{1,50}} on|follow) {_PLATFORM}(?:(?:,| and| or|:| at)? ?(?:{_PLATFORM}|https?://\S+))*\.?"
)
_CLICK = whole(
    r"(?:click|tap|swipe) (?:here|on the (?:image|photo|picture|map|link|video)) (?:to|for) (?:\w+ ){0,8}\w+[.!]?",
    r"(?:scroll|swipe)(?: (?:down|up|left|right|through))?(?: (?:to|for) (?:continue|read|see|view|more|next)(?: \w+){0,4})?[.!]?",
)
_PAGE = whole(
    r"(?:tags?|tagged(?: with)?|filed under|posted in|categor(?:y|ies)|labels?|keywords?|topics?) ?: ?[^.?!]{1,160}",
    r"(?:[\w ,./:]{4,40} [·|•–—-] )?(?:estimated reading time:? )?\d+[- ]min(?:ute)?s?(?: read| to read)?",
    r"\d+ (?:comments?|shares?|views?|likes?)",
    r"[\w’' ]{2,25}(?: ?[>»›] ?[\w’' ]{2,40})+",
    r"[\w ]{2,20}(?:>>|»)",
)
_MARKUP = whole(
    r"\[/?(?:photo|img|image|video|caption|embed|gallery)\b.*\]",
    r"</?\w[^<>]*>",
    r"[.#@]?[\w-]+(?: [.#]?[\w-]+)* \{",
    r"[{}]+|[\\{}]*\\[*a-z].*",
)


def more_to_read(line: str) -> bool:
    """Pointers to other texts: "Read more", "Related articles", "Also read: another headline"."""
    return bool(_MORE.match(line) or _MORE_TITLE.match(line))


def invitation(line: str) -> bool:
    """What the page wants of its reader: accept cookies, sign up, subscribe, follow, click, scroll."""
    if _LETTER.match(line):
        return True
    wanted = any(pattern.match(line) for pattern in (_COOKIES, _SIGN_UP, _FOLLOW, _CLICK))
    return wanted and not SPEECH.search(line) and not QUOTED.search(line)


def advertisement(line: str) -> bool:
    """An advertisement's label, or "story continues below"."""
    return bool(_ADVERT.match(line))


def page_data(line: str) -> bool:
    """Tags, breadcrumbs, reading time, counts, and dates that stand alone."""
    return bool(_PAGE.match(line) or _AGO.match(line)) or is_date_line(line)


def markup(line: str) -> bool:
    """Code of the page, and lines without a letter or digit."""
    return bool(_MARKUP.match(line)) or not re.search(r"[^\W_]", line)


RULES: tuple[Rule, ...] = (
    photo_credit,
    source_link,
    copyright_line,
    sign_off,
    more_to_read,
    invitation,
    advertisement,
    buttons_only,
    page_data,
    menu,
    frame,
    markup,
)
