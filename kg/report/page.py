"""Writing a page: templates filled, and everything that it needs put into the one file."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.report import cards, marking, network, words
from kg.report.downloads import downloads
from kg.report.legend import legend
from kg.report.material import Material
from kg.report.timeline import LEFT, WIDTH, timeline

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

GENERATOR: Final = '<meta name="generator" content="claim-kg'
"""By this a page of ours is known."""
_HEAD: Final = 4000
FEW: Final = 3
"""With so many articles or fewer, all that is folded elsewhere is open."""
_STYLES: Final = ("base", "layout", "article", "accounts", "parts", "print")
_SCRIPTS: Final = ("dom", "panel", "article", "table", "downloads", "graph", "print")
_GRAPH_STYLE: Final = ".__________cytoscape_container { position: relative; }"
"""cytoscape.js would add this itself, which the policy of the page forbids."""


def is_ours(path: Path) -> bool:
    """Whether the file is a page of ours."""
    with path.open(encoding="utf-8", errors="replace") as stream:
        return GENERATOR in stream.read(_HEAD)


def page(material: Material, *, full_text: bool = False, title: str | None = None, back: str | None = None) -> str:
    """The report as one HTML page. `back` is the address of an index that it belongs to.

    Without `full_text`, only the sentences that hold what was said are in it.
    """
    texts = {
        one.id: marking.paragraphs(one.told.article, one.told.sentences, one.sayings, full=full_text)
        for one in material.articles
        if one.has_text
    }
    types: dict[str, str] = {entity.id: entity.type for one in material.articles for entity in one.told.entities}
    scripts = [_text(f"{name}.js") for name in _SCRIPTS]
    return _render(
        "page.html",
        (_GRAPH_STYLE, _styles()),
        (_text("theme.js"), _text("cytoscape.min.js"), "\n".join(scripts)),
        title=title or _title(material),
        back=back,
        m=material,
        few=len(material.articles) <= FEW,
        full_text=full_text,
        texts=texts,
        facts=lambda saying, article: cards.facts(saying, article, types),
        ties=cards.ties(material),
        excerpt=marking.excerpt,
        first_claims=_first_claims(material),
        between=_ties(network.between(material)),
        graph=as_json(network.elements(material)),
        downloads=as_json(downloads(material)),
        time=timeline(material.sayings),
        left=LEFT,
        width=WIDTH,
        legend=legend,
        speakers=sorted({party for s in material.sayings for party, _ in s.parties}, key=str.casefold),
        stances=sorted({s.attribution.stance for s in material.sayings}),
    )


def index_page(**values: Any) -> str:  # noqa: ANN401
    """The page that leads to the pages of a large store."""
    return _render("index.html", (_styles(),), (_text("theme.js"), _text("dom.js") + "\n" + _text("index.js")), **values)


def _render(template: str, styles: tuple[str, ...], scripts: tuple[str, ...], **values: Any) -> str:  # noqa: ANN401
    from markupsafe import Markup

    from kg import __version__

    return (
        environment()
        .get_template(template)
        .render(
            policy=_policy(styles, scripts),
            styles=[Markup(style) for style in styles],  # noqa: S704 (ours)
            scripts=[Markup(script) for script in scripts],  # noqa: S704
            version=__version__,
            made=datetime.now().astimezone().date().isoformat(),
            **values,
        )
    )


@cache
def environment() -> Environment:
    """The templates, with everything that is put into them escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("kg.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: words.shown(value) if isinstance(value, str) and not hasattr(value, "__html__") else value,
    )
    made.filters["web"] = words.web_address
    made.filters["brief"] = words.brief
    made.filters["zip"] = zip
    made.filters["date_words"] = lambda day: f"{day.day} {day:%B} {day.year}"
    made.globals.update(WHY=words.WHY, VERBS=words.VERBS)
    return made


@cache
def _text(name: str) -> str:
    return files("kg.report").joinpath("assets", name).read_text("utf-8")


@cache
def _styles() -> str:
    return "\n".join(_text(f"{name}.css") for name in _STYLES)


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Nothing is fetched from anywhere, and only these styles and scripts work."""
    sources = f"script-src {_hashes(scripts)}; style-src {_hashes(styles)}"
    return f"default-src 'none'; {sources}; img-src data:; base-uri 'none'; form-action 'none'"


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def as_json(value: object) -> Markup:
    """`value` as JSON that can stand in a script element."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 (nothing in it can end a script element)


def _ties(rows: Sequence[tuple[str, str, str, int]]) -> dict[str, list[tuple[str, str, str, int]]]:
    """Who opposes whom, and what else is between parties: whoever quotes somebody is not at odds with him."""
    odds = [row for row in rows if row[1] in network.AT_ODDS]
    return {"odds": odds, "others": [row for row in rows if row not in odds]}


def _title(material: Material) -> str:
    if material.subject:
        return material.subject[0].upper() + material.subject[1:]
    if len(material.articles) == 1:
        return material.articles[0].title
    return f"Who said what in {len(material.articles):,} articles"


def _first_claims(material: Material) -> dict[str, str]:
    """For each claim, by name, the saying whose card bears its anchor."""
    found: dict[str, str] = {}
    for saying in material.sayings:
        if saying.claim_id:
            found.setdefault(saying.claim_id, saying.id)
    return found
