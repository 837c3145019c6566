"""Linking articles with each other: what is found, and that it comes and goes with its articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.link import within
from kg.model import Extraction
from kg.rdf.terms import REASON, RELATION
from kg.rows import Rows
from kg.store import Store, open_store
from tests.link.articles import Line, article
from tests.store.conftest import damage, rows_of

SAID: Line = ("Harbor Union", "said", "the old Averly crane fell into the harbor during Friday’s storm")
DENIED: Line = ("Averly Port", "denied", "that the old Averly crane fell into the harbor")
AGAIN: Line = ("Tom Brack", "said", "the old Averly crane fell into the harbor in the storm on Friday")
ELSEWHERE: Line = ("Mayor", "said", "schools would open on Monday with new teachers")


def told(name: str, *lines: Line, day: date | None = date(2024, 3, 8)) -> Extraction:
    made = article(*lines, Averly="Place")
    names = tuple(replace(e, type="Person") if e.name == "Tom Brack" else e for e in made.entities)
    return replace(made, article=replace(made.article, key=name, doc=f"{name}.txt", published=day, sha256="0" * 64), entities=names)


def links(store: Store) -> set[tuple[str, str, str]]:
    rows = store.sparql(
        "SELECT ?relation ?a ?b { ?l a kg:Link ; kg:relation ?relation ; "
        "kg:fromAttribution/kg:inArticle/kg:doc ?a ; kg:toAttribution/kg:inArticle/kg:doc ?b }"
    )
    assert isinstance(rows, Rows)
    return {(str(r["relation"]).rpartition("#")[2], *sorted((str(r["a"]), str(r["b"])))) for r in rows}  # type: ignore[misc]


ALL = {("Same", "one.txt", "two.txt"), ("Contradicts", "one.txt", "three.txt"), ("Contradicts", "three.txt", "two.txt")}


@pytest.fixture
def three(empty: Store) -> Store:
    for name, line in (("one", SAID), ("two", AGAIN), ("three", DENIED), ("four", ELSEWHERE)):
        empty.load(told(name, line))
    return empty


def test_the_same_claim_and_its_denial_are_found(three: Store) -> None:
    done = three.link()
    assert links(three) == ALL
    assert (done.articles, done.found["same"], done.found["contradicts"]) == (4, 1, 2)
    assert three.validate() == []


def test_a_second_run_adds_nothing(three: Store) -> None:
    three.link()
    before = three.stats()["statements"]
    assert three.link().statements == 0
    assert three.stats()["statements"] == before


def test_linking_anew_forgets_what_is_not_found_any_more(three: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    three.link()
    three.merge("Harbor Union", "Averly Port", reason="seen")
    before = set(three.live)
    three.link(anew=True)
    assert set(three.live) == before
    monkeypatch.setattr("kg.link.across.judge", lambda *_: None)
    three.link()
    assert links(three) == ALL
    three.link(anew=True)
    assert links(three) == set()
    rows = three.sparql("SELECT ?why { ?m a kg:Merge ; kg:reason ?why }")
    assert isinstance(rows, Rows)
    assert "seen" in [row["why"] for row in rows]
    monkeypatch.undo()
    three.link(anew=True)
    assert links(three) == ALL
    assert three.log()[-1].act == "linked"


def test_linking_anew_keeps_what_articles_link_themselves(empty: Store) -> None:
    made = told("one", SAID, ("Averly Port", "denied", "that the old Averly crane fell into the harbor"))
    for name, line in (("two", AGAIN), ("three", DENIED)):
        empty.load(told(name, line))
    empty.load(replace(made, links=within(made)))
    empty.link()
    before = set(empty.live)
    assert ("Contradicts", "one.txt", "one.txt") in links(empty)
    empty.link(anew=True)
    assert set(empty.live) == before


@pytest.mark.parametrize("has_index", [True, False])
def test_what_an_older_linker_found_is_found_anew(three: Store, monkeypatch: pytest.MonkeyPatch, *, has_index: bool) -> None:
    for place in ("kg.rdf.linked", "kg.store.links_index"):
        monkeypatch.setattr(f"{place}.LINKER", "linker/0")
    three.link()
    monkeypatch.undo()
    older = {quad.graph_name for quad in three.live}
    if not has_index:
        (three.path / "links.sqlite").unlink()
    done = three.link()
    assert done.articles == 4
    assert links(three) == ALL
    assert three.validate() == []
    assert older - {quad.graph_name for quad in three.live}
    assert three.link().statements == 0


def test_what_an_article_itself_links_is_no_older_linkers(empty: Store) -> None:
    made = told("one", SAID, ("Averly Port", "denied", "that the old Averly crane fell into the harbor"))
    empty.load(replace(made, links=within(made)))
    kept = {quad for quad in empty.live if quad.predicate == RELATION}
    assert kept
    empty.link()
    assert {quad for quad in empty.live if quad.predicate == RELATION} == kept
    assert not [entry for entry in empty.log() if "anew" in (entry.note or "")]


def test_articles_may_come_one_by_one(empty: Store, three: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "other.db") as other:
        for name, line in (("three", DENIED), ("one", SAID), ("four", ELSEWHERE), ("two", AGAIN)):
            other.load(told(name, line))
            other.link()
        three.link()
        assert links(other) == links(three) == ALL


def test_deleting_an_article_removes_its_links_and_only_those(three: Store) -> None:
    three.link()
    three.delete("three.txt")
    assert links(three) == {("Same", "one.txt", "two.txt")}
    three.link()
    assert links(three) == {("Same", "one.txt", "two.txt")}
    assert three.validate() == []


def test_an_article_that_goes_and_comes_again_is_linked_again(three: Store) -> None:
    three.link()
    three.delete("three.txt")
    three.load(told("three", DENIED))
    assert three.link().articles >= 1
    assert links(three) == ALL


def test_losing_the_index_loses_nothing(three: Store) -> None:
    three.link()
    before = three.stats()["statements"]
    (three.path / "links.sqlite").unlink()
    assert three.link().statements == 0
    assert three.stats()["statements"] == before
    (three.path / "links.sqlite").write_bytes(b"no database" * 100)
    assert three.link().statements == 0
    whole = (three.path / "links.sqlite").read_bytes()
    (three.path / "links.sqlite").write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    assert three.link().statements == 0


def test_a_damaged_article_is_passed_over(three: Store) -> None:
    damage(three, "DELETE WHERE { GRAPH ?g { ?a kg:key 'four' } }")
    three.link()
    assert links(three) == ALL


@pytest.mark.parametrize(("day", "found"), [(date(2024, 3, 9), 1), (date(2025, 3, 8), 0), (None, 1)])
def test_claims_of_another_time_exclude_nothing(empty: Store, day: date | None, found: int) -> None:
    empty.load(told("one", SAID))
    empty.load(told("three", DENIED, day=day))
    assert empty.link().found["contradicts"] == found
    rows = empty.query("contradictions")
    assert all((row["score"] < 0.4) == (day is None) for row in rows)  # type: ignore[operator]


def entities(store: Store) -> list[tuple[str, int]]:
    rows = store.sparql(
        "SELECT ?name (COUNT(?m) AS ?n) { ?e a kg:Entity ; schema:name ?name ; kg:member ?m } GROUP BY ?name ORDER BY ?name"
    )
    assert isinstance(rows, Rows)
    return [(str(row["name"]), int(str(row["n"]))) for row in rows]


BESIDE: Line = ("Harbor Union", "said", "the mayor was wrong about the crane")
TOM: Line = ("Tom Brack", "said", "nobody had asked the dockers")


def test_a_full_name_with_company_is_one_entity_and_a_bare_name_is_not(empty: Store) -> None:
    empty.load(told("one", BESIDE, TOM))
    empty.load(told("two", TOM, BESIDE))
    empty.load(told("three", TOM, ELSEWHERE))
    empty.link()
    assert ("Tom Brack", 2) in entities(empty)
    assert ("Harbor Union", 2) in entities(empty)


def person(name: str, speaker: str, *lines: Line) -> Extraction:
    made = told(name, (speaker, "said", "nobody had asked the dockers"), *lines)
    return replace(made, entities=tuple(replace(e, type="Person") if e.name == speaker else e for e in made.entities))


PORT: Line = ("Averly Port", "said", "the gates were shut for the day")


@pytest.mark.parametrize(("beside", "found"), [((BESIDE, PORT), 2), ((BESIDE,), 1)])
def test_two_spellings_of_a_name_need_two_things_beside_them(empty: Store, beside: tuple[Line, ...], found: int) -> None:
    empty.load(person("one", "Mohammed Saleh", *beside))
    empty.load(person("two", "Muhammad Saleh", *beside))
    empty.link()
    members = {n for name, n in entities(empty) if "Saleh" in name}
    assert members == ({2} if found == 2 else set())


def test_people_may_merge_and_split(empty: Store) -> None:
    for name in ("one", "two"):
        empty.load(told(name, BESIDE, TOM))
    empty.link()
    rows = empty.sparql('SELECT ?m { ?m schema:name "Tom Brack" ; kg:mentionSpans ?s } ORDER BY ?m')
    assert isinstance(rows, Rows)
    one, two = (str(row["m"]) for row in rows)
    empty.split(one, two, reason="father and son")
    assert "Tom Brack" not in dict(entities(empty))
    empty.link()
    assert "Tom Brack" not in dict(entities(empty))
    empty.merge(one, two)
    assert ("Tom Brack", 2) in entities(empty)
    with pytest.raises(QueryError, match="nothing is called"):
        empty.merge("Nobody", "Tom Brack")
    with pytest.raises(QueryError, match="both are"):
        empty.merge(one, one)


def test_what_people_noted_stays_when_another_article_goes(empty: Store) -> None:
    for name in ("one", "two", "three", "four"):
        empty.load(told(name, SAID))
    mentions = sorted(
        str(row["m"]) for row in rows_of(empty, "SELECT ?m { ?m schema:name 'Harbor Union' . FILTER EXISTS { ?a schema:mentions ?m } }")
    )
    empty.merge(mentions[0], mentions[1], reason="one union")
    empty.split(mentions[2], mentions[3], reason="two unions")
    [doc] = (row["doc"] for row in rows_of(empty, f"SELECT ?doc {{ ?a schema:mentions <{mentions[3]}> ; kg:doc ?doc }}"))
    assert empty.retract(str(doc), reason="made up")
    assert [row["r"] for row in rows_of(empty, "SELECT ?r { ?n kg:fromMention ?m ; kg:reason ?r }")] == ["one union"]
    with empty._writing() as writer:
        assert any(quad.object.value == "two unions" for quad in writer.history.quads_for_pattern(None, REASON, None, None))  # type: ignore[union-attr]


def test_an_entity_goes_with_its_mentions(empty: Store) -> None:
    for name in ("one", "two"):
        empty.load(told(name, BESIDE, TOM))
    empty.link()
    empty.delete("two.txt")
    assert entities(empty) == []


def test_a_text_printed_twice_is_a_copy(empty: Store) -> None:
    lines: list[Line] = [
        ("Port", "said", f"crane number {n} would be painted in color {n * 7} by worker {n * 13} before noon") for n in range(9)
    ]
    empty.load(told("one", *lines))
    empty.load(told("two", *lines, ELSEWHERE))
    assert empty.link().found["copy"] == 1


def test_what_is_compared_does_not_depend_on_who_came_first(empty: Store, tmp_path: Path) -> None:
    """A name with one word has far more sayings than are compared, a name with two has not."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    others = [told(f"n{i}", ("Mayor", "said", f"Averly harbor {x}{y}{x}word opened")) for i, (x, y) in enumerate(pairwise(letters * 3))]
    order = [told("one", SAID), *others, told("two", AGAIN)]
    with open_store(tmp_path / "other.db") as other:
        for store, articles_ in ((empty, order), (other, [order[0], order[-1], *others])):
            for i, one in enumerate(articles_):
                store.load(one)
                if i in (1, len(articles_) - 1):
                    store.link()
        assert ("Same", "one.txt", "two.txt") in links(empty) & links(other)
