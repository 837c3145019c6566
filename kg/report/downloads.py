"""What the claims' table gives away: a line of CSV and the Turtle of each row, put together in the browser."""

from __future__ import annotations

from io import StringIO
from typing import Any, Final

from kg.cli.formats import RowFormat, write_rows
from kg.report.material import Material, Saying, Told
from kg.report.turtle import prologue

COLUMNS: Final = (
    "date",
    "speaker",
    "on_behalf_of",
    "stance",
    "claim",
    "source",
    "cue",
    "manner",
    "certainty",
    "kind",
    "medium",
    "said",
    "addressee",
    "sentence",
    "headline",
    "url",
    "doc",
    "begin",
    "end",
    "score",
    "attribution",
    "claim_id",
)
"""Those of `kg who-said`, as far as they do not depend on whom one asks for."""


def downloads(material: Material) -> dict[str, Any]:
    """`csv` and `turtle`: what comes first, and for each saying its line, and the nodes that it needs; `nodes` are their Turtle."""
    lines = {saying.id: _line(row(saying, article, material.base)) for article in material.articles for saying in article.sayings}
    nodes = {name: text for article in material.articles for name, text in article.turtle.items()}
    return {
        "columns": ",".join(COLUMNS),
        "lines": lines,
        "prologue": prologue(material.base),
        "needs": {s.id: [one for one in _needs(s, a, material.base) if one in nodes] for a in material.articles for s in a.sayings},
        "nodes": nodes,
    }


def row(saying: Saying, article: Told, base: str) -> dict[str, Any]:
    """A saying as a row of `COLUMNS`."""
    a, told = saying.attribution, article.told.article
    spans = a.content
    return {
        "date": saying.date,
        "speaker": saying.speaker,
        "on_behalf_of": saying.on_behalf_of,
        "stance": a.stance,
        "claim": saying.claim,
        "source": saying.source,
        "cue": saying.cue,
        "manner": a.manner,
        "certainty": a.certainty,
        "kind": a.kind,
        "medium": a.medium,
        "said": a.said_words,
        "addressee": saying.addressee,
        "sentence": told.text[slice(*saying.within)] if saying.within else None,
        "headline": told.headline,
        "url": told.url,
        "doc": told.doc,
        "begin": spans[0][0] if spans else None,
        "end": max(end for _, end in spans) if spans else None,
        "score": a.score,
        "attribution": base + saying.id,
        "claim_id": base + saying.claim_id if saying.claim_id else None,
    }


def _line(values: dict[str, Any]) -> str:
    out = StringIO(newline="")
    write_rows([values], COLUMNS, RowFormat.csv, out)
    return out.getvalue().split("\r\n", 1)[1]


def _needs(saying: Saying, article: Told, base: str) -> list[str]:
    a = saying.attribution
    about = next((claim.about for claim in article.told.claims if claim.id == a.claim), ())
    iris = [one.removeprefix(base) for one in (a.speaker, a.on_behalf_of, *about) if one]
    return [one for one in (saying.id, saying.claim_id, saying.article, *iris) if one]
