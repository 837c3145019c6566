"""What is told of something that was here and does not count any more."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kg.errors import InputError, QueryError
from kg.model import Extraction
from kg.store import Store, open_store
from kg.store.asof import moment
from tests.store.conftest import rows_of
from tests.store.sample import changed, sample
from tests.store.test_reviewing import REJECT, UNLINK

Ask = Callable[[Store, str], object]
ASKS: dict[str, Ask] = {
    "provenance": lambda store, name: store.query("provenance", id=name),
    "corroboration": lambda store, name: store.corroboration(name),
    "review": lambda store, name: store.about(name),
}


def names(store: Store) -> set[str]:
    return {str(row["attribution"]) for row in store.query("who-said")}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_a_claim_that_was_rejected_or_retracted(store: Store, ask: Ask) -> None:
    before = names(store)
    store.decide([REJECT])
    [rejected] = before - names(store)
    with pytest.raises(QueryError, match=rf"^'{rejected}' was rejected on review on {store.log()[-1].at.date()}"):
        ask(store, rejected)
    one = min(names(store))
    store.retract(one, reason="he took it back")
    for name in (one, one.rpartition("/")[2]):
        with pytest.raises(QueryError, match=r"was retracted on .*: he took it back \(see kg log, or ask with --as-of\)$"):
            ask(store, name)
    with pytest.raises(QueryError, match=r"no claim or attribution is called 'att_nothing'"):
        store.query("provenance", id="att_nothing")


def test_what_stood_in_an_article_that_went(store: Store) -> None:
    before = names(store)
    store.load(changed())
    replaced = min(before - names(store))
    with pytest.raises(QueryError, match="was replaced on "):
        store.query("provenance", id=replaced)
    store.retract("later-1", reason="made up")
    one = min(before - names(store) - {replaced})
    with pytest.raises(QueryError, match=r"was (retracted|replaced) on "):
        store.query("provenance", id=one)
    with pytest.raises(InputError, match=r"^'later-1' was retracted on .*: made up"):
        store.article("later-1")
    with pytest.raises(InputError, match=r"^'later-1' was retracted on "):
        store.article_graphs(["later-1"])


def test_what_was_deleted(store: Store) -> None:
    store.delete("later-1")
    with pytest.raises(InputError, match=r"^'later-1' was deleted on [0-9-]+$"):
        store.article("later-1")


def test_by_whom(store: Store) -> None:
    path = store.path
    store.close()
    with open_store(path, by="Ada") as again:
        again.retract("later-1", reason="made up")
        with pytest.raises(InputError, match=r"by Ada: made up"):
            again.article("later-1")
    with open_store(path, as_of=moment("2001-01-01")) as past, pytest.raises(InputError, match="no article is called"):
        past.article("later-1")


def test_a_version_that_was_retracted_put_back_and_replaced_was_replaced(store: Store) -> None:
    store.retract("news/harbour.txt", reason="x")
    store.restore("news/harbour.txt")
    store.load(changed())
    assert [version.state for version in store.versions("news/harbour.txt")] == ["current", "replaced"]


def test_a_speaker_of_whom_nothing_counts(store: Store) -> None:
    assert store.once_said("Tom Brack") is None
    for article in ("news/harbour.txt", "later-1"):
        store.retract(article, reason="made up")
    assert "retracted on" in str(store.once_said("Tom Brack"))
    assert store.once_said("Nobody") is None


@pytest.mark.parametrize("versions", [(sample, changed), (changed, sample)])
def test_what_was_replaced_and_then_retracted_was_retracted(empty: Store, versions: tuple[Callable[[], Extraction], ...]) -> None:
    for version in versions:
        empty.load(version())
    empty.retract("news/harbour.txt", reason="new")
    assert re.match(r"retracted on [0-9-]+: new \(", str(empty.once_said("Tom Brack")))


def test_a_link_that_was_rejected_or_whose_claim_was(store: Store) -> None:
    ask = "SELECT ?l ?a { ?l kg:relation kg:Contradicts ; kg:fromAttribution ?a }"
    before = {str(row["l"]): str(row["a"]) for row in rows_of(store, ask)}
    store.decide([UNLINK])
    [rejected] = set(before) - {str(row["l"]) for row in rows_of(store, ask)}
    for name in (rejected, rejected.rpartition("/")[2], rejected.rpartition("/")[2][:12]):
        for look in ASKS.values() if len(name) > 12 else (ASKS["review"],):
            with pytest.raises(QueryError, match=rf"^'{name}' was rejected on review on "):
                look(store, name)
    other = min(set(before) - {rejected})
    store.retract(before[other], reason="he took it back")
    with pytest.raises(QueryError, match=r"was retracted on .*: he took it back"):
        store.about(other)
    with pytest.raises(QueryError, match=r"no link is called 'lnk_nothing'"):
        store.about("lnk_nothing")


def test_what_was_replaced_is_not_retracted(store: Store) -> None:
    [old] = [one.article for one in store.versions("news/harbour.txt")]
    claim = min(names(store))
    store.load(changed())
    gone = [one for one in (old, old.rpartition("/")[2], claim) if one not in names(store)]
    for name in gone:
        with pytest.raises((InputError, QueryError), match=rf"^'{name}' was replaced on "):
            store.retract(name, reason="x")


def test_the_beginning_of_an_article(store: Store) -> None:
    iri = store.article("news/harbour.txt")
    name = iri.rpartition("/")[2]
    for words in (iri, f"<{iri}>", name, name[:9], iri[:-3]):
        assert store.article(words) == iri
    with pytest.raises(InputError, match=r"'art_' fits 2 articles"):
        store.article("art_")
    with pytest.raises(InputError, match="no article is called"):
        store.article(name[4:9])
    assert store.retract(name[:9], reason="x")
    store.restore(name[:9])
    assert store.delete(name[:9])
