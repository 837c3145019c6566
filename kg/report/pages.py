"""A report as files: one page, or for a large store pages by topic with an index that leads to them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.report.gather import Scope, gather
from kg.report.page import as_json, index_page, is_ours, page
from kg.report.topics import Topic, topics
from kg.report.whole import Whole

if TYPE_CHECKING:
    from kg.store import Store

MOST: Final = 3000
"""So many attributions go on one page that is all of the report."""
PART: Final = 600
"""So many go on a page of several: one that opens at once."""
DISPUTES: Final = 100
"""So many disputes stand in the index; all stand on their pages."""
NAMED: Final = 600_000
"""So many attributions, claims and disputes can be sought out by the index; in larger stores only articles can."""
STEM: Final = 6
"""So many characters of a name are enough to tell its page."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the page to open, and how many there are with it."""

    path: Path
    pages: int
    articles: int
    attributions: int


def write_report(store: Store, scope: Scope, path: Path, *, full_text: bool = False, most: int = MOST, part: int = PART) -> Written:
    """Write the report on `scope` to the file `path`.

    When it is about all of a store with more than `most` attributions, `path` is an index of topics, and their pages lie beside it in
    the folder `STEM_files`, each with `part` attributions at most, or one article.
    Raises `QueryError` when nothing fits the scope, `InputError` for an unknown article.
    """
    if scope.narrow or scope.articles or store.stats()["attributions"] <= most:
        material = gather(store, scope)
        _write(path, page(material, full_text=full_text))
        return Written(path, 1, len(material.articles), len(material.sayings))
    return _write_pages(store, scope, path, full_text, part)


def _write_pages(store: Store, scope: Scope, path: Path, full_text: bool, part: int) -> Written:
    folder = path.with_name(f"{path.stem}_files")
    folder.mkdir(exist_ok=True)
    whole = Whole(store)
    made = [_topic_page(whole, scope, folder, topic, name, path.name, full_text) for topic, name in _named(topics(whole, part))]
    _write(path, _index(scope.place(store), made))
    _forget(folder, {Path(one.address).name for one in made})
    return Written(path, len(made) + 1, sum(len(one.articles) for one in made), sum(one.sayings for one in made))


@dataclass(frozen=True, slots=True)
class Made:
    """A page of a large report, for its index: articles as (name, title, day, number of sayings), how many sayings, accounts as (name,
    score, one speaker, other speaker, claims), and the names of all that can be sought out."""

    address: str
    topic: Topic
    articles: tuple[tuple[str, str, str, int], ...]
    sayings: int
    accounts: tuple[tuple[str, float, str, str, str, str], ...]
    names: tuple[str, ...]

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and last day of its articles."""
        days = sorted(day for _, _, day, _ in self.articles if day)
        return (days[0], days[-1]) if days else None


def _topic_page(whole: Whole, scope: Scope, folder: Path, topic: Topic, name: str, index: str, full_text: bool) -> Made:
    material = gather(whole.store, replace(scope, articles=topic.articles), whole)
    _write(folder / name, page(material, full_text=full_text, title=topic.title, back=f"../{index}"))
    own = [one for one in material.articles if one.whole]
    pairs = ((one.id, one.score, one.sides[0].saying, one.sides[1].saying) for one in material.accounts)
    names = chain.from_iterable((saying.id, saying.claim_id) for one in own for saying in one.sayings)
    return Made(
        f"{folder.name}/{name}",
        topic,
        tuple((one.id, one.title, str(one.told.article.published or ""), len(one.sayings)) for one in own),
        sum(len(one.sayings) for one in own),
        tuple((id_, score, a.who, b.who, a.claim, b.claim) for id_, score, a, b in pairs),
        tuple(one for one in (*names, *(account.id for account in material.accounts)) if one),
    )


def _write(path: Path, text: str) -> None:
    """Write a file that appears whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)


def _forget(folder: Path, kept: set[str]) -> None:
    """Remove pages of ours that an earlier report left in the folder."""
    for path in folder.glob("*.html"):
        if path.name not in kept and is_ours(path):
            path.unlink()


def _named(found: list[Topic]) -> Iterator[tuple[Topic, str]]:
    """Each topic with a file name of its own that every system takes."""
    used: set[str] = set()
    for topic in found:
        plain = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", topic.name).encode("ascii", "ignore").decode().lower()).strip("-")
        stem = (plain[:40] or "topic") + (f"-{topic.part}" if topic.parts > 1 else "")
        name = next(one for one in chain((stem,), (f"{stem}_{n}" for n in count(2))) if one not in used)
        used.add(name)
        yield topic, f"{name}.html"


def _index(place: str, made: list[Made]) -> str:
    held = {account[0]: (one.address, *account) for one in reversed(made) for account in one.accounts}
    accounts = sorted(held.values(), key=lambda account: (-account[2], account[1]))
    return index_page(
        title="Who said what, by topic",
        made_pages=made,
        accounts=accounts[:DISPUTES],
        disputes=len(accounts),
        place=place,
        articles=sum(len(one.articles) for one in made),
        attributions=sum(one.sayings for one in made),
        homes=as_json(_homes(made)),
        headlines=as_json({one.address: [article[:3] for article in one.articles] for one in made}),
    )


def _homes(made: list[Made]) -> dict[str, str]:
    """For each page, the first characters of the names in it, one after the other."""
    many = sum(len(one.names) for one in made) > NAMED
    named = {one.address: (*(article[0] for article in one.articles), *(() if many else one.names)) for one in made}
    return {address: "".join(sorted({name.partition("_")[2][:STEM] for name in names})) for address, names in named.items()}
