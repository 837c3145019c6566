"""What was read, as rows: for DataFrames and plots, with no store in between."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Extraction
from kg.report.articles import Sayings
from kg.report.downloads import COLUMNS, row
from kg.report.material import Saying, Told
from kg.report.tones import tones
from kg.rows import Rows


def attributions(*read: Extraction) -> Rows:
    """What was said in these articles, with the columns of `kg who-said`; identifiers are those within each extraction.

    `attributions(kg.extract(text)).to_pandas()` is a DataFrame of it.
    """
    return Rows(COLUMNS, [tuple(values[name] for name in COLUMNS) for told in read for values in _values(told)])


def sayings(told: Extraction) -> list[Saying]:
    """What was said in an article, in text order."""
    names = {entity.id: entity.name for entity in told.entities}
    heard = [names[a.speaker] for a in told.attributions if a.speaker in names and a.speaker]
    return Sayings(told, "", told.article.doc, {}, tones([heard])).all()


def _values(told: Extraction) -> Iterable[dict[str, str | int | float | None]]:
    article = Told(told.article.doc, told.article.headline or told.article.doc, told, True, (), {}, True)
    return (row(saying, article, "") for saying in sayings(told))
