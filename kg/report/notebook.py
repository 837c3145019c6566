"""What notebooks show of articles, what was read from them, and answers: fragments of HTML with styles of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.model import Article, Attribution, Claim, Extraction, Link, Shown
from kg.report.frames import sayings
from kg.report.marking import paragraphs
from kg.report.page import environment
from kg.rows import main_columns

if TYPE_CHECKING:
    from kg.rows import Rows

MOST: Final = 50
"""So many rows are shown."""
_BEGINNING: Final = 600


def html(thing: Shown) -> str:
    """A thing of the model as a fragment of HTML."""
    if isinstance(thing, Extraction):
        return _extraction(thing)
    if isinstance(thing, Article):
        return _article(thing)
    if isinstance(thing, Claim):
        return _card(
            thing.text,
            [
                ("polarity", thing.polarity),
                ("about", ", ".join(thing.about)),
                ("not verified", thing.unverified),
                ("characters", _spans(thing.content)),
            ],
            thing.id,
        )
    if isinstance(thing, Link):
        return _link(thing)
    return _attribution(thing) if isinstance(thing, Attribution) else ""


def rows_html(rows: Rows) -> str:
    """The rows of an answer as a table of the main columns; where there are two sides, one beside the other."""
    held = [row for row, _ in zip(rows, range(MOST), strict=False)]
    if {"claim", "other_claim"} <= set(rows.columns):
        return _render("notebook/sides.html", rows=held, more=len(rows) - len(held))
    columns = [one for one in main_columns(rows.columns) or rows.columns if any(row[one] not in (None, "") for row in held)]
    return _render("notebook/table.html", rows=held, columns=columns, more=len(rows) - len(held))


def _extraction(told: Extraction) -> str:
    held = sayings(told)
    shown = paragraphs(told.article, told.sentences, held, full=True)
    return _render("notebook/article.html", article=told.article, paragraphs=shown, sayings=held, links=told.links, errors=told.errors)


def _article(article: Article) -> str:
    facts = [("published", article.published), ("publisher", article.publisher), ("address", article.url), ("document", article.doc)]
    beginning = " ".join(article.text[:_BEGINNING].split()) + ("…" if len(article.text) > _BEGINNING else "")
    return _card(article.headline or article.doc, [*facts, ("text", beginning)], f"{len(article.text):,} characters")


def _attribution(a: Attribution) -> str:
    facts = [
        ("speaker", a.speaker),
        ("on behalf of", a.on_behalf_of),
        ("to", a.addressee),
        ("how", f"{a.manner}, {a.certainty}, {a.kind}"),
        ("medium", a.medium),
        ("said", a.said_words),
        ("claim", a.claim),
        ("disputes", a.disputes),
        ("passes on", a.relays),
        ("source", _spans(a.source)),
        ("cue", _spans(a.cue)),
        ("content", _spans(a.content)),
        ("read by", f"{a.by}, score {a.score:.2f}"),
    ]
    return _card(f"{a.speaker or 'nobody named'} {a.stance} {a.claim or ''}", facts, a.id)


def _link(link: Link) -> str:
    facts = [("basis", link.basis), ("rule", link.rule), ("score", f"{link.score:.2f}"), ("sentences", ", ".join(map(str, link.evidence)))]
    return _card(f"{link.a} {link.relation} {link.b}", facts, "link")


def _card(title: str, facts: list[tuple[str, Any]], note: str) -> str:
    return _render("notebook/card.html", title=title, facts=[(label, value) for label, value in facts if value], note=note)


def _spans(spans: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(f"{begin}–{end}" for begin, end in spans)


def _render(name: str, **values: Any) -> str:  # noqa: ANN401
    return environment().get_template(name).render(**values)
