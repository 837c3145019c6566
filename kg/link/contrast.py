"""Words that set two sayings against each other: "but", "even as", "gave a different account", "insisted"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.link.pairs import Itself, Said
from kg.model import Extraction

FAR, LONGEST = 3, 2000  # sentences, and characters, over which such words reach
RIVAL = re.compile(
    r"\b(?:(?:different|another|conflicting|contradictory|rival|opposite|contrary|competing)\s+(?:\w+\s+)?(?:accounts?|versions?|stor(?:y|ies)|pictures?|explanations?|descriptions?|claims?)"
    r"|(?:told|tells?|saw|sees?|remember\w*|thought|thinks?|described?|describes) (?:it |\w+[’']s? "
    r"|the \w+ )?(?:\w+ )?(?:differently|otherwise)|not so,|begs? to differ|begged to differ)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:disput\w+|den(?:y|ied|ies|ying)|reject(?:ed|s|ing)?|refut\w+|rebut\w*|counter(?:ed|s|ing)|dismiss(?:ed|es|ing)|contest(?:ed|s|ing)|"
    r"retort\w*|despite|contrary to|(?:shot|fired|hit|pushed) back|much (?:higher|lower)|far (?:higher|lower|more|fewer))\b",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"\b(?:but|however|yet|while|although|though|even as|whereas|instead|in fact|on the contrary|still|nevertheless|nonetheless"
    r"|insist\w*|maintain(?:ed|s)|contend(?:ed|s)|repl(?:ied|ies)|respond(?:ed|s)|in response)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Between:
    """What an article says outside of what is said in it."""

    extraction: Extraction

    @classmethod
    def of(cls, extraction: Extraction) -> Between:
        """That of an article, the same one for every rule that asks."""
        return _between(Itself(extraction))

    @cached_property
    def masked(self) -> str:
        """The text with blanks for every claim's content."""
        chars = list(self.extraction.article.text)
        contents = {c.content for c in self.extraction.claims}
        for a in self.extraction.attributions:
            for b, e in a.content if a.content in contents else ():
                chars[b:e] = " " * (e - b)
        return "".join(chars)

    def words(self, a: Said, b: Said) -> str:
        """The writer's words from the end of `a` to the end of the sentence part of `b` that is no content."""
        return self.masked[a.attribution.cue[0][0] if a.sentence == b.sentence else a.end : b.end] if b.end > a.begin else ""

    def told(self, s: Said) -> str:
        """Source and claim of a saying."""
        text = self.extraction.article.text
        return " ".join([*(text[b:e] for b, e in s.attribution.source), s.claim.text])

    def contrast(self, a: Said, b: Said) -> int:
        """0 for none, 1 for words like "but", 2 for words like "disputed", between two sayings that are near each other."""
        if b.sentence - a.sentence > FAR:
            return 0
        words = self.words(a, b)
        if len(words) > LONGEST:
            return 0
        return 2 if STRONG.search(words) or RIVAL.search(words) else 1 if WEAK.search(words) else 0


@lru_cache(maxsize=2)
def _between(itself: Itself) -> Between:
    return Between(itself.extraction)
