"""Days of saying as exact as the words: a day where they name one, an interval where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.model import Extraction
from kg.store import Store, open_store
from tests.store.sample import other, sample, variant

WEEK, YEAR = "2023-06-05/2023-06-11", "1930-01-01/1930-12-31"
DAY, PUBLISHED = date(2023, 6, 6), date(2024, 3, 6)
SAID = {
    "a1": ("last week", date(2023, 6, 5), date(2023, 6, 11)),
    "a2": ("in 1930", date(1930, 1, 1), date(1930, 12, 31)),
    "a4": ("the day after", DAY, DAY),
    "a8": ("last week", date(2023, 6, 5), date(2023, 6, 11)),
}


def dated() -> Extraction:
    told = sample()
    days = {a.id: SAID.get(a.id, (None, None, None)) for a in told.attributions}
    changed = (replace(a, said_words=days[a.id][0], said_from=days[a.id][1], said_to=days[a.id][2]) for a in told.attributions)
    return replace(told, attributions=tuple(changed))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("dates") / "kg.db") as store:
        store.load(dated())
        yield store


def days(store: Store, name: str, column: str = "date", **params: str) -> list[object]:
    return [row[column] for row in store.query(name, **params)]


@pytest.mark.parametrize(
    ("name", "params", "expected"),
    [
        ("who-said", {}, [YEAR, WEEK, WEEK, DAY, *[PUBLISHED] * 4]),
        ("timeline", {}, [YEAR, WEEK, WEEK, DAY, *[PUBLISHED] * 4]),
        ("about", {"entity": "Port Averly"}, [WEEK]),
        ("unattributed", {}, [WEEK]),
        ("disputes", {}, [PUBLISHED, DAY, DAY, PUBLISHED]),
        ("contradictions", {}, [DAY, PUBLISHED, PUBLISHED]),
    ],
)
def test_an_interval_is_no_day(store: Store, name: str, params: dict[str, str], expected: list[object]) -> None:
    assert days(store, name, **params) == expected


@pytest.mark.parametrize("name", ["disputes", "contradictions"])
def test_the_other_side_has_its_interval_too(store: Store, name: str) -> None:
    assert set(days(store, name, "other_date")) == {YEAR}


@pytest.mark.parametrize("name", ["who-said", "timeline", "unattributed", "about"])
@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"since": "2023-06-11", "until": "2023-06-30"}, True),
        ({"since": "2023-06-08", "until": "2023-06-08"}, True),
        ({"since": "2023-05-01", "until": "2023-06-05"}, True),
        ({"since": "2023-06-12", "until": "2023-06-30"}, False),
        ({"since": "2023-05-01", "until": "2023-06-04"}, False),
    ],
)
def test_since_and_until_count_what_overlaps(store: Store, name: str, params: dict[str, str], found: bool) -> None:
    assert (WEEK in days(store, name, **params)) is found


def test_first_and_last_of_a_speaker(store: Store, empty: Store) -> None:
    seen = {row["speaker"]: (row["first"], row["last"]) for row in store.query("speakers")}
    assert seen["Averly Harbour Company"] == (YEAR, WEEK)
    assert seen["Ida Lorne"] == (YEAR, YEAR)
    assert seen["Tom Brack"] == (DAY, PUBLISHED)
    undated = other()
    said = tuple(replace(a, said_words=None, said_from=None, said_to=None) for a in undated.attributions)
    empty.load(replace(undated, article=replace(undated.article, published=None), attributions=said))
    assert {(row["first"], row["last"]) for row in empty.query("speakers")} == {(None, None)}


def test_provenance_carries_the_saying_words_and_days(store: Store) -> None:
    for row in store.query("who-said"):
        [told] = [step for step in store.query("provenance", id=str(row["attribution"])) if step["attribution"] == row["attribution"]]
        assert (told["said"], told["date"]) == (row["said"], row["date"])


def test_one_end_alone_is_a_day(tmp_path: Path) -> None:
    told = dated()
    ends = {"a1": {"said_to": None}, "a2": {"said_from": None}}
    with open_store(tmp_path / "kg.db") as store:
        store.load(replace(told, attributions=tuple(replace(a, **ends.get(a.id, {})) for a in told.attributions)))  # type: ignore[arg-type]
        assert days(store, "who-said")[:2] == [date(1930, 12, 31), date(2023, 6, 5)]


@pytest.mark.parametrize("name", ["who-said", "timeline", "unattributed", "about"])
def test_rows_come_by_day_document_and_place(empty: Store, name: str) -> None:
    articles = [dated(), other(), variant(1), variant(2)]
    for told, doc in ((variant(3), "1.txt"), (variant(4), "1!.txt"), (variant(5), "1\u00e9.txt")):
        articles += [
            replace(told, article=replace(told.article, doc=doc)),
            replace(told, article=replace(told.article, key=doc, published=None)),
        ]
    for told in articles:
        empty.load(told)
    places = [
        (str(row["date"] or ""), row["doc"], -1 if row["begin"] is None else row["begin"], row["attribution"]) for row in empty.query(name)
    ]
    assert places == sorted(places)
    assert {WEEK, "2024-03-06"} <= {place[0] for place in places}
    assert ("" in {place[0] for place in places}) is (name != "timeline")
