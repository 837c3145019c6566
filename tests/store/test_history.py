"""Versions, differences between them, the log, and the store as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.checking import check
from kg.errors import InputError, KgError, UsageError
from kg.model import Run
from kg.review import Decision
from kg.store import Store, open_store, writing
from kg.store.asof import moment
from kg.store.graphs import articles
from kg.store.log import Log
from tests.store.conftest import Exported, rows_of
from tests.store.sample import changed, other, sample
from tests.store.test_reviewing import ACCEPT, REJECT, UNLINK, at

Step = Callable[[Store], object]
AGAIN = replace(sample(), run=Run("reading/2", "tiny", "cd" * 32))
STEPS: tuple[Step, ...] = (
    lambda store: store.load(sample()),
    lambda store: store.load(other()),
    lambda store: store.link(),
    lambda store: store.decide([REJECT]),
    lambda store: store.merge("Averly Harbour Company", "Tom Brack", anyway=True),
    lambda store: store.retract("later-1", reason="made up"),
    lambda store: store.decide([UNLINK, ACCEPT]),
    lambda store: store.load(AGAIN),
    lambda store: store.restore("later-1"),
    lambda store: store.link(),
    lambda store: store.undecide(next(iri for iri, d in store.decisions().items() if d == REJECT)),
    lambda store: store.load(changed()),
    lambda store: store.split("Averly Harbour Company", "Ida Lorne"),
    lambda store: store.load(sample()),
    lambda store: store.link(),
)


def acts(store: Store) -> list[str]:
    return [entry.act for entry in store.log()]


def log_of(store: Store) -> Log:
    return Log(store.path / "log.nt", store.base)


def without_entities(exported: bytes) -> set[bytes]:
    """What an export holds but for what is computed, which may lag behind until the next link."""
    computed = {line.split()[0] for line in exported.splitlines() if b"#Entity>" in line or b"#Cluster>" in line}
    return {line for line in exported.splitlines() if line.split()[0] not in computed}


def test_the_store_as_it_was_after_every_step(empty: Store, exported: Exported) -> None:
    seen: list[tuple[datetime, bytes]] = []
    for step in STEPS:
        step(empty)
        assert [one for one in check(empty) if one.part != "index"] == []
        seen.append((empty.log()[-1].at, exported(empty)))
    for number, (when, then) in enumerate(seen):
        with open_store(empty.path, as_of=when) as past:
            assert (number, without_entities(exported(past))) == (number, without_entities(then))
            past.search("crane")
    assert exported(empty) == seen[-1][1]
    assert not list(empty.path.glob("as-of-*"))
    assert list(log_of(empty).faults()) == []


def test_before_anything_there_was_nothing(store: Store, exported: Exported) -> None:
    with open_store(store.path, as_of=datetime(2020, 1, 1, tzinfo=UTC)) as past:
        assert exported(past) == b""
        assert past.stats()["articles"] == 0


def test_what_came_before_there_was_a_log_was_always_there(store: Store, exported: Exported) -> None:
    before = exported(store)
    (store.path / "log.nt").unlink()
    path = store.path
    store.close()
    with open_store(path) as again:
        again.load(changed())
        with open_store(path, as_of=datetime(2020, 1, 1, tzinfo=UTC)) as past:
            assert exported(past) == before


def test_the_log_says_who_did_what_with_what(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db", by="Ada") as store:
        store.load(sample())
        store.load(changed())
        store.load(changed())
        store.load(other(), replaces="news/harbour.txt")
        [first, second, third] = store.log()
    assert [entry.act for entry in (first, second, third)] == ["loaded", "changed", "changed"]
    assert {entry.by for entry in (first, second, third)} == {"Ada"}
    assert (second.revises, third.revises) == (first.concerns, second.concerns)
    assert second.removes[0] == first.adds[0]
    assert first.software.startswith("claim-kg ")
    text = (tmp_path / "kg.db" / "log.nt").read_text()
    assert f"<{second.concerns}> <http://www.w3.org/ns/prov#wasRevisionOf> <{first.concerns}> ." in text


def test_every_deed_is_in_the_log(empty: Store) -> None:
    for step in STEPS:
        step(empty)
    empty.sparql("DELETE WHERE { GRAPH ?g { ?a kg:saidWords 'on Friday' } }", write=True)
    empty.know([("Tom Brack", "http://known.example/Q1")])
    empty.delete("later-1")
    wanted = "loaded loaded rejected merged retracted rejected accepted reread restored undone changed split restored known"
    assert [act for act in acts(empty) if act != "linked"] == [
        *wanted.replace("known", "edited known").split(),
        "deleted",
    ]


def test_what_failed_is_not_in_the_log(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.log()
    with monkeypatch.context() as patched:
        patched.setattr("kg.store.writing.replacing", lambda *_: "NOT SPARQL")
        with pytest.raises(SyntaxError):
            store.load(changed())
    assert store.log() == before
    assert store.load(changed()).status == "replaced"


def test_an_entry_whose_deed_was_not_done_goes_when_the_store_is_opened(store: Store) -> None:
    path, before = store.path, store.log()
    log = log_of(store)
    store.close()
    log.add("loaded", concerns="k:a", adds=("k:g",))
    with log.path.open("ab") as stream:
        stream.write(b"<http://cut off")
    with open_store(path) as again:
        assert again.log() == before
        again.load(changed())
        assert list(log_of(again).faults()) == []


def test_a_log_that_was_tampered_with_is_told(store: Store) -> None:
    store.load(changed())
    log = log_of(store)
    whole = log.path.read_bytes()
    blocks = whole.split(b"\n\n")
    for forged in (
        whole.replace(b"later-1", b"later-2"),
        b"\n\n".join([blocks[0], *blocks[2:]]),
        b"\n\n".join([blocks[1], blocks[0], *blocks[2:]]),
    ):
        log.path.write_bytes(forged)
        assert list(log.faults()) != []


def test_the_clock_may_go_back(store: Store) -> None:
    log = log_of(store)
    late = log.add("known", clock=lambda: datetime(2030, 1, 1, tzinfo=UTC))
    assert log.add("known", clock=lambda: datetime(2020, 1, 1, tzinfo=UTC)).at == late.at


def test_what_replaces_an_article_of_another_name(store: Store) -> None:
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    assert store.load(third, replaces="https://news.example/harbour").status == "replaced"
    assert store.load(third, replaces="https://news.example/harbour").status == "unchanged"
    assert store.stats()["articles"] == 2
    assert [version.state for version in store.versions("third")] == ["current", "replaced"]
    with pytest.raises(InputError, match="no article is called"):
        store.load(sample(), replaces="nothing like it")


def test_an_earlier_version_counts_in_place_of_the_later_one(store: Store) -> None:
    store.load(changed())
    assert store.load(sample()).status == "restored"
    assert store.load(sample()).status == "unchanged"
    assert [version.state for version in store.versions("news/harbour.txt")] == ["current", "replaced"]
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    assert store.load(third, replaces="https://news.example/harbour").status == "replaced"
    assert store.load(sample()).status == "restored"
    assert store.stats()["articles"] == 2
    assert store.load(third).status == "restored"
    assert store.load(changed()).status == "restored"
    assert store.stats()["articles"] == 2
    assert list(check(store)) == []
    for name in ("third", "https://news.example/harbour"):
        assert [version.state for version in store.versions(name)] == ["current", "replaced", "replaced"]


def test_an_article_that_counts_becomes_the_new_version_of_another(store: Store) -> None:
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    store.load(third)
    assert store.stats()["articles"] == 3
    assert store.load(third, replaces="later-1").status == "replaced"
    assert store.load(third, replaces="later-1").status == "unchanged"
    assert store.stats()["articles"] == 2
    assert [version.state for version in store.versions("third")] == ["current", "replaced"]
    assert store.log()[-1].revises is not None
    assert list(check(store)) == []


def test_what_replaces_a_version_that_was_replaced_replaces_the_one_that_counts(store: Store) -> None:
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    store.load(third, replaces="news/harbour.txt")
    fourth = replace(third, article=replace(third.article, key="fourth", text=third.article.text + " "))
    assert store.load(fourth, replaces="https://news.example/harbour").status == "replaced"
    assert store.stats()["articles"] == 2
    store.retract("fourth", reason="made up")
    with pytest.raises(InputError, match="nothing of 'third' counts any more"):
        store.load(replace(fourth, article=replace(fourth.article, key="fifth")), replaces="third")
    store.load(third)
    with pytest.raises(InputError, match="another version of fourth is in the store"):
        store.restore("fourth")


def test_an_article_that_revised_two_is_deleted_with_both(store: Store) -> None:
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    store.load(third, replaces="https://news.example/harbour")
    assert store.load(sample()).status == "restored"
    again = replace(third, article=replace(third.article, text=third.article.text + " ", sha256="ef" * 32))
    store.load(again, replaces="later-1")
    told = {version.article for version in store.versions("third")}
    assert len(told) == 4
    store.delete("third")
    assert not any(store.tells_of(one) for one in told)
    history = store.read_history()
    assert history is None or not any(True for one in told for _ in history.quads_for_pattern(NamedNode(one), None, None, None))


def test_no_difference_between_equals(store: Store) -> None:
    store.load(changed())
    assert len(store.diff("news/harbour.txt")) == 0
    store.load(AGAIN)
    assert len(store.diff("news/harbour.txt")) == 0
    with pytest.raises(InputError, match="one version"):
        store.diff("later-1")


def test_versions_of_what_was_imported(store: Store, tmp_path: Path, exported: Exported) -> None:
    store.load(changed())
    with open_store(tmp_path / "copy.db") as copy:
        copy.import_(BytesIO(exported(store)), "nquads")
        with pytest.raises(InputError, match=r"^'news/harbour\.txt' was imported, and an export holds no earlier versions: nothing"):
            copy.diff("news/harbour.txt")


def test_differences_between_versions(store: Store) -> None:
    told = changed()
    people = {a.id: a for a in told.attributions}
    people["a4"] = replace(people["a4"], speaker="e7")
    del people["a7"]
    store.load(replace(told, attributions=tuple(people.values())))
    rows = [(row["change"], row["claim"], row["was_claim"], row["speaker"], row["was_speaker"]) for row in store.diff("news/harbour.txt")]
    assert rows == [
        ("reattributed", "No crane is moving", "No crane is moving", "Jon Vale", "Tom Brack"),
        ("vanished", None, "to return to the table", None, "Jon Vale"),
    ]


def test_entities_as_they_were(store: Store) -> None:
    store.link()
    when = store.log()[-1].at
    ask = "SELECT ?e ?m { ?e kg:member ?m } ORDER BY ?e ?m"
    before = list(rows_of(store, ask))
    assert before
    store.retract("later-1", reason="y")
    store.retract("news/harbour.txt", reason="x")
    store.link()
    with open_store(store.path, as_of=when) as past:
        assert list(rows_of(past, ask)) == before
    with open_store(store.path, as_of=store.log()[-2].at) as past:
        assert past.stats()["articles"] == 1
        assert not len(rows_of(past, ask))


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("2026-11-25", datetime(2026, 11, 25, 23, 59, 59, 999999, UTC)),
        ("2026-11-25T14:00", datetime(2026, 11, 25, 14, tzinfo=UTC)),
        ("2026-11-25T14:00+02:00", datetime(2026, 11, 25, 12, tzinfo=UTC)),
        ("2026-11-25 14:00:01Z", datetime(2026, 11, 25, 14, 0, 1, tzinfo=UTC)),
    ],
)
def test_moments(words: str, when: datetime) -> None:
    assert moment(words) == when


@pytest.mark.parametrize("words", ["", "yesterday", "2026-13-01", "2026-11-25T25:00"])
def test_no_moments(words: str) -> None:
    with pytest.raises(UsageError, match="not a time"):
        moment(words)


def test_a_decision_is_named_after_what_it_says() -> None:
    from kg.rdf.decided import decision_node, decision_quads, read_decisions

    for decision in (REJECT, UNLINK, ACCEPT, Decision("corrected", at("a1"), source=())):
        assert read_decisions(decision_quads("k:", decision)) == {decision_node("k:", decision).value: decision}


class Killed(BaseException):
    """What nothing catches."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, exported: Exported) -> list[set[bytes]]:
    """What is exported after every step, and a link."""
    found = []
    with open_store(tmp_path_factory.mktemp("undisturbed") / "kg.db") as store:
        for step in STEPS:
            step(store)
            found.append(without_entities(exported(store)))
    return found


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("what", [3, 5, 6, 7, 8, 10, 11, 13])
def test_a_store_that_dies_in_the_middle_of_a_step(
    tmp_path: Path, exported: Exported, monkeypatch: pytest.MonkeyPatch, undisturbed: list[set[bytes]], what: int, nth: int
) -> None:
    calls = 0

    def dying(make: Callable[..., str]) -> Callable[..., str]:
        def made(*given: object, **named: object) -> str:
            nonlocal calls
            calls += 1
            if calls == nth:
                raise Killed
            return make(*given, **named)

        return made

    path = tmp_path / "kg.db"
    with open_store(path) as store:
        for step in STEPS[:what]:
            step(store)
        with monkeypatch.context() as patched, suppress(Killed):
            patched.setattr("kg.store.writing.changing", dying(writing.changing))
            patched.setattr("kg.store.writing.replacing", dying(writing.replacing))
            patched.setattr("kg.store.log.Log.heal", lambda *_: None)
            STEPS[what](store)
    with open_store(path) as store:
        assert list(log_of(store).faults()) == []
        assert not list(path.glob("moving.json")) + list(path.glob("settling.json"))
        with suppress(KgError, StopIteration):  # it was done
            STEPS[what](store)
        assert without_entities(exported(store)) == undisturbed[what]
        store.link()
        assert [one for one in check(store) if one.part != "index"] == []


@pytest.mark.parametrize("name", ["https://news.example/harbour", "third"])
def test_deleting_by_any_name_of_a_version_removes_all_versions(store: Store, name: str) -> None:
    third = replace(changed(), article=replace(changed().article, key="third", url=None))
    store.load(third, replaces="news/harbour.txt")
    store.delete(name)
    assert {str(row["k"]) for row in rows_of(store, "SELECT ?k { ?a kg:key ?k }")} == {"later-1"}
    past = store.read_history()
    assert past is None or not list(articles(past))
    assert list(check(store)) == []


def test_a_beginning_that_fits_several_articles_is_none_of_those_of_the_past(store: Store) -> None:
    store.load(changed())
    with pytest.raises(InputError, match="'art_' fits 2 articles"):
        store.diff("art_")
    with pytest.raises(InputError, match="'art_' fits 2 articles"):
        store.delete("art_")
