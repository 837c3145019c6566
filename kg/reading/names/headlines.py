"""Headlines: their capitals make names of ordinary words, and their bare nouns stand for what the article tells further on."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.lexicon import table, words
from kg.reading.network.reader import Name
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene, Speaker
from kg.reading.text import phrases

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG, SHARE = 4, 0.6  # letters of a word that a title writes with a capital, and how many of them are


def names(text: str, headlines: Spans, found: list[Name]) -> list[Name]:
    """`found` without those of a headline in title case that the rest of the text never writes as a name."""
    titles = [h for h in headlines if _in_title_case(text[slice(*h)])]
    if not titles:
        return found
    body = _without(text, headlines)
    return [n for n in found if not any(b <= n.begin < e for b, e in titles) or _is_written(text[n.begin : n.end], body)]


def speaker(scene: Scene, source: Span, headlines: Spans) -> Speaker | None:
    """Who speaks in the bare noun of a headline: who is called so where they speak in the text ("auditors": "the state auditors")."""
    last = max(e for _, e in headlines)
    found = phrases.tokens(scene.text, phrases.bare(scene.text, source))
    if not found or len(found) > 2:
        return None
    stem = found[-1].removesuffix("s")
    stems = set(table("shortened").get(found[-1], stem).split())
    for cue, said in scene.spoke:
        if cue > last and said.figure and (stems <= _stems(said.figure) or _fights(stem, said.figure)):
            scene.note(said.figure, source, "nominal")
            return said
    return None


def _fights(stem: str, f: Figure) -> bool:
    """Whether "rebels" and the like may be an organization, by its name."""
    return stem in {"rebel", "fighter", "militant", "insurgent", "guerrilla"} and bool(f.words() & words("armed"))


def _stems(f: Figure) -> set[str]:
    roles = {w for role, *_ in f.roles for w in role.split()} if f.type == "Person" else set()
    return {re.sub(r"(?:'s?|s'?)$", "", w) for w in f.words() | roles}


def _in_title_case(headline: str) -> bool:
    long = [w for w in _WORD.findall(headline) if len(w) >= _LONG]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= SHARE * len(long)


def _is_written(name: str, body: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body) is not None


def _without(text: str, spans: Spans) -> str:
    out, at = [], 0
    for b, e in sorted(spans):
        out.append(text[at:b])
        at = max(at, e)
    return " ".join([*out, text[at:]])
