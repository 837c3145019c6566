"""Contents that point at what was said elsewhere: "that account", "the idea nonsense", "not so"."""

from __future__ import annotations

import re

from kg.reading.lexicon import any_of, table

_NOUN = rf"(?P<noun>{any_of('accounts')})"
_STORED = r"(?:e-?mail|bank|savings|checking|twitter|facebook|instagram|expense|offshore)"  # accounts that tell nothing
_POINTER = re.compile(
    rf"""(?:that\s+)?(?:
    (?:(?:that|this|those|these|the|such|any\ such|all|all\ the|both|his|her|its|their|a|an)\s+|[\w’' .-]+?[’']s?\s+)
    (?:(?!{_STORED}\s)[\w-]+\s+){{0,2}}?{_NOUN}
    |(?:that|this|it|them|those|both)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(r"(?:\s+(?:as|of|by|from|against|made|that|about)\b.{0,60})?", re.IGNORECASE | re.DOTALL)
_AMOUNT = re.compile(rf"\b(?:at|to)\s+(?:[\w-]+\s+){{0,2}}?(?:[$€£¥]?\d|(?:{'|'.join(table('numbers'))})\b)", re.IGNORECASE)
_OF_NOUNS = re.compile(r"\s+(?:of|made|that|about)\b", re.IGNORECASE)  # "it | made a profit"; "the claims | made by the board"
_OWN_WORDS = re.compile(r"\b(?:that|of)\s+(?:the\s+)?\w+\s+\w+\s+\w+\s+\w+")
_INDEFINITE = re.compile(r"(?:that\s+)?an?\s", re.IGNORECASE)
_FLAT = re.compile(
    r"(?:that\s+)?(?:(?:it|that|this)\s+(?:is|was)\s+)?(?:not so|not true|untrue|nonsense|false|wrong|otherwise|no)", re.IGNORECASE
)
_DOING = re.compile(
    r"(?:that\s+)?(?:(?:it|this|that|any(?:thing)?(?: of the (?:sort|kind)| such \w+)?|such (?:an?|any) \w+)"
    r"\s+(?:(?:had|has|have|ever|was|is|were)\s+){0,2}(?:happened|happen|took place|taken place|occurred|so|true|the case|correct)"
    r"|(?:ever\s+)?(?:doing|having done|saying|having said) (?:so|that|it|this)"
    r"|(?:(?:he|she|they|it)\s+(?:had|has|have|ever)\s+){1,2}(?:done|said|did) (?:so|that|it|this)"
    r"|anything of the (?:sort|kind)|any such (?:thing|act|conversation|meeting|deal|plan))",
    re.IGNORECASE,
)
_REFUTED = re.compile(
    rf"""\s*(?:(?:…|,)\s*)?(?:(?:is|was|are|were|had\ been|to\ be|as)\s+)?(?:(?:that|there\ is|there\ was)\s+)?
    ["“‘'«]*(?:(?:an?|the|so|“)\s+)?
    (?:(?!(?:not|never|no|hardly|and|or)\b)[\w’'-]+,?\s+){{0,3}}?
    ["“‘'«]*(?P<word>{any_of("refutations")})\b(?!["”’']*\s+(?:to|that|for|if|when)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_END = re.compile(r"[\"”’'.,;!?]*(?:$|\s+(?:and|but|as|by|in|on|at|from|of|about)\b)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:that\s+)?(?:that|this|it|them|those|both)$", re.IGNORECASE)
_NO_EVIDENCE = re.compile(
    r"(?:that )?(?:there (?:is|was) )?no (?:evidence|truth|basis|foundation)\s+(?:for|in|to)\s+(?:that|this|it|them|the|those|such)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:{any_of('reporting')})\b.{{0,100}}?\s(?:as\s+)?[\"“‘'](?:\w+ly\s+)?(?:{any_of('refutations')})\b", re.IGNORECASE | re.DOTALL
)
_NOT_SEEN = re.compile(
    r"(?:that|this|it)(?:[’']s|\s+(?:is|was))\s+(?:(?:simply|just)\s+)?not\s+(?:what\s+(?:(?:I|we|he|she|they)\s+(?:saw|heard|remember\w*|said)|happened)"
    r"|how\s+it\s+(?:happened|was)|the\s+way\s+it\s+(?:happened|was))\b",
    re.IGNORECASE,
)
_DENIALS = {"false", "untrue", "not true", "no truth", "lie", "lies"}


def is_anaphoric(content: str) -> bool:
    """Whether a content only points at what was said elsewhere, perhaps with a verdict on it, without saying it again."""
    content = content.strip()
    if _FLAT.fullmatch(content.strip("“”\"'‘’. ")):
        return True
    found = _POINTER.match(content)
    if not found or _OWN_WORDS.search(content):
        return False
    rest = content[found.end() :]
    if _AMOUNT.search(rest) or (found["noun"] is None and _OF_NOUNS.match(rest)):
        return False
    return bool(_TAIL.fullmatch(rest) and not _INDEFINITE.match(content)) or bool(
        _REFUTED.match(rest) and len(rest) < 80 and not re.match(r"\s*(?:is|was|are|were)\b", rest)
    )


def names_no_act(content: str) -> bool:
    """Whether what is denied is only "it happened", "that was the case", "doing so": what it is was said before."""
    return bool(_DOING.fullmatch(content.strip("“”\"'‘’., ")))


def before_colon(content: str) -> int | None:
    """Where the words that only point end, when a colon comes next: what follows "that account:" is said by somebody else's words."""
    found = _POINTER.match(content)
    return found.end() if found and content.startswith(":", found.end()) else None


def noun(content: str) -> str | None:
    """The noun that points ("finding"); None for a pronoun or when nothing does."""
    found = _POINTER.match(content.strip())
    return found["noun"].lower() if found and found["noun"] else None


def refutation(content: str) -> str | None:
    """`denies` or `disputes` when the content says of another's words that they are false or the like: "the allegations were false"."""
    content = content.strip()
    if _NO_EVIDENCE.match(content):
        return "disputes"
    if found := _FLAT.fullmatch(content.strip("“”\"'‘’. ")):
        return "disputes" if found.group().lower().endswith("otherwise") else "denies"
    if _BARE.match(content) or _NOT_SEEN.match(content.strip("“”\"'‘’. ")):
        return "disputes"
    pointed = _POINTER.match(content)
    verdict = _REFUTED.match(content, pointed.end()) if pointed else None
    if not pointed or not verdict or re.search(r"\b(?:not|never|n[’']t)\b", content[pointed.end() : verdict.start("word")]):
        return None
    if _PRONOUN.match(pointed.group()) and not _END.match(
        content, verdict.end()
    ):  # "that the fake leaflets were many" gives no verdict on anything
        return None
    return "denies" if verdict["word"].lower() in _DENIALS else "disputes"
