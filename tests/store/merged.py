"""Articles in which one person goes by two names, and others by the same surname."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.model import EntityType, Extraction, Mention
from kg.store import Store
from tests.link.articles import Line, article
from tests.store.conftest import rows_of

QUESTIONS = (
    ("who-said", "speaker"),
    ("who-said", "about"),
    ("timeline", "speaker"),
    ("timeline", "about"),
    ("about", "entity"),
    ("speakers", "about"),
    ("unattributed", "about"),
    ("contradictions", "speaker"),
    ("contradictions", "topic"),
    ("disputes", "a"),
    ("disputes", "b"),
)
"""Every query that asks for a name, but for `entities`, which knows all names of an entity."""


def told(doc: str, *lines: Line, called: str | None = None, disputes: dict[int, int] | None = None, **kinds: EntityType) -> Extraction:
    """An article with what is said in it, where who is first named in `kinds` is also `called` so."""
    made = article(*lines, disputes=disputes, **kinds)  # type: ignore[arg-type]
    one, at = next(iter(kinds), "").replace("_", " "), made.article.text.find(called) if called else 0
    entities = tuple(
        replace(e, mentions=(*e.mentions, Mention(at, at + len(called)))) if called and e.name == one else e for e in made.entities
    )
    unnamed = tuple(replace(a, speaker=None) if made.article.text[slice(*a.source[0])] == "Rumours" else a for a in made.attributions)
    home = replace(made.article, key=doc, doc=doc, sha256=doc, published=date(2024, 3, 8))
    return replace(made, article=home, entities=entities, attributions=unnamed)


def one_person(name: str, doc: str, what: str) -> Extraction:
    """An article in which somebody speaks, is spoken of, is rumoured of, and is denied."""
    return told(
        doc,
        (name, "said", f"the {what} was safe"),
        ("Selm Bank", "denied", f"that {name} had shut the {what}"),
        (f"{what} workers", "said", f"{name} had seen no {what}"),
        ("Rumours", "said", f"{name} would sell the {what}"),
        disputes={1: 0},
        **{name.replace(" ", "_"): "Person"},  # type: ignore[arg-type]
    )


ANA, NORA = one_person("Ana Ruiz", "ana.txt", "dam"), one_person("Nora Pell", "nora.txt", "mill")
PEDRO = told("pedro.txt", ("Pedro Ruiz", "said", "Ruiz would stay at home"), called="Ruiz", Pedro_Ruiz="Person")
ANA_ALIAS = told("alias.txt", ("Ana Ruiz", "said", "Ruiz would go to court"), called="Ruiz", Ana_Ruiz="Person")
BARE = told("bare.txt", ("Ruiz", "said", "the court was open"), Ruiz="Person")


def mention(store: Store, name: str, doc: str) -> str:
    """The IRI of what an article calls so."""
    [row] = rows_of(store, f'SELECT ?m {{ ?a kg:doc "{doc}" ; schema:mentions ?m . ?m schema:name "{name}" }}')
    return str(row["m"])


def docs(store: Store, query: str, **asked: str) -> set[str]:
    """The articles that answer."""
    return {str(row["doc"]) for row in store.query(query, **asked)}
