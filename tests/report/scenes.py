"""Invented articles, put together without reading: as many as wanted, with as much said in them as wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from kg.model import Article, Attribution, Claim, Entity, EntityType, Extraction, Link, Mention, Run, Sentence, Stance

RUN = Run("0.1.0", "hand", "0" * 64, (("min_score", "0.5"),))
CONTRADICTS = {"denies", "disputes"}


@dataclass(frozen=True)
class Line:
    """Somebody says something."""

    who: str
    what: str
    stance: Stance = "asserts"
    kind: EntityType = "Person"
    score: float = 0.9


def article(doc: str, lines: list[Line], *, headline: str, day: date | None = None, url: str | None = None) -> Extraction:
    """An article of one sentence a line, each of which is an attribution; a denial contradicts the line before it."""
    text, sentences, claims, attributions, links = f"{headline}\n\n", [], [], [], []
    entities: dict[str, Entity] = {}
    for number, line in enumerate(lines):
        begin, cue = len(text), "denied" if line.stance in CONTRADICTS else "said"
        text += f"{line.who} {cue} {line.what}." + ("\n\n" if number % 3 == 2 else " ")
        source = (begin, begin + len(line.who))
        said = (source[1] + 1, source[1] + 1 + len(cue))
        content = (said[1] + 1, said[1] + 1 + len(line.what))
        sentences.append(Sentence(number, begin, content[1] + 1))
        held = entities.setdefault(line.who, Entity(f"e{len(entities)}", line.who, line.kind, (Mention(*source),)))
        claims.append(Claim(f"c{number}", line.what, (content,), "positive", (next(iter(entities.values())).id,)))
        attributions.append(
            Attribution(f"a{number}", (source,), (said,), (content,), "hand/1", line.score, f"c{number}", held.id, stance=line.stance)
        )
        if number and line.stance in CONTRADICTS:
            links.append(Link(f"a{number}", f"a{number - 1}", "contradicts", "explicit", "hand/1", 0.8, (number - 1, number)))
    made = Article(
        text, doc, url or doc, sha256(text.encode()).hexdigest(), headline, ((0, len(headline)),), published=day, url=url, language="en"
    )
    return Extraction(made, RUN, tuple(sentences), tuple(entities.values()), tuple(claims), tuple(attributions), tuple(links))


def many(count: int, lines: int = 12) -> Iterator[Extraction]:
    """Articles about five towns, by forty speakers, on as many days."""
    towns = ("Averly", "Bramhope", "Calder", "Dunmoor", "Eastry")
    for n in range(count):
        town = towns[n % 5]
        said = [Line(f"The council of {town}", f"that the bridge number {n} was safe", kind="Organization")]
        for i in range(1, lines):
            stance: Stance = "denies" if i == 3 and n % 4 == 0 else "asserts"
            who = f"Speaker {chr(65 + (n * 7 + i) % 26)}{(n + i) % 40}"
            said.append(
                Line(
                    who,
                    f"that the council of {town} had looked at pillar {i} of bridge {n} and found it {'dry' if i % 2 else 'wet'}",
                    stance,
                )
            )
        yield article(f"{town}-{n}.txt", said, headline=f"Bridge {n} of {town} in doubt", day=date(2024, 1, 1) + timedelta(days=n % 90))


BAD = (
    "<script>document.title='taken'</script>",
    "</script><script>document.title='taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "javascript:alert(1)",
    "\"><svg onload=document.title='taken'>",
    "<!-- <script>",
    "]]> {{ 7*7 }} {% raw %}",
    "W" + "i" * 5000 + "de",
    "\u202egnirts desrever\u202c \u200f\u200e \u2066x",
    "a\u2028b\u2029c \x07 \x1b[31m",
    "=cmd|' /C calc'!A0",
    "'onclick='document.title=1' x='",
)


def hostile() -> Extraction:
    """An article in which every name and every claim means harm."""
    lines = [Line(f"{bad} N{n}", f"{bad} said {n}", "denies" if n % 2 else "asserts") for n, bad in enumerate(BAD)]
    return article(
        "</title><b>.txt", lines, headline="</title><script>document.title='taken'</script>", url="javascript:alert(document.title='taken')"
    )
